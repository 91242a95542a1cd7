# SPDX-License-Identifier: EUPL-1.2
"""Asks the peer's search: `python -m bench.plain.ask TOPICS.tsv` prints a run in TREC's form."""

import sys
from pathlib import Path

import django

MOST = 10


def run(topics: Path) -> None:
    """Print `topic Q0 document rank score tag` for the ten best pages of every topic."""
    from wagtail.models import Page  # noqa: PLC0415 - Django must be set up first

    for line in topics.read_text(encoding="utf-8").splitlines():
        number, _, words = line.partition("\t")
        for rank, page in enumerate(Page.objects.live().search(words)[:MOST], 1):
            print(number, "Q0", page.title, rank, 1 / rank, "wagtail")


if __name__ == "__main__":
    django.setup()
    run(Path(sys.argv[1]))
