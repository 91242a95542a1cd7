# SPDX-License-Identifier: EUPL-1.2
"""EU acts as the flat text of a EUR-Lex page: the journal's header is glued to the title, articles run on."""

import datetime
import re
from typing import Any

from baken.open.files import strictjson
from baken.open.files.refusals import Refused
from baken.open.sources.importers import celex, parts, paths
from baken.open.sources.importers.records import ExpressionRecord, ProvisionRecord, WorkRecord

# Old pages: "EUR-Lex - 32004L0081 - NL Avis juridique important | 32004L0081 <title> Publicatieblad Nr. L 261 van …".
_OLD = re.compile(
    r"EUR-Lex - \S+ - [A-Z]{2} (?:Avis juridique important \| )?\S+ (?P<title>.+?) "
    r"(?:Publicatieblad|Official Journal) .{0,80}?\d{4} - \d{4}\s*",
    re.DOTALL,
)
# New pages: "L_202401712NL.000101.fmx.xml Publicatieblad van de Europese Unie NL L-serie 2024/1712 24.6.2024 <text>".
_NEW = re.compile(
    r"(?:\S+\.xml )?(?P<day>\d{1,2}\.\d{1,2}\.\d{4} )?(?:[A-Z]{2} )?"
    r"(?:Publicatieblad van de Europese Unie|Official Journal of the European Union) (?:[A-Z]{2} )?"
    r"(?:[LC]-(?:serie|series) \S+ \d{1,2}\.\d{1,2}\.\d{4}|[LC] \d+/\d+) "
)
# With these words the institutions begin to speak, and the title has ended.
_OPENING = re.compile(
    r" (?:HET EUROPEES PARLEMENT EN )?DE (?:RAAD VAN DE EUROPESE (?:UNIE|GEMEENSCHAP)|EUROPESE COMMISSIE,)"
    r"| THE (?:EUROPEAN PARLIAMENT AND THE )?(?:COUNCIL OF THE EUROPEAN UNION|EUROPEAN COMMISSION,)"
)
_MONTHS = {
    month: place
    for months in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
    )
    for place, month in enumerate(months.split(), 1)
}
_DAY = re.compile(rf"\b(?:van|of) (\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", re.IGNORECASE)
_ANNEX = re.compile(r"\b(?:BIJLAGE|ANNEX)(?: [IVX]+)?\b")
_MEMBER = re.compile("(?<=[.;:]) (?=[0-9]{1,2}\\. [A-Z\u00c0-\u00dd])")
_QUOTES = "\u201e\u201c\u2018\"'"


def work(value: dict[str, Any]) -> WorkRecord:
    """Return the act a document holds; raise `Refused` where its CELEX number cannot be told."""
    language = strictjson.words(value, "lang")[:2].lower()
    raw = " ".join(strictjson.words(value, "text").split())
    title, text = _parts(raw)
    said = (strictjson.words(value, key, needed=False) for key in ("id", "url"))
    number = next((found for each in said if (found := celex.said(each))), "") or celex.of_title(title)
    if not number:
        raise Refused("tells no CELEX number, in its id, its address or its title")
    act = ExpressionRecord(language, title, provisions=tuple(_provisions(text, language)))
    return celex.work(number, act, _day(title))


def _parts(raw: str) -> tuple[str, str]:
    """Return the act's title and its text, both without the journal's header."""
    if old := _OLD.match(raw):
        return old["title"].strip(), raw[old.end() :]
    text = raw[new.end() :] if (new := _NEW.match(raw)) else raw
    opening = _OPENING.search(text)
    title = text[: opening.start()] if opening else text[:300]
    return title.strip()[:1000], text


def _day(title: str) -> datetime.date | None:
    match = _DAY.search(title)
    return datetime.date(int(match[3]), _MONTHS[match[2].lower()], int(match[1])) if match else None


def _provisions(text: str, language: str) -> list[ProvisionRecord]:
    """Return preamble, articles and annexes; a text without articles is one provision."""
    label = "Artikel" if language == "nl" else "Article"
    starts = _starts(text, label)
    if not starts:
        return [_provision("tekst", paths.untitled("tekst", language), text)]
    annex = _ANNEX.search(text, starts[-1])
    ends = [*starts[1:], annex.start() if annex else len(text)]
    found = [_provision("aanhef", paths.untitled("aanhef", language), text[: starts[0]])] if starts[0] else []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        found.append(
            _provision(f"artikel/{place}", f"{label} {place}", text[start:end].removeprefix(f"{label} {place}"))
        )
    return [*found, _provision("bijlage", annex[0], text[annex.end() :])] if annex else found


def _starts(text: str, label: str) -> list[int]:
    """Return where articles 1, 2, 3 … begin: the next number each time, and a capital or a figure behind it.

    "Artikel 2 wordt vervangen" is a sentence, "Artikel 2, lid 1" a reference; neither begins an article.
    """
    starts: list[int] = []
    while found := _beginning(label, len(starts) + 1).search(text, starts[-1] + 1 if starts else 0):
        starts.append(found.start())
    return starts


def _beginning(label: str, number: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![{_QUOTES}] )(?<![{_QUOTES}]){label} {number} (?=[A-Z\u00c0-\u00dd0-9])")


def _provision(path: str, heading: str, text: str) -> ProvisionRecord:
    return parts.plain(path, heading, _MEMBER.split(text))
