# SPDX-License-Identifier: EUPL-1.2
"""Which files of a folder make up the backup to restore."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from baken.core.backups import naming, sealing
from baken.core.backups.manifest import Manifest
from baken.core.backups.naming import BackupError, Named


class Chosen(NamedTuple):
    """A sealed file with the manifest that vouches for it."""

    path: Path
    kind: str
    manifest: Manifest

    def check(self) -> None:
        """Raise BackupError unless the file is as it was when it was sealed."""
        if not self.path.is_file():
            raise BackupError(f"{self.path.name} is not there, and the manifest names it")
        if sealing.summed(self.path) != self.manifest.files[self.kind]:
            raise BackupError(f"{self.path.name} was altered or cut off: its sum is not that of the manifest")


def choose(folder: Path, stamp: str = "") -> list[Chosen]:
    """Return the files of the newest backup, or of that moment; the keys are always the newest there are.

    Keys that are newer than the files open them just as well, and lack what was erased since.
    """
    found = [named for each in folder.iterdir() if (named := naming.read(each.name))]
    stamps = sorted(each.stamp for each in found if not each.kind)
    if not stamps or (stamp and stamp not in stamps):
        raise BackupError(f"there is no backup {stamp or 'at all'} in {folder.name}")
    manifest = _read(folder, stamp or stamps[-1])
    files = [_file(folder, manifest, kind) for kind in naming.FILES_FIRST if kind in manifest.files and kind != "keys"]
    return files + ([_keys(folder, found, manifest)] if "keys" in manifest.files else [])


def _keys(folder: Path, found: Iterable[Named], manifest: Manifest) -> Chosen:
    stamps = sorted(each.stamp for each in found if each.kind == "keys" and each.stamp >= manifest.stamp)
    if not stamps:
        raise BackupError(f"there are no keys for {manifest.stamp}: none of that moment or later is in {folder.name}")
    return _file(folder, _read(folder, stamps[-1]), "keys")


def _file(folder: Path, manifest: Manifest, kind: str) -> Chosen:
    if kind not in manifest.files:
        raise BackupError(f"the manifest {manifest.stamp} does not name {kind}")
    return Chosen(folder / naming.sealed(manifest.stamp, kind), kind, manifest)


def _read(folder: Path, stamp: str) -> Manifest:
    path = folder / naming.manifest(stamp)
    try:
        manifest = Manifest.of(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BackupError(f"cannot read {path.name}") from error
    if manifest.stamp != stamp:
        raise BackupError(f"{path.name} is the manifest of another moment, {manifest.stamp}")
    return manifest
