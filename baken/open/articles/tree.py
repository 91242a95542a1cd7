# SPDX-License-Identifier: EUPL-1.2
"""Where the databank's pages hang: in each language a home, and under it one shelf of articles."""

from typing import Any

from wagtail.models import Locale, Page, Site

from baken.open.articles.models import HomePage, ShelfPage

# language → the home's title; the shelf's title and its word in the address
PLACES = {
    "nl": ("Kennisbank mensenhandel", "Artikelen", "artikelen"),
    "en": ("Knowledge databank on human trafficking", "Articles", "articles"),
}
_FIRST = "nl"


def shelf(language: str) -> ShelfPage:
    """Return a language's shelf, made where it is missing; other languages are translations of the first."""
    _, title, slug = PLACES[language]
    place = _home(language)
    if found := ShelfPage.objects.child_of(place).first():
        return found  # type: ignore[no-any-return]
    if language == _FIRST:
        return place.add_child(instance=ShelfPage(title=title, slug=slug))  # type: ignore[no-any-return]
    return _translation(shelf(_FIRST), language, title=title, slug=slug)  # type: ignore[no-any-return]


def _home(language: str) -> HomePage:
    locale, _ = Locale.objects.get_or_create(language_code=language)
    if found := HomePage.objects.filter(locale=locale).first():
        return found  # type: ignore[no-any-return]
    if language == _FIRST:
        return _front_page(locale)
    return _translation(_home(_FIRST), language, title=PLACES[language][0])  # type: ignore[no-any-return]


def _front_page(locale: Locale) -> HomePage:
    """Make the first home the site's front page, in place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    home: HomePage = root.add_child(instance=HomePage(title=PLACES[_FIRST][0], slug="kennisbank", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    Page.objects.child_of(root).exclude(pk=home.pk).filter(title__startswith="Welcome to").delete()
    return home


def _translation(page: Any, language: str, **words: str) -> Any:
    """Publish a page's translation; what is returned is read anew, for its address moved with its slug."""
    copy = page.copy_for_translation(Locale.objects.get(language_code=language))
    for name, word in words.items():
        setattr(copy, name, word)
    copy.save_revision().publish()
    return type(copy).objects.get(pk=copy.pk)
