# SPDX-License-Identifier: EUPL-1.2
"""The second step of the demo's made-up sign-ins: a secret of this home, and the code of the moment.

It knows no other account: the secrets of real ones are sealed, and no verb opens them.
"""

import base64
import hashlib
import hmac
import time

import click

from baken.core import addresses
from baken.core.embedded import Home
from baken.settings import environment

_SECRET_BYTES, _SECONDS, _DIGITS = 20, 30, 6


def secret(door: str) -> str:
    """Return the secret of a door's made-up sign-in, as authenticator apps take it; made at random at first."""
    kept = Home.prepare(environment.home()).secret(_name(door))
    return base64.b32encode(hashlib.sha256(kept.encode()).digest()[:_SECRET_BYTES]).decode()


def code(secret: str, at: float) -> str:
    """Return the code that an app shows at a moment, in seconds since 1970 (TOTP, RFC 6238)."""
    counter = int(at // _SECONDS).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**_DIGITS:0{_DIGITS}}"


@click.command("code")
@click.option("--door", type=click.Choice(addresses.DOORS), required=True)
def show_code(door: str) -> None:
    """Print the code of this moment for the demo's made-up sign-in, and for nobody else."""
    if not (environment.home() / "secrets" / _name(door)).exists():
        raise click.ClickException("there is no demo here yet: run `baken demo` first")
    click.echo(code(secret(door), time.time()))


def _name(door: str) -> str:
    return f"second_step_{door}"
