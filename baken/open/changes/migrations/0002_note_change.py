# SPDX-License-Identifier: EUPL-1.2
"""The function behind every watching trigger."""

from django.db import migrations

# The transaction takes its number before the row is written, so that a reader's horizon counts it.
NOTE_CHANGE = """
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    things text;
BEGIN
    PERFORM pg_current_xact_id();
    IF TG_NARGS = 2 THEN
        things := format('SELECT %I AS thing FROM touched', TG_ARGV[1]);
    ELSE
        things := format('SELECT other.%I AS thing FROM touched JOIN %I AS other ON other.id = touched.%I',
                         TG_ARGV[3], TG_ARGV[2], TG_ARGV[1]);
    END IF;
    EXECUTE format(
        'INSERT INTO changes_change (kind, thing, transaction, at)
         SELECT DISTINCT %L, thing::text, pg_current_xact_id()::text::bigint, now() FROM (%s) AS found
         WHERE thing IS NOT NULL', TG_ARGV[0], things);
    PERFORM pg_notify('baken_change', '');
    RETURN NULL;
END
$$
"""


class Migration(migrations.Migration):
    """Creates the function."""

    dependencies = [("changes", "0001_initial")]
    operations = [migrations.RunSQL(NOTE_CHANGE, "DROP FUNCTION note_change()")]
