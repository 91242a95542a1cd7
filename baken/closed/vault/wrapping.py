# SPDX-License-Identifier: EUPL-1.2
"""How a key is wrapped by the one above it: root key, agency and bucket, dossier; each bound to its own row.

A wrapped key that was changed, or put into another row, raises `Tampered` when it is unwrapped.
"""

from baken.closed.vault.models import DossierKey, Holder, IndexKey, Kek, RecoveryPart
from baken.closed.vault.rootkey import RootKey, RootKeys
from baken.closed.vault.sealing import joined, seal, subkey, unseal


def wrap_kek(kek: Kek, key: bytes, root: RootKey) -> None:
    """Put a key into its row, wrapped by a root key; the caller saves it."""
    kek.wrapped, kek.root = seal(_wrapping(root.key), key, _of_kek(kek)), root.mark


def unwrap_kek(kek: Kek, roots: RootKeys) -> bytes:
    """Return the key of an agency and bucket; raise RootKeyError where its root key is gone."""
    return unseal(_wrapping(roots.of(kek.root).key), bytes(kek.wrapped), _of_kek(kek))


def wrap_dossier_key(row: DossierKey, key: bytes, kek: Kek, above: bytes) -> None:
    """Put a dossier's key into its row under a version of the key above it; the caller saves it."""
    row.kek = kek
    row.wrapped = seal(_wrapping(above), key, _of_dossier(row))


def unwrap_dossier_key(row: DossierKey, above: bytes) -> bytes:
    """Return a dossier's key, given the key above it."""
    return unseal(_wrapping(above), bytes(row.wrapped), _of_dossier(row))


def wrap_index_key(row: IndexKey, key: bytes, root: RootKey) -> None:
    """Put an agency's index key into its row; the caller saves it."""
    row.wrapped, row.root = seal(_wrapping(root.key), key, _of_index(row)), root.mark


def unwrap_index_key(row: IndexKey, roots: RootKeys) -> bytes:
    """Return an agency's index key; raise RootKeyError where its root key is gone."""
    return unseal(_wrapping(roots.of(row.root).key), bytes(row.wrapped), _of_index(row))


def of_holder(holder: Holder) -> bytes:
    """Return the place of a holder's private key, the public one included: nobody slips in another to seal to."""
    return joined("holder", holder.pk, holder.user, holder.agency, bytes(holder.public))


def of_part(part: RecoveryPart) -> bytes:
    """Return the place of one person's part of a recovery key."""
    return joined("recovery part", part.pk, part.recovery_id, part.user)


def _wrapping(key: bytes) -> bytes:
    return subkey(key, "wrap")


def _of_kek(kek: Kek) -> bytes:
    return joined("kek", kek.pk, kek.agency, kek.bucket)


def _of_dossier(row: DossierKey) -> bytes:
    return joined("dossier key", row.pk, row.kek_id)


def _of_index(row: IndexKey) -> bytes:
    return joined("index key", row.pk)
