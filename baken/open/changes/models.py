# SPDX-License-Identifier: EUPL-1.2
"""One row for each thing that changed; written by database triggers, so no writer can forget."""

from django.db import models


class Change(models.Model):
    """A thing of a kind was added, altered or removed by a transaction.

    ``transaction`` is PostgreSQL's 64-bit transaction number. A reader's cursor is such a number and
    stays behind the oldest unfinished one, for that may still add rows among those already read.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=32)
    thing = models.CharField(max_length=64)
    transaction = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["transaction"], name="change_by_transaction")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"
