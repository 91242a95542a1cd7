# SPDX-License-Identifier: EUPL-1.2
"""The function behind every watching trigger."""

from django.db import migrations

# The transaction takes its number before it takes a row number: otherwise a row could appear
# behind a cursor that had already passed it.
NOTE_CHANGE = """
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_current_xact_id();
    EXECUTE format(
        'INSERT INTO changes_change (kind, thing, transaction, at)
         SELECT DISTINCT %L, %I::text, pg_current_xact_id()::text::bigint, now() FROM touched
         WHERE %I IS NOT NULL', TG_ARGV[0], TG_ARGV[1], TG_ARGV[1]);
    PERFORM pg_notify('baken_change', '');
    RETURN NULL;
END
$$
"""


class Migration(migrations.Migration):
    """Creates the function."""

    dependencies = [("changes", "0001_initial")]
    operations = [migrations.RunSQL(NOTE_CHANGE, "DROP FUNCTION note_change()")]
