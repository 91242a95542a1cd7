# SPDX-License-Identifier: EUPL-1.2
"""Every message is translated, and a broken translation is noticed."""

from pathlib import Path

import pytest

from baken.core import words

DUTCH = words.LOCALES / "nl" / "LC_MESSAGES" / "django.po"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: nl\\n"\n\n'


def test_it_speaks_dutch_everywhere() -> None:
    assert list(words.problems(DUTCH)) == []


def test_it_finds_messages_in_code_and_templates() -> None:
    places = {place for message in words.catalogue() if message.id for place, _line in message.locations}
    assert any(place.endswith(".html") for place in places)
    assert any(place.endswith(".py") for place in places)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('msgid "Sources"\nmsgstr ""\n', "is empty"),
        ('#, fuzzy\nmsgid "Sources"\nmsgstr "Bronnen"\n', "is fuzzy"),
        ('msgid "Sources"\nmsgstr "Bronnen %(day)s"\n', "has other placeholders"),
    ],
)
def test_it_notices_a_broken_translation(entry: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + entry, encoding="utf-8")
    assert f"nl: 'Sources' {fault}" in list(words.problems(path))


def test_it_notices_a_missing_translation(tmp_path: Path) -> None:
    path = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD, encoding="utf-8")
    assert "nl: 'Sources' is missing" in list(words.problems(path))
