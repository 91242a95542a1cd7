# SPDX-License-Identifier: EUPL-1.2
"""`baken audit`: seals the log, and proves that nobody took from it."""

import contextlib
import json
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import click

from baken.closed.audit import sealing, verification
from baken.closed.audit.keys import AuditKeys
from baken.core import addresses, children
from baken.settings import environment

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def audit() -> None:
    """Seal the log of who saw what, and prove that it is whole."""


@audit.command()
@click.option(
    "--heads", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Signed heads kept elsewhere."
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def verify(heads: Path | None, as_json: bool) -> None:
    """Follow the chain link by link and hold the signed heads against it."""
    with _address() as address:
        keys = AuditKeys.read(environment.audit_key())
        began = time.perf_counter()
        report = verification.verify(address, keys, heads or environment.audit_heads())
    findings = report.as_data() | {"seconds": round(time.perf_counter() - began, 2)}
    click.echo(json.dumps(findings, indent=2) if as_json else "\n".join(_lines(report)))
    if not report.whole:
        raise click.ClickException(f"the log is broken in {report.faults} places")


@audit.command()
def seal() -> None:
    """Seal what is written to the log, until told to stop."""
    stopped = threading.Event()
    for ending in children.ENDINGS:
        signal.signal(ending, lambda *_: stopped.set())
    with _address() as address:
        key = AuditKeys.read(environment.audit_key()).newest
        sealing.run(address, key, environment.audit_heads(), stopped)


@contextlib.contextmanager
def _address() -> Iterator[str]:
    """Yield the sealer's address: the one that is set, else the embedded server's."""
    if own := environment.text(addresses.SEALER):
        yield own
        return
    with addresses.addressed("closed") as given:
        if addresses.SEALER not in given:
            raise click.ClickException(f"{addresses.SEALER} is not set")
        yield given[addresses.SEALER]


def _lines(report: verification.Report) -> Iterator[str]:
    yield f"{report.entries} entries, {report.links} links, {report.heads} signed heads up to link {report.covered}"
    if report.unsealed:
        age = f"the oldest for {report.oldest_unsealed_seconds:.0f} s" if report.oldest_unsealed_seconds else ""
        yield f"{report.unsealed} entries wait for their link, {age}".rstrip(", ")
    if report.unreadable_heads:
        yield f"{report.unreadable_heads} lines of the heads cannot be read"
    yield from (f"link {seq}: {what}" for seq, what in report.first)
    if report.whole:
        yield "The log is whole."


if __name__ == "__main__":
    # The door starts its sealer so: `python -m baken.verbs.audit`.
    seal()
