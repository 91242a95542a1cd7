# SPDX-License-Identifier: EUPL-1.2
"""What makes the log a log: nobody takes away, nobody writes in another's name, only the sealer links.

Rights go to the runtime and sealer roles that are named as the migrating owner is: `baken_closed_owner` has
`baken_closed_runtime` and `baken_closed_sealer`. Where the sealer is not there yet, nothing is granted to it and nothing
is sealed: docs/how-to/run-in-production.md has the lines to run then.
"""

from django.db import migrations

# Not a field of Django's: so an insert needs no RETURNING, and nobody can set it by mistake.
TRANSACTION = """
ALTER TABLE audit_entry ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX entry_by_transaction ON audit_entry (xid, id);
"""

# Words alone: no number that a reader of JSON cannot hold, and no depth that it cannot follow.
WORDS = """
ALTER TABLE audit_entry ADD CONSTRAINT facts_are_words CHECK (
    jsonb_typeof(facts) = 'object'
    AND NOT jsonb_path_exists(facts, 'strict $.* ? (@.type() != "string")', '{}', true)
)
"""

# ENABLE ALWAYS: not even a session that plays replica, as a restore may, goes past them.
# Yearly segments: an owner's migration that first has the segment sealed and signed elsewhere may disable
# `audit_entry_only_added_to` and `audit_link_only_added_to`, delete it and enable them again, all in one transaction.
TRIGGERS = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entry_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_link_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_only_added_to;
ALTER TABLE audit_link ENABLE ALWAYS TRIGGER audit_link_only_added_to;
"""

# Which entries speak of a dossier or show it in a list. Search in an array is no operation that PostgreSQL lets
# pass a row-level policy, so under one it would read the whole log; here it uses the index, and gives keys only.
ABOUT = """
CREATE FUNCTION audit_entries_about(dossier uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT id FROM public.audit_entry AS entry WHERE entry.dossier_id = dossier
    UNION
    SELECT id FROM public.audit_entry AS entry
    WHERE entry.objects_touched <> '{}' AND entry.objects_touched @> ARRAY[dossier::text]
$$;
REVOKE EXECUTE ON FUNCTION audit_entries_about(uuid) FROM PUBLIC;
"""

# An entry tells who acts, and only that: a transaction of somebody writes in that name, one of nobody in none. The
# transaction's number is the true one too, or a row could be laid where the sealer no longer looks.
# Reading is given by the app that knows who may (access); until then the runtime role sees no entry.
RIGHTS = """
DO $$
DECLARE
    runtime text := regexp_replace(current_user, '_owner$', '_runtime');
    sealer text := regexp_replace(current_user, '_owner$', '_sealer');
BEGIN
    IF current_user ~ '_owner$' AND EXISTS (SELECT FROM pg_roles WHERE rolname = runtime) THEN
        EXECUTE format('REVOKE ALL ON audit_entry, audit_link FROM %I', runtime);
        EXECUTE format('GRANT SELECT, INSERT ON audit_entry TO %I', runtime);
        EXECUTE format('GRANT SELECT ON audit_link TO %I', runtime);
        EXECUTE format('GRANT EXECUTE ON FUNCTION audit_entries_about(uuid) TO %I', runtime);
        EXECUTE format(
            'CREATE POLICY runtime_writes_in_own_name ON audit_entry FOR INSERT TO %I WITH CHECK (
                user_id IS NOT DISTINCT FROM (SELECT nullif(current_setting(''baken.user_id'', true), '''')::uuid)
                AND xid = pg_current_xact_id()
            )', runtime);
    END IF;
    IF current_user ~ '_owner$' AND EXISTS (SELECT FROM pg_roles WHERE rolname = sealer) THEN
        EXECUTE format('REVOKE ALL ON audit_entry, audit_link FROM %I', sealer);
        EXECUTE format('GRANT SELECT ON audit_entry TO %I', sealer);
        EXECUTE format('GRANT SELECT, INSERT ON audit_link TO %I', sealer);
        EXECUTE format('CREATE POLICY sealer_reads_all ON audit_entry FOR SELECT TO %I USING (true)', sealer);
    END IF;
END
$$
"""
GUARD = "ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY"

UNDO = """
DROP POLICY IF EXISTS runtime_writes_in_own_name ON audit_entry;
DROP POLICY IF EXISTS sealer_reads_all ON audit_entry;
ALTER TABLE audit_entry DISABLE ROW LEVEL SECURITY;
DROP FUNCTION audit_entries_about(uuid);
DROP TRIGGER audit_entry_only_added_to ON audit_entry;
DROP TRIGGER audit_link_only_added_to ON audit_link;
DROP FUNCTION audit_refuse();
ALTER TABLE audit_entry DROP CONSTRAINT facts_are_words;
ALTER TABLE audit_entry DROP COLUMN xid;
"""


class Migration(migrations.Migration):
    """Adds the transaction's number, and guards both tables."""

    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL([TRANSACTION, WORDS, TRIGGERS, ABOUT, GUARD, RIGHTS], UNDO)]
