# SPDX-License-Identifier: EUPL-1.2
"""`baken compare`: what others publish of a country, as they publish it. It needs no database and keeps nothing."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from baken.standards.comparing import counts, glotip
from baken.standards.comparing.counts import Count
from baken.standards.opening import FileRefused

_MOST_SAID = 20


@click.command("compare")
@click.argument("table", type=click.Choice(["glotip"]))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--country", default="NLD", show_default=True, help="Which country, by ISO 3166-1 in three capitals.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def compare(table: str, file: Path, country: str, as_json: bool) -> None:
    """Print what TABLE says of a country by year: victims detected, children, adults, forms of exploitation.

    Ends with exit code 1 where a row of FILE was refused, or the country is not there.
    """
    try:
        found = glotip.read(file)
    except FileRefused as error:
        raise click.ClickException(str(error)) from error
    rows = [each for each in found.rows if (each.code, each.indicator) == (country, glotip.DETECTED)]
    if not rows:
        raise click.ClickException(f"{file.name} has no victims detected in {country}")
    told: dict[str, Any] = {"table": table, "source": glotip.SOURCE, "country": country, "name": rows[0].country}
    told |= {"years": [_year(rows, year) for year in glotip.years(rows)]}
    told["refused"] = [each._asdict() for each in found.refusals]
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else "\n".join(_lines(told)))
    if found.refusals:
        click.get_current_context().exit(1)


def _year(rows: Sequence[glotip.Row], year: int) -> dict[str, Any]:
    """Return the counts of a year, with whether the forms can add up to the whole."""
    whole = glotip.told(glotip.of(rows, year=year))
    by_form = {name: glotip.of(rows, year=year, dimension=glotip.FORMS, category=name) for name in _forms(rows)}
    forms = {name: glotip.told(each) for name, each in by_form.items() if each}
    ages = {name: glotip.of(rows, year=year, age=age) for name, age in _AGES.items()}
    return {
        "year": year, "victims": _told(whole), **{name: _told(glotip.told(each)) for name, each in ages.items()},
        "forms": {name: _told(each) for name, each in forms.items()},
        "forms_add_up": counts.total(forms.values()).meets(whole),
    }  # fmt: skip


_AGES = {"children": glotip.CHILDREN, "adults": glotip.ADULTS}


def _forms(rows: Sequence[glotip.Row]) -> list[str]:
    return glotip.categories(rows, glotip.FORMS)


def _told(count: Count) -> dict[str, int | None]:
    return {"low": count.low, "high": count.high}


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    yield f"{told['name']} ({told['country']}), {told['source']}"
    for each in told["years"]:
        forms = "; ".join(f"{name}: {Count(**count)}" for name, count in each["forms"].items())
        yield f"{each['year']}  {Count(**each['victims'])} victims, {Count(**each['children'])} children. {forms}"
        if not each["forms_add_up"]:
            yield "      mind: the forms do not add up to the victims: some have none that is told, or several"
    for each in told["refused"][:_MOST_SAID]:
        yield f"refused: row {each['row']}: {each['column'] or 'the whole row'}: {each['wrong']}"
    if len(told["refused"]) > _MOST_SAID:
        yield f"refused: {len(told['refused'])} in all"
