# SPDX-License-Identifier: EUPL-1.2
"""The table of questions, and the databank they are asked of: starter articles, and a few made up beside them."""

import csv
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from django.db import transaction
from wagtail.models import PageViewRestriction

from baken.open.articles import actions as articles
from baken.open.articles import starter, tree
from baken.open.articles.models import ArticlePage
from baken.open.search import documents
from baken.open.search.engine.shapes import Document
from baken.open.search.tests.databank import article, enter, restrict
from baken.open.sources.models import Expression, Ruling, Work

FOLDER = Path(__file__).parent
FIRST = 3


class Row(NamedTuple):
    """Who asks what in which language, and what is right: names with wildcards; ``first`` tells whether on top."""

    who: str
    language: str
    text: str
    right: tuple[str, ...]
    first: bool


def rows() -> list[Row]:
    lines = (line for line in (FOLDER / "questions.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return [
        Row(who, language, text, tuple(right.lstrip("~").split("|")), not right.startswith("~"))
        for who, language, text, right in csv.reader(lines, delimiter="\t")
    ]


def is_right(row: Row, names: list[str]) -> bool:
    seen = names[:FIRST] if row.first else names
    return any(fnmatch(name, right) for name in seen for right in row.right)


def made() -> tuple[list[Document], dict[str, str]]:
    """Return the databank's documents, and the table's name of each by its id; the database is left as it was."""
    with transaction.atomic():
        articles.load_starter()
        pages = {page.pk: name for name, page in (*_starters(), *_made_up())}
        _sources()
        found = list(documents.everything())
        transaction.set_rollback(True)
    names = {f"article/{pk}": name for pk, name in pages.items()}
    return found, {each.id: names.get(each.id, each.id) for each in found}


def _starters():
    slugs = {(each.language, each.head["slug"]): f"{each.key}.{each.language}" for each in starter.articles()}
    for page in ArticlePage.objects.select_related("locale"):
        yield slugs[page.locale.language_code, page.slug], page


def _made_up():
    for told in _toml("articles")["article"]:
        shelf = tree.shelf(told["language"])
        page = article(
            told["title"],
            text=f"<p>{told['text']}</p>",
            shelf=shelf,
            summary="Verzonnen voor een test.",
            locale=shelf.locale,
        )
        yield f"made/{told['key']}", page
    restrict(article("Geheim stuk", text="<p>Het woord zeldzaamheimelijk.</p>"), PageViewRestriction.LOGIN)


def _sources():
    for told in _toml("sources")["work"]:
        texts, summary = told.pop("texts", {}), told.pop("summary", "")
        title = told.get("title") or told.get("title_nl") or ""
        own = {"kind": "legislation", "language": "nl", **told, "title": title}
        work, _ = Work.objects.get_or_create(scheme=own["scheme"], identifier=own["identifier"], defaults=own)
        if summary:
            Ruling.objects.create(work=work, court="Hoge Raad", summary=summary)
        expression = Expression.objects.create(work=work, language="nl", title=work.title, digest="x", read_from="x")
        for place, (path, text) in enumerate(texts.items()):
            enter(expression, place, path, text)


def _toml(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
