# SPDX-License-Identifier: EUPL-1.2
"""Made-up keepers and holders of tests."""

from uuid import UUID, uuid4

from baken.closed.vault import enrolling
from baken.closed.vault.models import PersonalKey
from baken.closed.vault.personal import opening
from baken.closed.vault.tests.conftest import AGENCY
from baken.core.clock import now

MINE, NEW = "mijn verzonnen wachtzin", "een andere verzonnen wachtzin"
THEIRS = ("eerste verzonnen wachtzin", "tweede verzonnen wachtzin", "derde verzonnen wachtzin")


def keepers(*passphrases: str) -> dict[UUID, str]:
    """Make somebody a keeper for each passphrase, and return who has which."""
    made = {uuid4(): passphrase for passphrase in passphrases}
    for user, passphrase in made.items():
        enrolling.enrol_keeper(user=user, agency=AGENCY, passphrase=passphrase)
    return made


def enrolled(among, passphrase: str = MINE) -> PersonalKey:
    return enrolling.enrol_holder(user=uuid4(), agency=AGENCY, passphrase=passphrase, keepers=set(among))


def changed(holder: PersonalKey, among, old: str = MINE, new: str = NEW) -> None:
    enrolling.change_passphrase(user=holder.user, agency=AGENCY, old=old, new=new, keepers=set(among))


def slipped_in(row: PersonalKey, **change: object) -> PersonalKey:
    """End a key and put in a copy of it in which something differs: what who writes in that database could do."""
    PersonalKey.objects.filter(pk=row.pk).update(ended_at=now())
    copy = PersonalKey.objects.get(pk=row.pk)
    for name, value in {"pk": uuid4(), "ended_at": None, **change}.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)
    return copy


def read(holder: PersonalKey, letter, passphrase: str) -> bytes:
    with opening(user=holder.user, agency=AGENCY, passphrase=passphrase) as key:
        return key.open(letter, b"place")
