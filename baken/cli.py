# SPDX-License-Identifier: EUPL-1.2
"""The command `baken`: every verb a person or a script needs.

A verb's module is loaded only when the verb is used, so that help and mistakes are answered at once.
Whatever goes wrong is said in one clear line on standard error with exit code 1; `--debug` shows the
whole trace.
"""

import sys
import traceback
from importlib import import_module
from typing import NoReturn

import click

_VERBS = {
    "demo": ("baken.verbs.serve:demo", "Serve both doors with synthetic content."),
    "serve": ("baken.verbs.serve:serve", "Serve one door."),
    "migrate": ("baken.verbs.database:migrate", "Bring the databases up to date."),
    "check": ("baken.verbs.database:check", "Prove that both doors are fit to serve."),
    "user": ("baken.verbs.database:user", "Manage the people who sign in."),
    "audit": ("baken.verbs.audit:audit", "Seal the log of who saw what, and prove that it is whole."),
    "keys": ("baken.verbs.keys:keys", "Look after the keys of people's files."),
    "agency": ("baken.verbs.agency:agency", "Make agencies and their first people."),
    "backup": ("baken.verbs.backup:backup", "Copy the databases, sealed to an offline recipient."),
    "restore": ("baken.verbs.restore:restore", "Fill an empty server from a backup."),
    "erase": ("baken.verbs.erasing:erase", "Count the files that are due, and finish erasures that were cut off."),
    "timeline": ("baken.verbs.timeline:timeline_", "Print the clocks that the law starts on a set of facts."),
    "place": ("baken.verbs.place:place", "Place households in a house, as well as the rules allow."),
    "estimate": ("baken.verbs.estimating:estimate_", "Estimate how many there are, on lists and on none."),
    "link": ("baken.verbs.linking:link", "Count who is on which lists, by pseudonyms."),
    "compare": ("baken.verbs.comparing:compare", "Print what others publish of a country."),
    "import": ("baken.verbs.importing:import_", "Read sources and concepts from files."),
    "validate": ("baken.verbs.exchanging:validate", "Say where an export departs from its standard."),
    "export": ("baken.verbs.exporting:export", "Take out a thesaurus, or files as cases, for others to read in."),
    "index": ("baken.verbs.searching:index", "Rebuild the search index."),
    "worker": ("baken.verbs.embedding:worker", "Do the open door's work that nobody waits for."),
    "search": ("baken.verbs.searching:search", "Search the databank, or a collection."),
    "lexicon": ("baken.verbs.lexicon:lexicon", "Learn what words are called in the other language, and show it."),
    "evaluate": ("baken.verbs.evaluating:evaluate", "Measure how well the answers to known questions are."),
}


class Verbs(click.Group):
    """A group that knows its verbs by name and loads each when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the table."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a verb; an unknown one is None, which click answers with its own line."""
        if cmd_name not in _VERBS:
            return None
        module, _, name = _VERBS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs from the table, without loading any."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, line) for name, (_, line) in _VERBS.items()])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show the whole trace when something goes wrong.")
def baken(debug: bool) -> None:
    """Run Baken, the open platform of a centre against child and human trafficking."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with 0, or with 1 and one line that says what is wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        sys.exit(baken.main(words, prog_name="baken", standalone_mode=False) or 0)
    except click.Abort:
        _give_up("stopped")
    except click.ClickException as error:
        _give_up(error.format_message())
    except Exception as error:
        # The outermost place: whatever went wrong ends in one line.
        if "--debug" in words:
            traceback.print_exc()
        _give_up(_line(error))


def _line(error: Exception) -> str:
    """Return an error's first line, with its kind where the words alone would not tell."""
    said = str(error).strip().splitlines()
    if not said:
        return type(error).__name__
    return said[0] if isinstance(error, RuntimeError) else f"{type(error).__name__}: {said[0]}"


def _give_up(line: str) -> NoReturn:
    click.echo(f"baken: {' '.join(line.split())}", err=True)
    sys.exit(1)
