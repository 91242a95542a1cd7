# SPDX-License-Identifier: EUPL-1.2
"""A classification told on a page, as Markdown: definitions in both languages, sources, and what is to be verified."""

from baken.standards.classifying import Classification, Dimension


def written(of: Classification) -> str:
    """Return the part of a page that tells of a classification."""
    about = f"Source: {of.source}; as of {of.as_of}.{_verify(of.verify)}"
    crossed = "; ".join(" × ".join(table) for table in of.tables)  # noqa: RUF001 - one times the other
    tables = [f"Tables: {crossed}.", ""] if crossed else []
    head = ["| | what is meant | categories | source |", "|---|---|---|---|"]
    lines = [
        f"**{of.en}** / *{of.nl}*",
        "",
        of.en_definition,
        "",
        f"*{of.nl_definition}*",
        "",
        about,
        "",
        *tables,
        *head,
    ]
    return "\n".join([*lines, *map(_row, of.dimensions.values())]) + "\n"


def _row(each: Dimension) -> str:
    unit = f"{each.unit}: " if each.unit else ""
    categories = ", ".join(f"`{one.key}` {one.en}" for one in each.categories.values())
    ranked = " The first that fits counts." if each.ranked else ""
    meant = f"{unit}{each.en} / *{each.nl}*. {each.en_definition} *{each.nl_definition}*"
    return f"| `{each.name}` | {meant} | {categories}.{ranked} | {each.source}.{_verify(each.verify)} |"


def _verify(verify: bool) -> str:
    return " **To be verified.**" if verify else ""
