# SPDX-License-Identifier: EUPL-1.2
"""What is said beside a published figure, on its page and in its files."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from baken.bridge.figures import Shown
from baken.tabulation.files import media
from baken.tabulation.files.about import LICENCE, OURS, Edition


def edition(request: HttpRequest, shown: Shown, *, is_newest: bool) -> Edition:
    """Return a release with its address, which for the newest one is the figure's own."""
    path = reverse("figure", args=[shown.slug]) if is_newest else reverse("release", args=[shown.slug, shown.release])
    address = request.build_absolute_uri(path)
    return Edition(shown.figure, shown.method, OURS, address, shown.released_on)


def dataset(found: Edition, language: str) -> dict[str, Any]:
    """Return the facts of a figure for machines that read its page (schema.org)."""
    figure = found.figure
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": figure.title.said(language),
        "description": figure.definition.said(language),
        "url": found.address,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "datePublished": found.released_on.isoformat(),
        "temporalCoverage": f"{figure.population.first}/{figure.population.last}",
        "creator": {"@type": "Organization", "name": "Baken"},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{found.address}.{ending}"}
            for ending, kind in (("csv", media.CSV), ("jsonld", media.JSON_LD))
        ],
    }
