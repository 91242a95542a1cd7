-- SPDX-License-Identifier: EUPL-1.2
-- Figures to the public: the closed door's role lays releases and withdraws them, the open door reads. Nobody alters one.

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'baken_open_backup') THEN
    GRANT SELECT ON bridge.figure TO baken_open_backup;
  END IF;
END
$$;

GRANT SELECT ON bridge.figure TO baken_open_runtime;
GRANT SELECT, INSERT, UPDATE (withdrawn_on) ON bridge.figure TO baken_open_bridge;

-- What SQL can say of a figure that may be seen; the rest is said where it is laid and where it is shown.
ALTER TABLE bridge.figure
  ADD CONSTRAINT figure_of_a_kind CHECK (coalesce(figure ->> 'kind' IN ('table', 'estimate'), false)),
  ADD CONSTRAINT figure_says_no_more CHECK (
    figure - ARRAY['kind', 'title', 'definition', 'population', 'counted_on', 'dimensions', 'values', 'threshold', 'lists',
                   'observed', 'results', 'reading'] = '{}'::jsonb
    AND method - ARRAY['nl', 'en'] = '{}'::jsonb
    AND coalesce(NOT jsonb_path_exists(
      figure, '$.values[*].keyvalue() ? (@.key != "at" && @.key != "value")', '{}', true), false)
  ),
  ADD CONSTRAINT figure_of_a_size CHECK (length(figure::text) <= 4000000 AND length(method::text) <= 20000),
  ADD CONSTRAINT figure_hides_small_numbers CHECK (
    figure ->> 'kind' <> 'table' OR coalesce(
      jsonb_path_exists(figure, '$.threshold ? (@.type() == "number" && @ >= 11)')
      AND NOT jsonb_path_exists(figure, '$.values[*].value ? (@ != null && @.type() != "number")')
      AND NOT jsonb_path_exists(figure, '$.values[*] ? (@.value < $.threshold)'), false)
  ),
  ADD CONSTRAINT figure_replaces_another CHECK (replaces <> id),
  ADD CONSTRAINT figure_through_time UNIQUE (id, slug),
  ADD CONSTRAINT figure_replaces_its_own FOREIGN KEY (replaces, slug) REFERENCES bridge.figure (id, slug);

CREATE FUNCTION bridge.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'what was withdrawn stays withdrawn';
END
$$;

CREATE TRIGGER withdrawn_stays BEFORE UPDATE ON bridge.figure FOR EACH ROW
  WHEN (OLD.withdrawn_on IS NOT NULL) EXECUTE FUNCTION bridge.refuse_change();

-- Finished pages of the open door go at every change (the channel of its change log), whichever role commits it.
CREATE FUNCTION bridge.tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('baken_change', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER figure_changed AFTER INSERT OR UPDATE OR DELETE ON bridge.figure
  FOR EACH STATEMENT EXECUTE FUNCTION bridge.tell_of_change();
