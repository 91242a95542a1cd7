# SPDX-License-Identifier: EUPL-1.2
"""The open door, walked through in a process of its own: `python -m tests.matrix.open_door ADDRESS…`.

Prints as JSON how many answers it gave, which of them show a text from a file, and with which status it answers
the addresses of the closed door that it is asked.
"""

import json
import sys

_STARTS = [
    "/", "/en/", "/search/?q=kanarie", "/sources/", "/concepts/", "/signals/", "/sitemap.xml", "/sign-in/", "/editors/",
]  # fmt: skip


def walk(closed: list[str]) -> dict[str, object]:
    """Return what was answered to everything that leads on from the front page, and to the closed door's addresses."""
    from django.test import Client  # noqa: PLC0415 - once Django is set up

    from baken.open.articles.actions import load_starter  # noqa: PLC0415
    from baken.open.search import actions  # noqa: PLC0415
    from tests.matrix.crawling import crawl, found_in, of  # noqa: PLC0415

    load_starter()
    actions.follow()
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    answers = dict(crawl(client, _STARTS)) | {each: client.get(each) for each in closed}
    leaks = [address for address, answer in answers.items() if found_in(_seen(of, answer))]
    return {
        "answers": len(answers),
        "leaks": leaks,
        "status": {each: answers[each].status_code for each in ("/", *closed)},
    }


def _seen(of, answer):
    return b"".join(answer.streaming_content) if answer.streaming else of(answer)


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps(walk(sys.argv[1:])))
