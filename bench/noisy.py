# SPDX-License-Identifier: EUPL-1.2
"""Vectors of many passages for measuring speed: real ones of some passages, repeated with noise.

What is found by them means nothing at all; how long finding takes is what it would be.
"""

import time
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import psycopg
from numpy.typing import NDArray

from baken.open.search.engine.shapes import Document
from baken.open.search.meaning.drawing import ROWS, packed
from baken.open.search.meaning.fields import written
from baken.open.search.meaning.in_process import InProcess
from baken.open.search.meaning.passages import cut, digest, worded
from baken.settings import environment
from bench import varied

REAL = 300
# For each of 384 numbers, of vectors of length 1: beside it a text on the same subject lies as near.
NOISE = 0.02
_BATCH = 10
_COLUMNS = "(document, number, work, language, start, stop, digest, model, vector)"
_INDEX = "CREATE INDEX search_passage_near ON search_passage USING hnsw (vector halfvec_ip_ops)"
Rows = NDArray[np.float32]


def real() -> Rows:
    """Return real vectors of some passages, made the first time and kept in `build/speed.npz`."""
    file = environment.ROOT / "build" / "speed.npz"
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        np.savez(file, rows=_made(REAL))
    with np.load(file) as kept:
        found: Rows = kept["rows"]
    return found


def _made(count: int) -> Rows:
    texts = [worded(each.title, each.body, *_first(each)) for each in varied.documents(environment.data(), count)]
    model = InProcess()
    return np.concatenate([model.passages(texts[at : at + _BATCH]) for at in range(0, count, _BATCH)])


def _first(document: Document) -> tuple[int, int]:
    passage = next(cut(document.title, document.body))
    return passage.start, passage.stop


def repeated(rows: Rows, count: int) -> Iterator[Rows]:
    """Yield so many vectors of length 1, each one of these rows with noise; the same ones each time."""
    noise = np.random.default_rng(1)
    for _ in range(count):
        near = rows[noise.integers(len(rows))] + np.float32(NOISE) * noise.standard_normal(rows.shape[1], np.float32)
        yield near / np.linalg.norm(near)


def fill(address: str, database: str, documents: Sequence[Document], rows: Rows) -> dict[str, Any]:
    """Put one passage of each document into the table of passages; return how long that and its index took."""
    with psycopg.connect(address, dbname=database, autocommit=True) as db:
        db.execute("DROP INDEX IF EXISTS search_passage_near")
        db.execute("TRUNCATE search_passage")
        began = time.perf_counter()
        with db.cursor() as cursor, cursor.copy(f"COPY search_passage {_COLUMNS} FROM STDIN") as copy:
            for document, vector in zip(documents, repeated(rows, len(documents)), strict=True):
                copy.write_row((document.key, 0, document.work, document.lang, *_first(document), digest(document.body),
                                InProcess.name, written(vector)))  # fmt: skip
        filled = time.perf_counter() - began
        db.execute("SET maintenance_work_mem = '1GB'")
        db.execute(_INDEX)
        db.execute("VACUUM ANALYZE search_passage")
    return {"passages": len(documents), "filling": filled, "indexing": time.perf_counter() - began - filled}


def illustrate(address: str, database: str, rows: Rows) -> int:
    """Give each example that was learned from its four vectors, and return how many examples there are."""
    with psycopg.connect(address, dbname=database) as db:
        keys = [key for (key,) in db.execute("SELECT id FROM search_example ORDER BY id")]
        vectors = repeated(rows, ROWS * len(keys))
        for key in keys:
            told = (packed([next(vectors) for _ in range(ROWS)]), InProcess.name, key)
            db.execute("UPDATE search_example SET vectors = %s, model = %s WHERE id = %s", told)
        db.execute("UPDATE search_learned SET examples = gen_random_uuid()")
    return len(keys)
