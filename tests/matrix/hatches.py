# SPDX-License-Identifier: EUPL-1.2
"""What lies in the hatches while the matrix is played: a report that waits, an addition, and a card of the databank."""

from uuid import UUID, uuid4

import psycopg

from baken.bridge.letters import new_pair, seal
from baken.bridge.tests.laying import lay
from baken.closed.intake import hatch
from baken.closed.knowledge import shelf
from tests.cast import canary
from tests.database import Copy

_REPORT = (
    "INSERT INTO bridge.report (id, hour, taken, public, until, locator, salt, verifier, wrapped)"
    " VALUES (%s, now(), false, %s, current_date + 90, %s, 's', 'v', 'w')"
)
_LETTER = (
    "INSERT INTO bridge.letter (id, report_id, recipient, hour, is_file, sealed) VALUES (%s, %s, %s, now(), false, %s)"
)


def filled(copy: Copy, taken: UUID) -> UUID:
    """Announce our key, let one report wait and add to another that was taken; return the key of the first.

    A card lies there too, and this process holds it: pages show it beside the file.
    """
    hatch.announce()
    lay(copy, concepts=("c121", "c149", "c091"))
    shelf.refresh()
    with psycopg.connect(copy.home.address("open_runtime", "copy_bridge"), autocommit=True) as db:
        for number, (report, kind) in enumerate(((waiting := uuid4(), "report"), (taken, "addition"))):
            db.execute(_REPORT, [report, new_pair()[0], f"{number:08}"])
            key, public = db.execute("SELECT id, public FROM bridge.recipient WHERE ended IS NULL").fetchone()
            said = {"kind": kind, "words": canary("report"), "danger": "no", "age": "adult"}
            letter = uuid4()
            db.execute(_LETTER, [letter, report, key, seal(public, said, report=report, letter=letter)])
    return waiting
