# SPDX-License-Identifier: EUPL-1.2
"""Vectors for measuring: of the beginning of each text and of each question, kept by what they are of."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from baken.open.search.collections.documents import document
from baken.open.search.engine.shapes import Near
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.meaning import drawing
from baken.open.search.meaning.drawing import NONE, Examples, drawn
from baken.open.search.meaning.exemplary import Chosen, chosen
from baken.open.search.meaning.fields import SIZE
from baken.open.search.meaning.in_process import InProcess
from baken.open.search.meaning.passages import cut, digest, worded
from baken.open.search.meaning.questions import MOST
from baken.settings import environment
from bench.search_quality import LANGUAGES, Material

_BATCH, _KEPT_EVERY = 8, 160
Row = NDArray[np.float32]


def no_examples(_asked_in: str, _wanted: str) -> Examples:
    """Return none, for what is asked without them."""
    return NONE


@dataclass
class Vectors:
    """For each language the passages with their rows, what returns the row of a question by its words, and examples."""

    question: Callable[[str], Row]
    passages: dict[str, tuple[list[tuple[str, int, int]], Row]] = field(default_factory=dict)
    examples: Callable[[str, str], Examples] = no_examples

    def nearest(self, text: str, way: tuple[str, str], reworded: str = "") -> list[Near]:
        """Return the nearest passages to a question, by its language and that wanted, as the search is given them."""
        names, rows = self.passages[way[1]]
        asked: Row = np.mean([self.question(each) for each in (text, reworded) if each], axis=0)
        closeness, sure = rows @ drawn(asked, self.examples(*way)), rows @ asked >= InProcess.sure
        best = np.argsort(-closeness, kind="stable")[:MOST]
        found = ((*names[place], float(closeness[place]), bool(sure[place])) for place in best)
        return [Near(key, start, stop, close, surely) for key, start, stop, close, surely in found]


def made(material: Material, aligned: Iterable[Pair]) -> Vectors:
    """Return all vectors, made now where they are not kept; print how long one takes."""
    model, kept = InProcess(), _Kept(environment.ROOT / "build" / "meaning.npz")
    asked = [text for topics in material.topics.values() for _, text in topics]
    fresh = [text for text in asked if digest(f"?{text}") not in kept.rows]
    if fresh:
        print(f"a question: {_speed(model, fresh[:100])}", flush=True)
    found = Vectors(lambda text: kept.row(f"?{text}", partial(model.question, text)))
    for text in asked:
        found.question(text)
    for lang in LANGUAGES:
        documents = [document(each) for each in material.texts[lang]]
        first = [(each, next(cut(each.title, each.body))) for each in documents]
        texts = [worded(each.title, each.body, part.start, part.stop) for each, part in first]
        kept.fill(texts, model)
        found.passages[lang] = [(each.key, 0, part.stop) for each, part in first], kept.of(texts)
    found.examples = _examples(list(chosen(aligned)), kept, model)
    return found


def _examples(those: list[Chosen], kept: "_Kept", model: InProcess) -> Callable[[str, str], Examples]:
    """Return what gives the examples of a question by its language and that wanted."""
    titles = [title for each in those for title in (each.title_nl, each.title_en)]
    texts = [text for each in those for text in (each.nl, each.en)]
    asked = np.array([kept.row(f"?{title}", partial(model.question, title)) for title in titles])
    kept.fill(texts, model)
    rows = np.concatenate([side.reshape(len(those), -1, SIZE) for side in (asked, kept.of(texts))], axis=1)
    held = drawing.held(rows)
    return lambda asked_in, wanted: held.between(asked_in, [wanted])


def _speed(model: InProcess, texts: list[str]) -> str:
    model.question("warm")
    taken = []
    for text in texts:
        began = time.perf_counter()
        model.question(text)
        taken.append((time.perf_counter() - began) * 1000)
    return f"p50 {statistics.median(taken):.0f} ms, p95 {statistics.quantiles(taken, n=20)[-1]:.0f} ms"


class _Kept:
    """Rows by the digest of their words, in a file."""

    def __init__(self, path: Path) -> None:
        self.path, self.rows = path, dict[str, Row]()
        if path.exists():
            with np.load(path) as file:
                self.rows = dict(zip(file["digests"].tolist(), file["rows"], strict=True))

    def row(self, text: str, make: Callable[[], Row]) -> Row:
        """Return the row of a text, made now where it is not kept."""
        name = digest(text)
        if name not in self.rows:
            self.rows[name] = make()
        return self.rows[name]

    def of(self, texts: Iterable[str]) -> Row:
        """Return the rows of passages that are kept."""
        return np.array([self.rows[digest(text)] for text in texts])

    def fill(self, texts: list[str], model: InProcess) -> None:
        """Make the rows of passages that are not kept, and keep them."""
        lacking = [text for text in texts if digest(text) not in self.rows]
        began = time.perf_counter()
        for done in range(0, len(lacking), _BATCH):
            batch = lacking[done : done + _BATCH]
            self.rows |= dict(zip(map(digest, batch), model.passages(batch), strict=True))
            if done % _KEPT_EVERY == 0:
                self.save()
                print(f"{done} of {len(lacking)} passages in {time.perf_counter() - began:.0f} s", flush=True)
        self.save()

    def save(self) -> None:
        """Write the file anew."""
        self.path.parent.mkdir(exist_ok=True)
        beside = self.path.with_suffix(".new.npz")
        np.savez(beside, digests=list(self.rows), rows=np.array(list(self.rows.values())))
        beside.replace(self.path)
