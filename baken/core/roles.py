# SPDX-License-Identifier: EUPL-1.2
"""The proof that a role owns nothing, is a member of nothing and bypasses nothing."""

import psycopg

_QUESTIONS = {
    "is a superuser": "SELECT rolsuper FROM pg_roles WHERE rolname = current_user",
    "bypasses row-level security": "SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user",
    "may create databases": "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user",
    "may create roles": "SELECT rolcreaterole FROM pg_roles WHERE rolname = current_user",
    "may replicate": "SELECT rolreplication FROM pg_roles WHERE rolname = current_user",
    "is a member of another role": "SELECT EXISTS (SELECT FROM pg_auth_members WHERE member = current_user::regrole)",
    "owns something": (
        "SELECT EXISTS (SELECT FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass"
        " AND refobjid = current_user::regrole AND deptype = 'o')"
    ),
    "may create objects": (
        "SELECT has_schema_privilege('public', 'CREATE')"
        " OR has_database_privilege(current_database(), 'CREATE, TEMPORARY')"
    ),
    "may empty tables": (
        "SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        " AND has_table_privilege(oid, 'TRUNCATE'))"
    ),
}


def faults(address: str) -> list[str]:
    """Return what is wrong with the role that an address connects as; empty for a fit runtime role."""
    with psycopg.connect(address) as connection:
        return [fault for fault, question in _QUESTIONS.items() if connection.execute(question).fetchone() != (False,)]
