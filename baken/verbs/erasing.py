# SPDX-License-Identifier: EUPL-1.2
"""`baken erase`: counts what is due, and finishes what was begun.

Two people decide that a file goes, each signed in with a second factor; a command stands for neither.
"""

import json
import sys
from collections.abc import Callable

import click

from baken.core import addresses, children, doors
from baken.settings import environment


@click.command()
@click.option("--due", is_flag=True, help="Count the files whose term is over, by agency.")
@click.option("--resume", is_flag=True, help="Finish every erasure that two people agreed on and that was cut off.")
def erase(due: bool, resume: bool) -> None:
    """Count the files that are due, and finish erasures that were cut off."""
    if due == resume:
        raise click.ClickException("say --due or --resume")
    if resume:
        click.echo(f"{_asked('resume')} finished")
        return
    counted = json.loads(_asked("due"))
    for agency, (over, held) in counted.items():
        click.echo(f"{agency}: {over} past their term, {held} of them held")
    click.echo("Overseers ask and decide at /retention/." if counted else "No file is past its term.")


def _asked(word: str) -> str:
    """Run this module as the owner of the databases: who is nobody sees no file as the runtime role."""
    with addresses.addressed("closed") as given:
        around = addresses.for_child("closed", given, as_owner=True)
        return children.run([sys.executable, "-m", "baken.verbs.erasing", word], around, cwd=environment.ROOT).strip()


def _due() -> str:
    from baken.closed.retention.reads import counted  # noqa: PLC0415 - only once the door is ready

    return json.dumps(counted())


def _resume() -> str:
    from baken.closed.retention.erasing import resume  # noqa: PLC0415 - only once the door is ready

    return str(resume())


_WORDS: dict[str, Callable[[], str]] = {"due": _due, "resume": _resume}

if __name__ == "__main__":
    doors.setup("closed")
    sys.stdout.write(_WORDS[sys.argv[1]]())
