# SPDX-License-Identifier: EUPL-1.2
"""Tables as UNODC and CTDC publish them, small and made up."""

from baken.standards import sheets

NAMES = (
    "Iso3_code", "Country", "Region", "Subregion", "Indicator", "Dimension", "Category", "Sex", "Age", "Year",
    "Unit of measurement", "txtVALUE", "Source",
)  # fmt: skip
DETECTED, FORMS = "Detected trafficking victims", "by form of exploitation"


def row(count, **told):
    """Return a row of GLOTIP in the order of its columns."""
    given = {
        "Iso3_code": "NLD", "Country": "Verzonnenland", "Region": "Europe", "Subregion": "Western Europe",
        "Indicator": DETECTED, "Dimension": "Total", "Category": "Total", "Sex": "Total", "Age": "Total",
        "Year": "2019", "Unit of measurement": "Counts", "Source": "GLOTIP",
    }  # fmt: skip
    return [{**given, "txtVALUE": count, **told}[name] for name in NAMES]


SMALL = [
    row("1,222"),
    row("<5", Age="0 to 17 years"),
    row("1,219", Age="18 years or over"),
    row("1,200", Dimension=FORMS, Category="Sexual exploitation"),
    row("<5", Dimension=FORMS, Category="Forced labour"),
    row("<5", Dimension=FORMS, Category="Other forms of exploitation"),
    row("19", Dimension=FORMS, Category="Other forms of exploitation"),
    row("", Year="2020"),
    row("<5", Year="2020", Dimension=FORMS, Category="Forced labour"),
    row("9", Indicator="Persons convicted"),
    row("7", Iso3_code="", Country="Elders"),
]


def glotip(path, rows=SMALL, names=NAMES):
    """Write a table of GLOTIP."""
    with path.open("wb") as file:
        sheets.write([names, *rows], "data_glotip_1", file)
    return path


def ctdc(path, *rows, names="yearOfRegistration,gender,ageBroad,citizenship,isSexualExploit,IP_Gender"):
    """Write a table of CTDC."""
    path.write_text("\n".join([names, *rows]), encoding="utf-8")
    return path
