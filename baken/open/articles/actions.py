# SPDX-License-Identifier: EUPL-1.2
"""What can be done to articles from a command; editors work in Wagtail."""

import re
from collections.abc import Callable
from typing import Any

from django.db import transaction

from baken.open.articles import starter, tree
from baken.open.articles.models import ArticlePage, Citation, ShelfPage
from baken.open.languages import localised
from baken.open.sources.actions import store
from baken.open.sources.importers.records import WorkRecord
from baken.open.sources.models import Work
from baken.open.thesaurus import starter as thesaurus
from baken.open.thesaurus.models import OWN, Concept

_PLAIN = ("aspects", "kind", "audiences", "forms", "jurisdictions", "author", "discipline", "reviewed", "summary")
_LINK = re.compile(r'href="(article|source):([^"#]+)')


@transaction.atomic
def load_starter() -> int:
    """Put the starter thesaurus, source cards and articles in place; return the number of new articles.

    What is there already stays as it is: an editor's work is never overwritten.
    """
    thesaurus.load()
    for card in starter.works():
        store(record=_card(card), read_from="works.toml")
    shelves = {language: tree.shelf(language) for language in tree.PLACES}
    fresh = [page for each in starter.articles() if (page := _place(each, shelves[each.language]))]
    for each, page in fresh:
        _fill(each, page)
    return len(fresh)


def _card(told: dict[str, Any]) -> WorkRecord:
    """Return a source card; what is told in the file's words is put in the record's."""
    renamed = {"title": told["title_nl"], "issued": told.get("date")}
    return WorkRecord(**renamed, **{name: value for name, value in told.items() if name != "date"})


def _place(each: starter.Starter, shelf: ShelfPage) -> tuple[starter.Starter, ArticlePage] | None:
    """Make the page so that others can link to it, or return None where its address is taken."""
    slug = each.head["slug"]
    if ArticlePage.objects.child_of(shelf).filter(slug=slug).exists():
        return None
    page = ArticlePage(title=each.head["title"], slug=slug, locale=shelf.locale, **_fields(each))
    if original := _original(each):
        page.translation_key = original.translation_key
    return each, shelf.add_child(instance=page)


def _original(each: starter.Starter) -> ArticlePage | None:
    """Return the same article in another language, if it is there."""
    slugs = [other.head["slug"] for other in starter.articles() if other.key == each.key]
    found = ArticlePage.objects.filter(slug__in=slugs).exclude(locale__language_code=each.language)
    return found.first()  # type: ignore[no-any-return]


def _fields(each: starter.Starter) -> dict[str, Any]:
    return {name: each.head[name] for name in _PLAIN if name in each.head}


def _fill(each: starter.Starter, page: ArticlePage) -> None:
    resolve = _resolver(each.language)
    page.body = [(kind, _linked(value, resolve)) for kind, value in starter.blocks(each.text)]
    page.concepts = list(Concept.objects.filter(scheme__name=OWN, notation__in=each.head["concepts"]))
    page.citations = [_citation(head) for head in each.head["citations"]]
    page.save_revision().publish()


def _citation(head: dict[str, str]) -> Citation:
    scheme, identifier = head["source"].split("/", 1)
    work = Work.objects.get(scheme=scheme, identifier=identifier)
    return Citation(work=work, provision=head.get("provision", ""), note=head.get("note", ""))


def _linked(value: Any, resolve: Callable[[re.Match[str]], str]) -> Any:
    """Replace `article:` and `source:` links in a block's value by what Wagtail and readers understand."""
    if isinstance(value, dict):
        return {name: _linked(each, resolve) for name, each in value.items()}
    if isinstance(value, list):
        return [_linked(each, resolve) for each in value]
    return _LINK.sub(resolve, value)


def _resolver(language: str) -> Callable[[re.Match[str]], str]:
    slugs = {each.key: each.head["slug"] for each in starter.articles() if each.language == language}

    def resolve(match: re.Match[str]) -> str:
        if match[1] == "source":
            return f'href="{localised("/sources/" + match[2], language)}'
        page = ArticlePage.objects.get(locale__language_code=language, slug=slugs[match[2]])
        return f'linktype="page" id="{page.pk}'

    return resolve
