# SPDX-License-Identifier: EUPL-1.2
"""Trying many statements at once: each in a block of its own, rolled back, told apart by what stopped it."""

from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from psycopg import sql

from tests.matrix.writing import Try

# Past the policy is past it, whatever constraint the row then met. The role is put on again with the block's end.
_TRYING = """
DO $trying$
DECLARE
  first text[] := {first};
  tried text[] := {tried};
  done boolean[] := '{{}}';
  touched integer;
BEGIN
  FOR number IN 1..cardinality(tried) LOOP
    BEGIN
      IF first[number] <> '' THEN
        EXECUTE {superuser};
        EXECUTE first[number];
        SET LOCAL ROLE baken_closed_runtime;
      END IF;
      EXECUTE tried[number];
      GET DIAGNOSTICS touched = ROW_COUNT;
      RAISE EXCEPTION USING ERRCODE = 'BK000', MESSAGE = touched::text;
    EXCEPTION
      WHEN SQLSTATE 'BK000' THEN done := done || (SQLERRM::integer > 0);
      WHEN insufficient_privilege THEN done := done || false;
      WHEN integrity_constraint_violation THEN done := done || true;
    END;
  END LOOP;
  PERFORM set_config('trying.done', array_to_string(done, ' '), true);
END
$trying$
"""


def done(
    connection: psycopg.Connection[Any], tries: Sequence[Try], words: Mapping[str, Any], superuser: str
) -> list[bool]:
    """Return which statements got past rights and policies; ``superuser`` is how one becomes it again."""
    cursor = psycopg.ClientCursor(connection)
    first = [cursor.mogrify("; ".join(each.first), words) if each.first else "" for each in tries]  # type: ignore[arg-type]
    tried = [cursor.mogrify(each.statement, words) for each in tries]  # type: ignore[arg-type]
    given = {"first": sql.Literal(first), "tried": sql.Literal(tried), "superuser": sql.Literal(superuser)}
    connection.execute(sql.SQL(_TRYING).format(**given))
    answer = connection.execute("SELECT current_setting('trying.done')").fetchone()
    assert answer
    return [word == "t" for word in answer[0].split()]
