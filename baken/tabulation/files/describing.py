# SPDX-License-Identifier: EUPL-1.2
"""A figure's files described for machines: CSV on the Web, with the catalogue's own words (DCAT) for what it is about.

Not the Data Cube vocabulary: that says every number a second time, while this tells how to read the file that is there,
and a reader of CSV on the Web can make triples of it.
https://www.w3.org/TR/tabular-metadata/, https://www.w3.org/TR/vocab-dcat-3/
"""

import json
from typing import Any

from baken.tabulation.files import media
from baken.tabulation.files.about import LICENCE, Edition, facts
from baken.tabulation.files.rows import Column, columns
from baken.tabulation.shapes import Table, Words

_REGISTERED = "https://www.iana.org/assignments/media-types/"


def json_ld_file(edition: Edition, language: str) -> bytes:
    """Return the description of a figure's CSV in a language."""
    return json.dumps(described(edition, language), ensure_ascii=False, indent=1).encode()


def described(edition: Edition, language: str) -> dict[str, Any]:
    """Return the description as JSON values."""
    figure = edition.figure
    keys = [each.name for each in figure.dimensions] if isinstance(figure, Table) else ["method"]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "url": f"{edition.address}.csv",
        "@type": "Table",
        **_catalogued(edition),
        "tableSchema": {"columns": [_column(each) for each in columns(figure)], "primaryKey": keys},
        "notes": [{"name": name, "text": text} for name, text in facts(edition, language)],
    }


def _catalogued(edition: Edition) -> dict[str, Any]:
    figure = edition.figure
    first, last = figure.population.first, figure.population.last
    return {
        "dc:title": _both(figure.title),
        "dc:description": _both(figure.definition),
        "dc:provenance": _both(edition.method),
        "dc:publisher": _both(edition.source),
        "dc:license": {"@id": LICENCE},
        "dc:issued": {"@value": edition.released_on.isoformat(), "@type": "xsd:date"},
        "dc:temporal": {"dcat:startDate": first.isoformat(), "dcat:endDate": last.isoformat()},
        "dcat:landingPage": {"@id": edition.address},
        "dcat:distribution": [_distribution(edition, "csv", media.CSV), _distribution(edition, "xlsx", media.XLSX)],
    }


def _distribution(edition: Edition, ending: str, kind: str) -> dict[str, Any]:
    where = {"dcat:downloadURL": {"@id": f"{edition.address}.{ending}"}, "dcat:mediaType": {"@id": _REGISTERED + kind}}
    return {"@type": "dcat:Distribution", **where}


def _column(column: Column) -> dict[str, Any]:
    kind: Any = {"base": "integer", "minimum": 0} if column.is_number else "string"
    titles = {"dc:title": _both(column.title), "dc:description": _both(column.description)}
    return {"name": column.name, "titles": [column.name], "datatype": kind, **titles}


def _both(words: Words) -> list[dict[str, str]]:
    return [{"@value": words.nl, "@language": "nl"}, {"@value": words.en, "@language": "en"}]
