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
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def index(as_json: bool) -> None:
    """Build the search index anew, and lay what casework shows of the databank whole."""
    with doors.open_door():
        from baken.open.offering import actions as offering  # noqa: PLC0415 - only once the door is ready
        from baken.open.search import actions  # noqa: PLC0415

        began = time.perf_counter()
        count = actions.rebuild()
        offering.fill()
        seconds = round(time.perf_counter() - began, 2)
    click.echo(json.dumps({"documents": count, "seconds": seconds}) if as_json else f"{count} documents in {seconds} s")


@click.command()
@click.argument("query", required=False)
@click.option("--lang", help="Only documents in this language, such as nl.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="At most so many results.")
@click.option("--topics", type=click.File(encoding="utf-8"), help="Ask every question of a file: topic, tab, words.")
@click.option("--run", type=click.Path(dir_okay=False, path_type=Path), help="Write the answers here in TREC's form.")
def search(  # noqa: PLR0913, PLR0917 - an option each
    query: str | None, lang: str | None, as_json: bool, limit: int, topics: IO[str] | None, run: Path | None
) -> None:
    """Search the databank as a reader who has not signed in."""
    if (query is None) == (topics is None) or (topics is None) != (run is None):
        raise click.ClickException("give a query, or both --topics and --run")
    with doors.open_door():
        _up_to_date()
        if topics is not None and run is not None:
            _run(topics, run, lang)
        else:
            click.echo(_answered(_question(query or "", lang, limit), as_json))


def _up_to_date() -> None:
    from baken.open.search import actions  # noqa: PLC0415 - only once the door is ready

    actions.follow()


def _question(text: str, lang: str | None, limit: int) -> Any:
    from baken.open.search import forms  # noqa: PLC0415 - only once the door is ready

    return forms.question(text, {"lang": (lang,)} if lang else {}, size=limit)


def _reader() -> Any:
    from django.contrib.auth.models import AnonymousUser  # noqa: PLC0415 - only once the door is ready

    return AnonymousUser()


def _answered(question: Any, as_json: bool) -> str:
    from baken.open.search import reads  # noqa: PLC0415 - only once the door is ready

    answer = reads.search(question, _reader())
    if as_json:
        return json.dumps(reads.as_data(question, answer), ensure_ascii=False, indent=2)
    return "\n".join(_lines(answer))


def _lines(answer: Any) -> Iterator[str]:
    yield f"{answer.total} results in {answer.milliseconds} milliseconds"
    for place, hit in enumerate(answer.hits, 1):
        yield f"{place:3}. {' · '.join(filter(None, [hit.title, hit.context]))} [{hit.type}, {hit.lang}] {hit.path}"
        if hit.snippet:
            yield f"     {html.unescape(_MARK.sub('', hit.snippet))}"


def _run(topics: IO[str], run: Path, lang: str | None) -> None:
    from baken.open.search import reads  # noqa: PLC0415 - only once the door is ready
    from baken.open.search.engine import trec  # noqa: PLC0415

    count = 0
    with run.open("w", encoding="utf-8") as file:
        for topic, text in _topics(topics):
            found = reads.ranked(_question(text, lang, _RUN_DEPTH), _reader())
            named = ((name.removeprefix("doc/"), score) for name, score in found)
            file.writelines(f"{line}\n" for line in trec.run_lines(topic, named))
            count += 1
    click.echo(f"{count} topics asked, answers in {run.name}")


def _topics(lines: IO[str]) -> Iterator[tuple[str, str]]:
    from baken.open.search.engine import trec  # noqa: PLC0415 - only once the door is ready

    try:
        yield from trec.topics(lines)
    except ValueError as error:
        raise click.ClickException(f"{lines.name}: {error}") from error
