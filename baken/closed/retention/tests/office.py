# SPDX-License-Identifier: EUPL-1.2
"""The agency at work on keeping and erasing, with an owner's hand to turn clocks back and to count rows."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import psycopg
from psycopg import sql

from baken.closed.access.context import working_as
from baken.closed.audit.acting import Acting
from baken.closed.retention import actions, erasing
from baken.closed.retention.models import Erasure, Hold
from baken.closed.vault.models import DossierKey
from baken.core import addresses, children
from baken.settings import environment
from tests.cast import Cast
from tests.database import Copy

LONG_AGO = date(2001, 1, 1)
OFFICER, MANAGER, LEAD = ("privacy_officer", "same"), ("manager", "same"), ("case_manager", "team")
HANGS = """
    SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = ANY (%s::regclass[])
"""
COUNT = sql.SQL("SELECT count(*) FROM {} WHERE {} = %s")
ENVELOPES = "SELECT count(*) FROM casework_envelope e JOIN casework_hiding h ON h.id = hiding_id WHERE dossier_id = %s"


@dataclass(frozen=True)
class Office:
    """Who does what to which file of the cast; a file is called by its name there."""

    cast: Cast
    copy: Copy
    owner: psycopg.Connection
    journal: Path

    def file(self, name: str = "main") -> UUID:
        return self.cast.files[name]

    def working(self, who: tuple[str, str] = LEAD):
        return working_as(self.cast.person(*who))

    def age(self, day: date = LONG_AGO, name: str = "main") -> None:
        """Let a file have been changed last on a day."""
        words = [day, self.file(name)]
        self.owner.execute("UPDATE retention_clock SET changed_on = %s WHERE dossier_id = %s", words)

    def hold(self, reason: str = "criminal", name: str = "main", words: str = "") -> Hold:
        with self.working(OFFICER):
            return actions.place_hold(dossier=self.file(name), reason=reason, words=words)

    def lift(self, hold: Hold) -> None:
        with self.working(OFFICER):
            actions.lift_hold(hold=hold)

    def ask(self, reason: str = "term", name: str = "main", who: tuple[str, str] = LEAD, **words: date) -> Erasure:
        with self.working(who):
            return actions.ask_erasure(dossier=self.file(name), reason=reason, **words)

    def approve(self, erasure: Erasure, who: tuple[str, str] = OFFICER) -> None:
        with self.working(who):
            actions.approve_erasure(erasure=erasure)

    def erase(self, name: str = "main") -> None:
        """Let the term of a file be over and have it erased."""
        self.age(name=name)
        self.approve(self.ask(name=name))

    def again(self, erasure: Erasure) -> bool:
        return erasing.carry_out(erasure.pk, by=Acting(user=self.cast.person(*OFFICER)))

    def rows(self, name: str = "main") -> dict[str, int]:
        """Return how many rows each table has that hangs from a file, the file's own included."""
        hanging = [*self.owner.execute(HANGS, [["access_dossier"]]), ("access_dossier", "id")]
        counts = [(table, COUNT.format(*map(sql.Identifier, (table, column)))) for table, column in hanging]
        found: dict[str, int] = {}
        # A table may hang from a file by more than one column.
        for table, text in [*counts, ("casework_envelope", sql.SQL(ENVELOPES))]:
            found[table] = found.get(table, 0) + self.owner.execute(text, [self.file(name)]).fetchone()[0]
        return found

    def is_gone(self, name: str = "main") -> bool:
        return not any(self.rows(name).values()) and not self.has_key(name)

    def has_key(self, name: str = "main") -> bool:
        return DossierKey.objects.filter(pk=self.file(name)).exists()

    def command(self, *words: str) -> str:
        """Run Python in a process of its own as the owner of both databases, and return what it printed."""
        given = {each.owner: self.copy.address("owner", each.alias) for each in addresses.DATABASES["closed"]}
        around = addresses.for_child("closed", given, as_owner=True)
        around |= {"DJANGO_SETTINGS_MODULE": "baken.settings.closed_test", "BAKEN_HOME": str(self.copy.home.path)}
        around |= {"BAKEN_ERASURE_JOURNAL": str(self.journal)}
        return children.run([sys.executable, *words], around, cwd=environment.ROOT).strip()
