# SPDX-License-Identifier: EUPL-1.2
"""Our side of `python -m bench speed`, in a process of its own beside the open door's database.

`python -m bench.speed_ours learn` learns the lexicon; `... build COUNT` builds the index; `... ask words` and
`... ask meaning` answer every question as the page does, from what stands in the database and the index. Each prints
its figures as JSON.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import django
from django.conf import settings

from baken.settings import environment
from bench import asked, varied

# Of 10,312, from which learning takes ten minutes.
PAIRS = 500


def learn() -> dict[str, Any]:
    """Learn the lexicon from a part of the aligned articles, and keep it in the database with examples of them all."""
    from baken.open.search.lexicon import actions, pairs  # noqa: PLC0415 - Django must be set up first

    file = environment.data() / "search" / "parallel.nl-en.jsonl.gz"
    aligned = list(pairs.read(gzip.decompress(file.read_bytes())))
    began = time.perf_counter()
    entries = actions.learn_from(pairs=aligned[:PAIRS], examples=aligned, tell=_say)
    return {"pairs": PAIRS, "entries": entries, "seconds": time.perf_counter() - began}


def build(count: int) -> dict[str, Any]:
    """Build the index of so many documents where the open door looks for it."""
    from baken.open.changes import reads as changes  # noqa: PLC0415 - Django must be set up first
    from baken.open.search import reads  # noqa: PLC0415

    documents = list(varied.documents(environment.data(), count))
    store = reads.store()
    store.folder.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    store.build(documents, f"{reads.origin()}:{changes.head()}")
    seconds = time.perf_counter() - began
    size = sum(file.stat().st_size for file in store.folder.rglob("*") if file.is_file())
    return {"seconds": seconds, "per_second": count / seconds, "megabytes": size / 1e6}


def ask(way: str) -> dict[str, Any]:
    """Answer every question, by words alone or by meaning too; the page's titles to choose from are timed beside.

    With the times comes a digest of what was found, so that two runs on the same documents can be compared.
    """
    from django.contrib.auth.models import AnonymousUser  # noqa: PLC0415 - Django must be set up first

    from baken.core import settling  # noqa: PLC0415
    from baken.open.search import forms, reads  # noqa: PLC0415
    from baken.open.search.engine.shapes import Answer  # noqa: PLC0415

    settling.settle()
    if way == "words":
        settings.SEARCH_EMBEDDINGS = None
    nobody, texts = AnonymousUser(), asked.questions(environment.data())
    answers = dict[str, Answer]()
    found = asked.taken(lambda text: answers.update({text: reads.search(forms.question(text, {}), nobody)}), texts)
    titles = asked.taken(lambda text: reads.titles(text, nobody), texts)
    digest = asked.digest([each.id for each in answers[text].hits] for text in texts)
    return {**asked.told(found), "titles": asked.told(titles), "answers": digest}


def _say(doing: str) -> None:
    print(f"… {doing}", file=sys.stderr, flush=True)


_VERBS: dict[str, Callable[..., dict[str, Any]]] = {
    "learn": learn,
    "build": lambda count: build(int(count)),
    "ask": ask,
}

if __name__ == "__main__":
    django.setup()
    print(json.dumps(_VERBS[sys.argv[1]](*sys.argv[2:])))
