# SPDX-License-Identifier: EUPL-1.2
"""The running service destroys dossier keys and shares; no other row of keys is its to take away.

Whose public key one is never changes: it is locked anew, signed anew, or ended.

Rights go to the runtime role that is named as the migrating owner is: `baken_keys_owner` has `baken_keys_runtime`.
"""

from django.db import migrations

STAYS = """
DO $$
DECLARE
    runtime text := regexp_replace(current_user, '_owner$', '_runtime');
BEGIN
    IF current_user ~ '_owner$' AND EXISTS (SELECT FROM pg_roles WHERE rolname = runtime) THEN
        EXECUTE format(
            'REVOKE DELETE ON vault_kek, vault_indexkey, vault_rotation FROM %I', runtime);
        EXECUTE format(
            'REVOKE UPDATE, DELETE ON vault_rootmark, vault_personalkey, vault_passedshare FROM %I', runtime);
        EXECUTE format('REVOKE UPDATE ON vault_share FROM %I', runtime);
        EXECUTE format(
            'GRANT UPDATE (signature, root, locked, ended_at) ON vault_personalkey TO %I', runtime);
    END IF;
END
$$
"""


# Nobody brings an ended key back: what was let go of stays gone.
ENDED = """
CREATE FUNCTION vault_ended_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a key that has ended stays as it is' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER vault_ended_stays BEFORE UPDATE ON vault_personalkey
FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION vault_ended_stays()
"""
UNENDED = "DROP TRIGGER vault_ended_stays ON vault_personalkey; DROP FUNCTION vault_ended_stays()"


class Migration(migrations.Migration):
    """Takes the rights away."""

    dependencies = [("vault", "0001_initial")]
    operations = [migrations.RunSQL(STAYS, migrations.RunSQL.noop), migrations.RunSQL(ENDED, UNENDED)]
