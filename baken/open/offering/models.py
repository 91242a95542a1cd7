# SPDX-License-Identifier: EUPL-1.2
"""How far the hatch has followed what changed."""

from django.db import models


class Followed(models.Model):
    """The cursor into the change log, kept with the cards it tells of; ``origin`` is the database it counts in.

    A database that was put back from a backup counts anew: then nothing is known, and the shelf is laid whole.
    """

    origin = models.CharField(max_length=80, primary_key=True)
    place = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.origin}:{self.place}"
