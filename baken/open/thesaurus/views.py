# SPDX-License-Identifier: EUPL-1.2
"""Pages of the thesaurus: the tree and one concept."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string

from baken.open.pagecache.keep import kept
from baken.open.thesaurus import reads
from baken.open.thesaurus.models import OWN


@kept
def concepts(request: HttpRequest) -> HttpResponse:
    """Show the tops of our own thesaurus and what stands directly below each."""
    branches = [(top, reads.narrower(top)) for top in reads.top_concepts(OWN)]
    return render(request, "thesaurus/concepts.html", {"branches": branches, "schemes": reads.schemes()})


@kept
def concept(request: HttpRequest, scheme: str, notation: str) -> HttpResponse:
    """Show a concept: its names, its place in the tree, and what stands under it in the databank."""
    found = reads.concept(scheme, notation)
    if found is None:
        raise Http404
    context = {
        "concept": found, "above": reads.path_up(found), "narrower": reads.narrower(found),
        "broader": reads.broader(found), "related": reads.related(found), "called": reads.called(found),
        "articles": import_string(settings.ARTICLES_ABOUT)(found),
    }  # fmt: skip
    return render(request, "thesaurus/concept.html", context)
