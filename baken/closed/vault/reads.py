# SPDX-License-Identifier: EUPL-1.2
"""Asking for keys of files. What was unwrapped is remembered for one request and then let go."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from uuid import UUID

from django.conf import settings

from baken.closed.vault.models import DossierKey, IndexKey
from baken.closed.vault.rootkey import RootKeys
from baken.closed.vault.wrapping import unwrap_dossier_key, unwrap_index_key, unwrap_kek

MOST_REMEMBERED = 500
_remembered: ContextVar[dict[UUID, bytes] | None] = ContextVar("keys of this request", default=None)


class KeyGone(Exception):
    """There is no key: it was never made, or it was destroyed and what it sealed is erased."""


@contextmanager
def forgetting() -> Iterator[None]:
    """Remember keys while the block runs, one request, and let go of them at its end. Outside it none is remembered."""
    keys: dict[UUID, bytes] = {}
    token = _remembered.set(keys)
    try:
        yield
    finally:
        keys.clear()
        _remembered.reset(token)


def forget(dossier: UUID) -> None:
    """Let go of a dossier's key now."""
    (_remembered.get() or {}).pop(dossier, None)


def root_keys() -> RootKeys:
    """Return the root keys as their file has them now; raise RootKeyError where it cannot be used."""
    return RootKeys.read(Path(settings.VAULT_ROOT_KEY))


def dossier_key(dossier: UUID) -> bytes:
    """Return the 32-byte key of a dossier; raise KeyGone where there is none."""
    found = (_remembered.get() or {}).get(dossier) or dossier_keys([dossier]).get(dossier)
    if found is None:
        raise KeyGone("there is no key for this dossier")
    return found


def dossier_keys(dossiers: Iterable[UUID]) -> dict[UUID, bytes]:
    """Return the keys of those dossiers that have one, and remember them; ask once for what is not known."""
    asked, kept = set(dossiers), _remembered.get() or {}
    known = {key: kept[key] for key in asked & kept.keys()}
    missing = asked - known.keys()
    return known | _unwrapped(missing) if missing else known


def _unwrapped(dossiers: set[UUID]) -> dict[UUID, bytes]:
    rows = list(DossierKey.objects.select_related("kek").filter(pk__among=dossiers))
    # The file after the rows: a root key stands in it before anything is wrapped by it.
    roots = root_keys()
    keks = {row.kek_id: row.kek for row in rows}
    above = {pk: unwrap_kek(kek, roots) for pk, kek in keks.items()}
    found = {row.pk: unwrap_dossier_key(row, above[row.kek_id]) for row in rows}
    _remember(found)
    return found


def index_key(agency: UUID) -> bytes:
    """Return an agency's 32-byte key for blind indexes; raise KeyGone where there is none."""
    row = IndexKey.objects.filter(pk=agency).first()
    if row is None:
        raise KeyGone("there is no index key for this agency")
    return unwrap_index_key(row, root_keys())


def _remember(found: dict[UUID, bytes]) -> None:
    keys = _remembered.get()
    if keys is None:
        return
    keys.update(found)
    for oldest in list(keys)[: max(0, len(keys) - MOST_REMEMBERED)]:
        del keys[oldest]
