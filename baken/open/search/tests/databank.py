# SPDX-License-Identifier: EUPL-1.2
"""A small made-up databank for the front's tests."""

import itertools

from django.utils.text import slugify
from wagtail.models import Locale, Page, PageViewRestriction, Site

from baken.open.articles.models import ArticlePage, HomePage, ShelfPage
from baken.open.sources.models import Entry, Expression, Provision, Wording, Work
from baken.open.thesaurus.models import Concept, Label, Relation, Scheme

_numbers = itertools.count(1)


def home() -> HomePage:
    found = HomePage.objects.first()
    if found is None:
        locale, _ = Locale.objects.get_or_create(language_code="nl")
        root = Page.get_first_root_node()
        found = root.add_child(instance=HomePage(title="Verzonnen huis", slug="verzonnen-huis", locale=locale))
        found.add_child(instance=ShelfPage(title="Artikelen", slug="artikelen", locale=locale))
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": found})
    return found


def article(title: str, *, text="<p>Verzonnen tekst.</p>", live=True, concepts=(), shelf=None, **fields) -> ArticlePage:
    shelf = shelf or ShelfPage.objects.child_of(home()).get()
    plain = {"summary": f"Over {title}.", "aspects": ["legal"], "author": "Verzonnen Schrijver", "discipline": "legal"}
    page = ArticlePage(
        title=title, slug=f"{slugify(title)}-{next(_numbers)}", live=live, body=[("text", text)],
        **{"locale": shelf.locale, **plain, **fields},
    )  # fmt: skip
    page.concepts = list(concepts)
    return shelf.add_child(instance=page)


def restrict(page: Page, kind: str, *groups) -> PageViewRestriction:
    made = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="verzonnen")
    made.groups.set(groups)
    return made


def concept(  # noqa: PLR0913
    notation: str, *, scheme="baken", nl="", en="", also_nl="", same_as=None
) -> Concept:
    where, _ = Scheme.objects.get_or_create(name=scheme, defaults={"title": scheme})
    made = Concept.objects.create(scheme=where, notation=notation)
    labels = [("nl", "preferred", nl), ("en", "preferred", en), ("nl", "alternative", also_nl)]
    for language, role, text in labels:
        if text:
            Label.objects.create(concept=made, language=language, role=role, text=text)
    if same_as:
        Relation.objects.create(concept=made, other=same_as, kind="exactMatch")
    return made


def act(identifier: str, title: str, states: dict, *, scheme="bwb", language="nl") -> Work:
    """Make a work from `{day: {path: text}}`."""
    work = Work.objects.create(scheme=scheme, identifier=identifier, kind="legislation", title=title, language=language)
    for day, texts in states.items():
        expression = Expression.objects.create(
            work=work, language=language, in_force_from=day, title=title, digest=str(day), read_from="verzonnen"
        )
        for place, (path, text) in enumerate(texts.items()):
            enter(expression, place, path, text)
    return work


def enter(expression: Expression, place: int, path: str, text: str) -> None:
    kind, _, number = path.partition("/")
    provision, _ = Provision.objects.get_or_create(
        work=expression.work, path=path, defaults={"kind": kind, "number": number}
    )
    wording, _ = Wording.objects.get_or_create(
        provision=provision, language=expression.language, digest=text[:60],
        defaults={"heading": path.replace("/", " ").capitalize(), "text": text, "html": f"<p>{text}</p>"},
    )  # fmt: skip
    Entry.objects.create(expression=expression, provision=provision, wording=wording, position=place, depth=0)
