# SPDX-License-Identifier: EUPL-1.2
"""How a key is wrapped by the one above it: root key, agency and bucket, dossier; each bound to its own row.

A wrapped key that was changed, or put into another row, raises `Tampered` when it is unwrapped. A person's public key
is not secret: the root key signs whose it is.
"""

import hmac

from baken.closed.vault.models import DossierKey, IndexKey, Kek, PersonalKey, ReportKey
from baken.closed.vault.rootkey import RootKey, RootKeys
from baken.closed.vault.sealing import Tampered, joined, seal, subkey, unseal


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


def wrap_report_key(row: ReportKey, private: bytes, root: RootKey) -> None:
    """Put the private key for reports into its row; the caller saves it."""
    row.wrapped, row.root = seal(_wrapping(root.key), private, _of_report_key(row)), root.mark


def unwrap_report_key(row: ReportKey, roots: RootKeys) -> bytes:
    """Return the private key for reports; raise RootKeyError where its root key is gone."""
    return unseal(_wrapping(roots.of(row.root).key), bytes(row.wrapped), _of_report_key(row))


def sign(row: PersonalKey, root: RootKey) -> None:
    """Put into its row that this public key is this person's (HMAC-SHA256 under the root key); the caller saves it."""
    row.signature, row.root = _signature(row, root), root.mark


def signed(row: PersonalKey, roots: RootKeys) -> bytes:
    """Return a person's public key; raise Tampered where it is another than was signed, or RootKeyError."""
    if not hmac.compare_digest(bytes(row.signature), _signature(row, roots.of(row.root))):
        raise Tampered("the root key did not sign that this public key is this person's")
    return bytes(row.public)


def of_person(row: PersonalKey) -> bytes:
    """Return the place of a private key: its row, whose and what for, and the public one that belongs to it."""
    return joined("personal key", row.pk, row.purpose, row.user, row.agency, bytes(row.public))


def of_share(holder: PersonalKey, keeper: PersonalKey) -> bytes:
    """Return the place of a share of one person's key that another keeps."""
    return joined("share", holder.pk, keeper.pk)


def of_passed_share(renewal: PersonalKey, keeper: PersonalKey) -> bytes:
    """Return the place of a share that its keeper passed on."""
    return joined("passed share", renewal.pk, keeper.pk)


def _signature(row: PersonalKey, root: RootKey) -> bytes:
    return hmac.digest(subkey(root.key, "sign"), of_person(row), "sha256")


def _wrapping(key: bytes) -> bytes:
    return subkey(key, "wrap")


def _of_kek(kek: Kek) -> bytes:
    return joined("kek", kek.pk, kek.agency, kek.bucket)


def _of_dossier(row: DossierKey) -> bytes:
    return joined("dossier key", row.pk, row.kek_id)


def _of_report_key(row: ReportKey) -> bytes:
    return joined("report key", row.pk, bytes(row.public))


def _of_index(row: IndexKey) -> bytes:
    return joined("index key", row.pk)
