# SPDX-License-Identifier: EUPL-1.2
"""`baken lexicon`: what words are called in the other language, learned and shown."""

import json
import time
from pathlib import Path
from typing import Any

import click

from baken.core import doors

# So many words of the texts under a title fit on a line.
_SAID = 8


@click.group()
def lexicon() -> None:
    """Learn what words are called in the other language, and show it."""


@lexicon.command()
@click.option(
    "--from", "files", type=click.Path(exists=True, path_type=Path), multiple=True,
    help="Learn from this file of aligned lines instead of the databank's own texts; may be given more than once.",
)  # fmt: skip
@click.option("--databank", is_flag=True, help="With --from: learn from the databank's own texts too.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def learn(files: tuple[Path, ...], databank: bool, as_json: bool) -> None:
    """Learn the lexicon anew from texts in Dutch and English that everybody may read; what was struck stays struck."""
    began = time.perf_counter()
    given = [pair for file in files for pair in _read(file)]
    with doors.open_door():
        from baken.open.search.lexicon import actions, texts  # noqa: PLC0415 - only once the door is ready

        pairs = [*given, *(texts.public() if databank or not files else ())]
        if not pairs:
            raise click.ClickException("there is no text in both languages to learn from; give one with --from")
        count = actions.learn_from(pairs=pairs, examples=given, tell=lambda doing: click.echo(f"… {doing}", err=True))
    told = {"pairs": len(pairs), "entries": count, "seconds": round(time.perf_counter() - began, 1)}
    click.echo(json.dumps(told) if as_json else "{entries} entries from {pairs} texts in {seconds} s".format(**told))


@lexicon.command()
@click.argument("word", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print the entries as JSON.")
def show(word: tuple[str, ...], as_json: bool) -> None:
    """Show what a word, or two words that stand together, are called in the other language; what is struck too."""
    with doors.open_door():
        from baken.open.search.lexicon import reads  # noqa: PLC0415 - only once the door is ready

        found = list(reads.entries(" ".join(word)))
    if as_json:
        click.echo(json.dumps([_told(each) for each in found], ensure_ascii=False, indent=2))
    elif not found:
        raise click.ClickException("the lexicon does not know this word")
    for entry in () if as_json else found:
        click.echo(_line(entry))


@lexicon.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Of the question.")
@click.option("--doc-lang", type=click.Choice(["nl", "en"]), help="Of the texts; the question's without it.")
@click.option("--by-meaning", is_flag=True, help="Those that mean the same instead, towards whose texts it is drawn.")
@click.option("--json", "as_json", is_flag=True, help="Print the titles as JSON.")
def titles(question: tuple[str, ...], lang: str, doc_lang: str | None, by_meaning: bool, as_json: bool) -> None:
    """Show the titles that are most like a question, and what the texts under them say: its order hangs on that."""
    if by_meaning:
        _by_meaning(" ".join(question), lang, as_json=as_json)
        return
    with doors.open_door():
        from baken.open.search.lexicon import reads  # noqa: PLC0415 - only once the door is ready

        found = reads.nearest(" ".join(question), lang, doc_lang or lang)
    if as_json:
        told = [{"title": each.written, "like": round(near, 3), "says": _said(each)} for each, near in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif not found:
        raise click.ClickException("the lexicon knows no title like this question")
    for each, near in () if as_json else found:
        click.echo(f"{near:.2f}  {each.written}: {', '.join(_said(each)[:_SAID])}")


def _by_meaning(question: str, lang: str, *, as_json: bool) -> None:
    with doors.open_door():
        from baken.open.search.meaning import examples  # noqa: PLC0415 - only once the door is ready
        from baken.open.search.meaning.vectors import Unable  # noqa: PLC0415

        try:
            found = examples.nearest(question, lang)
        except Unable as error:
            raise click.ClickException(f"the question has no vector now: {error}") from error
    if as_json:
        click.echo(json.dumps([{"title": title, "like": round(near, 3)} for title, near in found], ensure_ascii=False))
    elif not found:
        raise click.ClickException("no title draws questions: learn some with --from, then let baken worker finish")
    for title, near in () if as_json else found:
        click.echo(f"{near:.2f}  {title}")


def _said(each: Any) -> list[str]:
    """Return the words of the texts under a title, the heaviest first."""
    return sorted(each.said, key=lambda word: -each.said[word])


def _read(path: Path) -> list[Any]:
    from baken.open.files import opening  # noqa: PLC0415 - loaded only when there is a file
    from baken.open.files.refusals import Refused  # noqa: PLC0415
    from baken.open.search.lexicon import pairs  # noqa: PLC0415

    try:
        return list(pairs.read(opening.content(path)))
    except Refused as error:
        raise click.ClickException(f"{path.name}: {error}") from error


def _told(entry: Any) -> dict[str, Any]:
    """Return an entry as JSON: a pair's two figures are what its first and its second word are called so."""
    return {
        "kind": entry.kind, "lang": entry.language, "words": entry.words_shown, "name": entry.name_shown,
        "likely": [entry.likely, entry.second] if entry.kind == "pair" else entry.likely, "back": entry.back,
        "times": entry.times, "factor": entry.factor, "salience": entry.salience, "struck": entry.struck_at is not None,
        "example": [entry.example, entry.example_other],
    }  # fmt: skip


def _line(entry: Any) -> str:
    likely = f"{entry.likely:.2f}" + (f" / {entry.second:.2f}" if entry.kind == "pair" else "")
    struck = "  (struck)" if entry.struck_at else ""
    name = f"[{entry.language}] {entry.words_shown} → {entry.name_shown}"
    return f"{name:<50} {entry.kind:<8}{likely:<14}{entry.times:>8.0f} times{struck}"
