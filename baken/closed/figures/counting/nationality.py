# SPDX-License-Identifier: EUPL-1.2
"""Which countries figures tell apart by name: chosen before anybody counts, and never by what was counted.

Those that CoMensha names, and those of the settings. Every other country is told of with the rest of its part of the
world, so that each category lies whole in one of `continent`: tables of both can stand beside each other.
"""

from django.conf import settings

from baken.closed.casework.person import nations
from baken.closed.figures.counting import coding
from baken.standards.breakdowns import comensha
from baken.tabulation.shapes import Category, Words

CONTINENT = "continent"


def named() -> tuple[str, ...]:
    """Return the countries that are told apart, each once."""
    found = (
        code for each in comensha.classification().dimensions["citizenship"].categories.values() for code in each.codes
    )
    return tuple(dict.fromkeys((*found, *settings.FIGURES_COUNTRIES)))


def categories(parts: tuple[Category, ...]) -> tuple[Category, ...]:
    """Return the countries by name, then what is left of each part of the world that still has others."""
    apart = named()
    left = {where for nation, where in coding.continents().items() if nation not in apart} | {coding.UNKNOWN}
    whole = {each.code: each.code not in map(coding.continent, apart) for each in parts}
    rest = (_rest(each, whole=whole[each.code]) for each in parts if each.code in left)
    return (*(_country(code) for code in apart), *rest)


def _country(code: str) -> Category:
    names = (nations.names(language).get(code, code) for language in ("nl", "en"))
    return Category(code, Words(*names), {CONTINENT: coding.continent(code)})


def _rest(part: Category, *, whole: bool) -> Category:
    dutch, english = ("", "") if whole else (", niet hierboven genoemd", ", not named above")
    return Category(part.code, Words(part.title.nl + dutch, part.title.en + english), {CONTINENT: part.code})
