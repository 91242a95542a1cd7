# SPDX-License-Identifier: EUPL-1.2
"""The newest releases, for who follows them."""

from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.bridge import figures
from baken.bridge.figures import Shown
from baken.open.pagecache.keep import kept

NEWEST = 30


class NewestFigures(Feed):
    """The newest release of each figure in the reader's language, as Atom (RFC 4287)."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the feed, fit for every reader."""
        return kept(super().__call__)(request, *args, **kwargs)

    def title(self) -> str:
        """Name the feed."""
        return _("Baken: new figures")

    def link(self) -> str:
        """Point at the page the feed belongs to."""
        return reverse("figures")

    def items(self) -> list[Shown]:
        """Return the newest releases."""
        return figures.shown()[:NEWEST]

    def item_title(self, item: Shown) -> str:
        """Name an entry."""
        return item.figure.title.said(get_language() or "nl")

    def item_description(self, item: Shown) -> str:
        """Describe an entry by what its figure is."""
        return item.figure.definition.said(get_language() or "nl")

    def item_link(self, item: Shown) -> str:
        """Point at the release, so that each is an entry of its own."""
        return reverse("release", args=[item.slug, item.release])

    def item_updateddate(self, item: Shown) -> datetime:
        """Tell when the release was laid."""
        return datetime.combine(item.released_on, time(), UTC)
