# SPDX-License-Identifier: EUPL-1.2
"""The provinces of the Netherlands, as a place is told of by who reports and by who counts (pure).

Their codes are those of ISO 3166-2:NL. Bonaire, Sint Eustatius and Saba are a country of their own in lists of
countries (BQ), and no province.
"""

from collections.abc import Mapping
from dataclasses import dataclass

HOME = "NL"
ABROAD = "abroad"  # in the place of a province, where nobody asks for the country


@dataclass(frozen=True)
class Province:
    """A province: its code, and what it is called."""

    key: str
    nl: str
    en: str


PROVINCES: Mapping[str, Province] = {
    code: Province(code, nl, en)
    for code, nl, en in (
        ("NL-DR", "Drenthe", "Drenthe"),
        ("NL-FL", "Flevoland", "Flevoland"),
        ("NL-FR", "Friesland", "Friesland"),
        ("NL-GE", "Gelderland", "Gelderland"),
        ("NL-GR", "Groningen", "Groningen"),
        ("NL-LI", "Limburg", "Limburg"),
        ("NL-NB", "Noord-Brabant", "North Brabant"),
        ("NL-NH", "Noord-Holland", "North Holland"),
        ("NL-OV", "Overijssel", "Overijssel"),
        ("NL-UT", "Utrecht", "Utrecht"),
        ("NL-ZE", "Zeeland", "Zeeland"),
        ("NL-ZH", "Zuid-Holland", "South Holland"),
    )
}
