-- SPDX-License-Identifier: EUPL-1.2
-- Who may do what in the hatches. The open door posts letters and cannot read them back; the closed door's role takes
-- them, and sees nothing of what a receipt opens.

GRANT USAGE ON SCHEMA bridge TO baken_open_runtime, baken_open_bridge;

-- Whoever has no role for backups makes one later and says this then.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'baken_open_backup') THEN
    GRANT USAGE ON SCHEMA bridge TO baken_open_backup;
    GRANT SELECT ON ALL TABLES IN SCHEMA bridge TO baken_open_backup;
  END IF;
END
$$;

GRANT SELECT ON bridge.recipient TO baken_open_runtime;
GRANT SELECT, INSERT, UPDATE ON bridge.report TO baken_open_runtime;
GRANT INSERT ON bridge.letter TO baken_open_runtime;
GRANT SELECT, DELETE ON bridge.reply TO baken_open_runtime;
GRANT UPDATE (read) ON bridge.reply TO baken_open_runtime;

GRANT SELECT, INSERT ON bridge.recipient TO baken_open_bridge;
GRANT UPDATE (ended) ON bridge.recipient TO baken_open_bridge;
GRANT SELECT (id, hour, taken, public, until), UPDATE (taken), DELETE ON bridge.report TO baken_open_bridge;
GRANT SELECT, DELETE ON bridge.letter TO baken_open_bridge;
GRANT SELECT (id, report_id, hour, read), INSERT ON bridge.reply TO baken_open_bridge;
