# SPDX-License-Identifier: EUPL-1.2
"""A sheet in print says what it was given, as it stands."""

import pytest

from baken.closed.retention.copy.printing import printed
from baken.closed.retention.tests.pdf import said

HOSTILE = '#panic("x") = kop *vet* $a$ @bron <label> \\u{41} #include "/etc/passwd" // weg'


def sheet(*, text="Verzonnen tekst.", items=1):
    return {
        "language": "nl",
        "title": "Uw dossier",
        "beginning": ["Begin."],
        "sections": [
            {"title": "Gegevens", "rows": [["Naam", "Verzonnen Voornaam"]], "nothing": "–"},  # noqa: RUF001 - as printed
            {"title": "Notities", "items": [{"head": "vandaag", "text": text}] * items, "nothing": "Geen."},
        ],
        "rights": {"title": "Rechten", "lines": ["Een.", "Twee."]},
    }


def squeezed(text):
    return "".join(text.split())


def test_it_is_a_pdf_that_says_everything():
    made = printed(sheet())
    assert made.startswith(b"%PDF-")
    told = squeezed(said(made))
    for words in ("Uw dossier", "Begin.", "Naam", "Verzonnen Voornaam", "vandaag", "Verzonnen tekst.", "Een.", "Twee."):
        assert squeezed(words) in told


def test_it_is_tagged_for_who_listens():
    made = printed(sheet())
    assert b"/StructTreeRoot" in made
    assert b"/Lang" in made


def test_it_sets_what_looks_like_markup_as_it_stands():
    assert squeezed(HOSTILE) in squeezed(said(printed(sheet(text=HOSTILE))))


@pytest.mark.parametrize(
    "text", ["", "\x00\x07", "regel\n\n\nregel", "Ж שלום فاطمة 姓名 🕊", "w" * 5000, "a\u202eb\ufeff"]
)
def test_it_takes_whatever_somebody_wrote(text):
    assert printed(sheet(text=text)).startswith(b"%PDF-")


def test_it_says_that_there_is_nothing():
    assert "Geen." in said(printed(sheet(items=0)))
