# SPDX-License-Identifier: EUPL-1.2
"""What backup and restore do behind the closed door, each in a process of its own: `python -m baken.verbs.behind`."""

import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from baken.core import addresses, children, doors
from baken.settings import environment

if TYPE_CHECKING:
    from django.db.models import Model


def note(given: Mapping[str, str], activity: str, outcome: str, facts: Mapping[str, str]) -> None:
    """Log a backup or a restore; raise ChildError where the log cannot be written."""
    _run(given, "note", activity, outcome, json.dumps(dict(facts)))


def replay(given: Mapping[str, str], journal: Path) -> int:
    """Erase again, as the owner, what an erasure journal says was erased; return how many had come back."""
    return int(_run(given, "replay", str(journal), as_owner=True))


def sample(given: Mapping[str, str], most: int) -> dict[str, Any]:
    """Decrypt, as the owner, every field of some dossiers; see `_sampled`."""
    found: dict[str, Any] = json.loads(_run(given, "sample", str(most), as_owner=True))
    return found


def _run(given: Mapping[str, str], *words: str, as_owner: bool = False) -> str:
    command = [sys.executable, "-m", "baken.verbs.behind", *words]
    return children.run(command, addresses.for_child("closed", given, as_owner=as_owner), cwd=environment.ROOT)


def _note(activity: str, outcome: str, facts: str) -> None:
    from baken.closed.audit.actions import record  # noqa: PLC0415 - only once the door is ready
    from baken.closed.audit.activities import Action, Outcome  # noqa: PLC0415

    record(activity=activity, action=Action.EXECUTE, outcome=Outcome(outcome), facts=json.loads(facts))


def _replay(journal: str) -> int:
    """Erase again, and let this home's own journal go on from there: it must tell at the next restore too."""
    from django.conf import settings  # noqa: PLC0415 - only once the door is ready

    from baken.closed.retention import replaying  # noqa: PLC0415
    from baken.closed.retention.journal import append, read  # noqa: PLC0415

    erased = replaying.replay(Path(journal))
    for each in read(Path(journal)):
        append(Path(settings.RETENTION_JOURNAL), each)
    return erased


def _sampled(most: str) -> str:
    """Return how many dossiers and fields opened, and how many dossiers have no key, keys no dossier."""
    from baken.closed.access.models import Dossier  # noqa: PLC0415 - only once the door is ready
    from baken.closed.vault.models import DossierKey  # noqa: PLC0415

    dossiers = set(Dossier.objects.values_list("pk", flat=True))
    keys = set(DossierKey.objects.values_list("pk", flat=True))
    both = sorted(dossiers & keys)
    chosen = random.sample(both, min(int(most), len(both)))
    found = {"dossiers": len(chosen), "fields": _opened(chosen)}
    return json.dumps({**found, "without_key": len(dossiers - keys), "without_dossier": len(keys - dossiers)})


def _opened(dossiers: list[UUID]) -> int:
    """Open every encrypted field of these dossiers and return how many; one that does not open raises."""
    return sum(_fields_of(row) for each in dossiers for row in _rows(each))


def _rows(dossier: UUID) -> "Iterator[Model]":
    from django.apps import apps  # noqa: PLC0415 - only once the door is ready

    from baken.closed.vault.fields import EncryptedField  # noqa: PLC0415

    for model in apps.get_models():
        if any(isinstance(field, EncryptedField) for field in model._meta.concrete_fields):
            yield from model._default_manager.filter(dossier_id=dossier)


def _fields_of(row: "Model") -> int:
    from baken.closed.vault.fields import EncryptedField  # noqa: PLC0415 - only once the door is ready

    fields = [field for field in row._meta.concrete_fields if isinstance(field, EncryptedField)]
    return sum(getattr(row, field.attname) is not None for field in fields)


_WORDS: dict[str, Callable[..., object]] = {"note": _note, "replay": _replay, "sample": _sampled}

if __name__ == "__main__":
    doors.setup("closed")
    sys.stdout.write(str(_WORDS[sys.argv[1]](*sys.argv[2:])))
