# SPDX-License-Identifier: EUPL-1.2
"""Whether a key is one of many, told to PostgreSQL as one array."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import ForeignKey, Lookup, UUIDField


class Among(Lookup):
    """``dossier__among=keys``: of whichever number of keys, where ``in`` makes a question with as many words.

    That costs Django more than the answer costs PostgreSQL, and each number would be another question to prepare.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition with its one word; raise EmptyResultSet without keys: there is nothing to ask."""
        keys = list(self.rhs)
        if not keys:
            raise EmptyResultSet
        lhs, words = self.process_lhs(compiler, connection)
        return f"{lhs} = ANY(%s)", (*words, keys)


def register() -> None:
    """Let keys, and the columns that point at them, be asked for so."""
    UUIDField.register_lookup(Among)
    ForeignKey.register_lookup(Among)
