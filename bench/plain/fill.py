# SPDX-License-Identifier: EUPL-1.2
"""Fills the peer: `python -m bench.plain.fill documents|article|balance FILE`."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import django


def documents(path: Path) -> int:
    """Make a page of every document in a file of JSON lines and index them; return how many.

    Page rows are written in bulk, since saving thousands one by one takes minutes; Wagtail's own
    `update_index` then reads them as it reads any page.
    """
    from django.core.management import call_command  # noqa: PLC0415 - Django must be set up first

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        told = [json.loads(line) for line in lines]
    _insert(told)
    call_command("update_index", verbosity=0)
    return len(told)


def _insert(told: list[dict[str, str]]) -> None:
    from django.db import connection, transaction  # noqa: PLC0415 - Django must be set up first
    from wagtail.models import Page  # noqa: PLC0415

    with transaction.atomic(), connection.cursor() as db:
        shelf = _shelf("documenten")
        pages = Page.objects.bulk_create([_row(shelf, number, each) for number, each in enumerate(told, 1)])
        texts = [(page.pk, each["text"]) for page, each in zip(pages, told, strict=True)]
        db.executemany("INSERT INTO plain_documentpage (page_ptr_id, text) VALUES (%s, %s)", texts)
        Page.objects.filter(pk=shelf.pk).update(numchild=len(pages))


def _shelf(name: str) -> Any:
    """Make the page under which others stand; ours stand at the same depth."""
    from bench.plain.models import ArticlePage  # noqa: PLC0415 - Django must be set up first

    return _home().add_child(instance=ArticlePage(title=name.title(), slug=name, body="[]"))


def _row(shelf: Any, number: int, told: dict[str, str]) -> Any:
    """Return a document's row in the table of pages, as Wagtail itself would have written it."""
    from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415 - Django must be set up first
    from wagtail.models import Page  # noqa: PLC0415

    from bench.plain.models import DocumentPage  # noqa: PLC0415

    slug = f"document-{number}"
    place = {"path": Page._get_path(shelf.path, shelf.depth + 1, number), "depth": shelf.depth + 1}
    words = {"title": told["id"], "draft_title": told["id"], "slug": slug, "url_path": f"{shelf.url_path}{slug}/"}
    kind = ContentType.objects.get_for_model(DocumentPage)
    return Page(content_type=kind, locale_id=shelf.locale_id, live=True, **place, **words)


def article(path: Path) -> int:
    """Publish the article that `bench.ours` printed under the same address as ours; return 1."""
    from bench.plain.models import ArticlePage, Link  # noqa: PLC0415 - Django must be set up first

    told = json.loads(path.read_text(encoding="utf-8"))
    shelf = _shelf("artikelen")
    body = _renumbered(json.dumps(told["body"]), [(each["number"], _stub(shelf, each)) for each in told["pages"]])
    page = ArticlePage(body=body, **{name: told[name] for name in ("title", "slug", "summary", "byline")})
    page.links = [Link(**each) for each in told["links"]]
    shelf.add_child(instance=page).save_revision().publish()
    return 1


def balance(path: Path) -> int:
    """Add links and text to the article's footer until it weighs what ours does; return the links added."""
    from bench.plain.models import ArticlePage, Link  # noqa: PLC0415 - Django must be set up first

    told = json.loads(path.read_text(encoding="utf-8"))
    page = ArticlePage.objects.get(slug=told["slug"])
    page.links.add(*(Link(place="footer", label=f"Meer {n}", url="/search/") for n in range(told["links"])))
    page.colophon += ("tekst " * told["bytes"])[: told["bytes"]]
    page.save_revision().publish()
    return int(told["links"])


def _home() -> Any:
    from wagtail.models import Site  # noqa: PLC0415 - Django must be set up first

    return Site.objects.get(is_default_site=True).root_page


def _stub(shelf: Any, told: dict[str, str]) -> int:
    """Make an empty page for others to link to; return its number."""
    from bench.plain.models import ArticlePage  # noqa: PLC0415 - Django must be set up first

    page = shelf.add_child(instance=ArticlePage(title=told["title"], slug=told["slug"], body="[]"))
    return int(page.pk)


def _renumbered(raw: str, numbers: list[tuple[str, int]]) -> str:
    """Replace our numbers of linked pages by the peer's, in one pass so that none is replaced twice."""
    for old, new in numbers:
        raw = raw.replace(f'id=\\"{old}\\"', f'id=\\"new-{new}\\"')
    return raw.replace('id=\\"new-', 'id=\\"')


if __name__ == "__main__":
    django.setup()
    print({"documents": documents, "article": article, "balance": balance}[sys.argv[1]](Path(sys.argv[2])))
