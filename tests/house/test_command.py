# SPDX-License-Identifier: EUPL-1.2
"""The command is documented as it is: every verb, each of its words, what a word takes and its default."""

import re
from collections.abc import Iterator

import click
import pytest

from baken import cli
from tests.house.tree import ROOT

DOCUMENT = ROOT / "docs" / "reference" / "command.md"
# A row of a verb's table: a word, what it takes, its default, its meaning.
ROW = re.compile(r"^\| `(--[\w-]+|[A-Z]+…?)(?: (\S+))?` \|(.*?)\|.*\|$", re.MULTILINE)
Word = tuple[str, str, str]


def leaves(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Return a verb, or the verbs below it, by the words that call them."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    for below, each in command.commands.items():
        yield from leaves(each, f"{name} {below}")


def verbs() -> dict[str, click.Command]:
    context = click.Context(cli.baken)
    loaded = ((name, cli.baken.get_command(context, name)) for name in cli._VERBS)
    return dict(leaf for name, command in loaded for leaf in leaves(command, name))


def called(word: click.Parameter) -> str:
    """Return the name of an option, or the place of an argument in capitals."""
    if isinstance(word, click.Option):
        return word.opts[-1]
    return word.name.upper() + "…" * (word.nargs == -1)


def taken(word: click.Parameter) -> str:
    """Return what a word takes: nothing, one of several values, or a value of any name."""
    if isinstance(word, click.Argument) or word.is_flag:
        return ""
    return "\\|".join(word.type.choices) if isinstance(word.type, click.Choice) else "VALUE"


def default(word: click.Parameter) -> str:
    given = word.to_info_dict()["default"]
    if word.required:
        return "required"
    return "" if given in {None, False} else str(given)


def known(command: click.Command) -> set[Word]:
    """Return a verb's words as the program knows them."""
    return {(called(word), taken(word), default(word)) for word in command.params}


def section(verb: str, text: str) -> str:
    return text.split(f"\n## `baken {verb}`\n", 1)[1].split("\n## ", 1)[0]


def described(part: str) -> set[Word]:
    """Return a verb's words as its part of the document has them."""
    rows = ROW.findall(part)
    return {(name, "VALUE" if value.isupper() else value, preset.strip()) for name, value, preset in rows}


@pytest.fixture(scope="module")
def text() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


def test_it_describes_every_verb_in_order(text: str) -> None:
    names = list(verbs())
    assert "user add" in names
    assert re.findall(r"^## `baken ([^`]+)`$", text, re.MULTILINE) == names
    assert re.findall(r"^\| \[`([^`]+)`\]\(#", text, re.MULTILINE) == names


@pytest.mark.parametrize("verb", verbs())
def test_it_describes_each_word_of_a_verb(verb: str, text: str) -> None:
    assert described(section(verb, text)) == known(verbs()[verb])


@pytest.mark.parametrize("verb", verbs())
def test_it_names_each_value_that_a_word_may_have(verb: str, text: str) -> None:
    part = section(verb, text)
    choices = [choice for word in verbs()[verb].params for choice in getattr(word.type, "choices", ())]
    assert [choice for choice in choices if not re.search(rf"\b{re.escape(choice)}\b", part)] == []


def test_it_names_what_stands_before_a_verb(text: str) -> None:
    own = [word.opts[-1] for word in cli.baken.params]
    assert own
    assert [word for word in own if f"`baken {word} VERB`" not in text] == []


@pytest.mark.parametrize(
    ("words", "changed"),
    [("| `--threads N` | 4 |", "| `--ropes N` | 4 |"), ("`--threads N` | 4 |", "`--threads N` | 8 |"), ("open\\|", "")],
)
def test_it_notices_a_description_that_is_not_true(words: str, changed: str, text: str) -> None:
    part = section("serve", text)
    assert words in part
    assert described(part.replace(words, changed)) != known(verbs()["serve"])
