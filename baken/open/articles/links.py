# SPDX-License-Identifier: EUPL-1.2
"""How a link from one page's text to another is written out."""

from typing import Any

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler


class AddressLinkHandler(PageLinkHandler):
    """Asks only for what an address is made of, once for all links of a text; Wagtail's own fetches whole pages."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Any]:
        """Return the page of each link, or None where it is gone."""
        numbers = [attrs.get("id") for attrs in attrs_list]
        fields = ("url_path", "live", "translation_key", "locale__language_code")
        found = Page.objects.filter(pk__in=numbers).select_related("locale").only(*fields)
        pages = {str(page.pk): page for page in found}
        return [pages.get(str(number)) for number in numbers]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link, to the page's version in the reader's language."""
        return [f'<a href="{escape(_address(page))}">' if page else "<a>" for page in cls.get_many(attrs_list)]


def _address(page: Page) -> str:
    # Nearly every link stays within its language; only then is the other version looked up.
    own = page.locale.language_code == get_language()
    return str((page if own else page.localized).url)
