# SPDX-License-Identifier: EUPL-1.2
"""Asks the peer's search all questions in turn: `python -m bench.plain.timed DATA` prints how long it took, as JSON."""

import json
import sys
from pathlib import Path

import django

MOST = 10


def main(data: Path) -> None:
    """Ask for the ten best pages of every question."""
    from wagtail.models import Page  # noqa: PLC0415 - Django must be set up first

    from bench import asked  # noqa: PLC0415

    def ask(text: str) -> object:
        return list(Page.objects.live().search(text)[:MOST])

    print(json.dumps(asked.told(asked.taken(ask, asked.questions(data)))))


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
