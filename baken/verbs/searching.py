# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the search: `baken index` and `baken search`."""

import html
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import click

from baken.core import doors

_RUN_DEPTH = 100
_MARK = re.compile(r"</?mark>")


@click.command()
@click.option("--words-only", is_flag=True, help="Make no vectors: the worker makes them, or nobody does.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def index(words_only: bool, as_json: bool) -> None:
    """Build the search index anew, lay what casework shows of the databank whole, and make vectors of beginnings."""
    with doors.open_door():
        from baken.open.offering import actions as offering  # noqa: PLC0415 - only once the door is ready
        from baken.open.search import actions  # noqa: PLC0415
        from baken.verbs import embedding  # noqa: PLC0415

        began = time.perf_counter()
        count = actions.rebuild()
        offering.fill()
        told = {"documents": count, "seconds": round(time.perf_counter() - began, 2)}
        if not words_only:
            told["vectors"] = embedding.beginnings()
    line = "{documents} documents in {seconds} s" + (", {vectors} vectors made" if told.get("vectors") else "")
    click.echo(json.dumps(told) if as_json else line.format(**told))


@click.command()
@click.argument("query", required=False)
@click.option("--lang", help="Language of the question, such as nl; only documents in it, unless --doc-lang is given.")
@click.option("--doc-lang", help="Only documents in this language.")
@click.option("--collection", help="Ask this collection, which no page shows, instead of the databank.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="At most so many results.")
@click.option(
    "--topics", type=click.File(encoding="utf-8-sig"), help="Ask every question of a file: topic, tab, words."
)
@click.option("--run", type=click.Path(dir_okay=False, path_type=Path), help="Write the answers here in TREC's form.")
def search(  # noqa: PLR0913, PLR0917 - an option each
    query: str | None,
    lang: str | None,
    doc_lang: str | None,
    collection: str | None,
    as_json: bool,
    limit: int,
    topics: IO[str] | None,
    run: Path | None,
) -> None:
    """Search the databank as a reader who has not signed in, or a collection."""
    if (query is None) == (topics is None) or (topics is None) != (run is None):
        raise click.ClickException("give a query, or both --topics and --run")
    with doors.open_door():
        from baken.verbs import asking  # noqa: PLC0415 - only once the door is ready

        asked = asking.whom(collection)
        if topics is not None and run is not None:
            click.echo(_run(asked, topics, run, (lang, doc_lang)))
        else:
            click.echo(_answered(asked, _question(query or "", (lang, doc_lang), limit), as_json))


def _question(text: str, languages: tuple[str | None, str | None], limit: int) -> Any:
    """Return a question; ``languages`` are that of the question and that of the documents, where they are known."""
    from baken.open.search import forms  # noqa: PLC0415 - only once the door is ready

    asked_in, wanted = languages[0] or "", languages[1] or languages[0]
    return forms.question(text, {"lang": (wanted,)} if wanted else {}, size=limit, asked_in=asked_in)


def _answered(asked: Any, question: Any, as_json: bool) -> str:
    from baken.open.search import reads  # noqa: PLC0415 - only once the door is ready

    answer = asked.search(question)
    if as_json:
        return json.dumps(reads.as_data(question, answer), ensure_ascii=False, indent=2)
    return "\n".join(_lines(answer))


def _lines(answer: Any) -> Iterator[str]:
    yield f"{answer.total} results in {answer.milliseconds} milliseconds"
    if answer.meant:
        yield f"Did you mean: {answer.meant}"
    for place, hit in enumerate(answer.hits, 1):
        title = " · ".join(filter(None, [hit.title, hit.context]))
        yield f"{place:3}. {title} [{hit.type}, {hit.lang}] {hit.path or hit.id}"
        if hit.snippet:
            yield f"     {html.unescape(_MARK.sub('', hit.snippet))}"
        if reasons := [*map(_reason, hit.why), *(["by its meaning"] if hit.near else [])]:
            yield f"     found: {'; '.join(reasons)}"


def _reason(match: Any) -> str:
    forms = f" (as {', '.join(match.forms)})" if match.forms else ""
    also = "".join(f" → {text} ({way})" for way, text in match.also)
    called = f" → {', '.join(match.called)}" if match.called else ""
    return f"{match.word}{called}{also} in {', '.join(match.places)}{forms}"


def _run(asked: Any, topics: IO[str], run: Path, languages: tuple[str | None, str | None]) -> str:
    """Ask every topic and then write the run: half a run would be measured as if it were whole."""
    from baken.open.search.engine import trec  # noqa: PLC0415 - only once the door is ready

    questions, lines = _topics(topics), list[str]()
    for topic, text in questions:
        found = asked.ranked(_question(text, languages, _RUN_DEPTH))
        lines += trec.run_lines(topic, found)
    run.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return f"{len(questions)} topics asked, answers in {run.name}"


def _topics(lines: IO[str]) -> list[tuple[str, str]]:
    from baken.open.search.engine import trec  # noqa: PLC0415 - only once the door is ready

    try:
        return list(trec.topics(lines))
    except ValueError as error:
        raise click.ClickException(f"{lines.name}: {error}") from error
