# SPDX-License-Identifier: EUPL-1.2
"""A column of pgvector. Its Python package would bring more: this needs to write vectors, and never reads one back."""

from typing import Any

from django.db import models

# So many numbers has a vector of e5-small, and of a model that can shorten its own.
SIZE = 384


class VectorField(models.Field):
    """A vector of `SIZE` numbers of two bytes."""

    def db_type(self, connection: Any) -> str:
        """Return the column's type."""
        return f"halfvec({SIZE})"

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> str:
        """Return how a value stands in a statement."""
        return "%s::halfvec"

    def get_prep_value(self, value: Any) -> str | None:
        """Return a sequence of numbers as pgvector writes it."""
        return None if value is None else written(value)


def written(vector: Any) -> str:
    """Return numbers as pgvector writes a vector."""
    return f"[{','.join(f'{number:.6g}' for number in vector)}]"
