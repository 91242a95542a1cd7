# SPDX-License-Identifier: EUPL-1.2
"""Which categories of two dimensions anybody can be in at once, found by trying what a file can say.

Several dimensions tell of one thing, each by its own words: a nationality by part of the world, by country, as Eurostat
has it. Whoever reads tables of two of them knows that nobody is a Pole and from Africa, and reckons with it; so must
whoever makes them safe. Nothing here is written down by hand, where it could be forgotten.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import combinations, combinations_with_replacement, product

from baken.closed.casework.person.rules import Age
from baken.closed.casework.status.rules import HTCDS_DECIDED_BY, HTCDS_STATUS, By, What, can_say
from baken.closed.figures.counting import coding, standards
from baken.closed.trafficking.lists import lists, of
from baken.closed.trafficking.rules import FORCED_LABOUR, kinds_of
from baken.standards.victims import Victim, victim
from baken.tabulation.shapes import At

Codes = dict[str, str]
Beside = Mapping[str, Mapping[str, At]]
_DAY = date(2025, 1, 1)
_NOBODY = Victim(_DAY)
# Both sides of each border between age groups, ours and others'.
_YEARS = (0, 11, 12, 17, 18, 22, 23, 29, 30, 39, 40, 120)
_MOST_FORMS, _MOST_OTHERS = 3, 2  # of one person: more make no other pair of categories


def beside(name: str, named: tuple[str, ...]) -> Beside:
    """Return, by its categories, those of other dimensions beside which each can stand, where that is not every one.

    Each pair of dimensions is told of on one of them, the later: a list that changes has the last word on itself.
    ``named`` are the countries told apart by name.
    """
    return _all(named).get(name, {})


@cache
def _all(named: tuple[str, ...]) -> Mapping[str, Beside]:
    found: dict[str, Beside] = {}
    for facts in (_ages(), _statuses(), _forms(), _nationalities(named)):
        found |= _paired(facts)
    return found


def _paired(facts: Iterable[Codes]) -> dict[str, Beside]:
    seen: dict[tuple[str, str], dict[str, set[str]]] = {}
    for names, codes in {(tuple(each), tuple(each.values())) for each in facts}:
        for (other, there), (name, code) in combinations(zip(names, codes, strict=True), 2):
            seen.setdefault((name, other), {}).setdefault(code, set()).add(there)
    found: dict[str, dict[str, dict[str, At]]] = {}
    for (name, other), by_code in seen.items():
        every: set[str] = set().union(*by_code.values())
        for code, beside_it in by_code.items():
            if beside_it != every:
                found.setdefault(name, {}).setdefault(code, {})[other] = tuple(sorted(beside_it))
    return dict(found)


def _ages() -> Iterator[Codes]:
    pairs = combinations_with_replacement(_YEARS, 2)
    for years in (None, *pairs):
        known = Age(least=years[0], most=years[1], on=_DAY) if years else Age()
        told = {"majority": coding.majority(known, _DAY), "age": coding.age(known, _DAY)}
        yield told | _theirs("age", _NOBODY, years)


def _statuses() -> Iterator[Codes]:
    for what, by in ((what, by) for what in What for by in By if can_say(by, what)):
        record = {
            "vic_TraffickingStatus": HTCDS_STATUS[what],
            "vic_TraffickingStatusDecisionMakingOrg": HTCDS_DECIDED_BY[by],
        }
        yield {"status": what.value} | _stood(victim(record, on=_DAY))
    yield {"status": coding.UNKNOWN} | _stood(_NOBODY)


def _stood(somebody: Victim) -> Codes:
    return _theirs("registered_by", somebody) | _theirs("status", somebody)


def _forms() -> Iterator[Codes]:
    for told in (each for many in range(_MOST_FORMS + 1) for each in combinations(of("form"), many)):
        somebody = Victim(_DAY, forms=told)
        ours = {"kind": coding.kind([told])} | _theirs("forms", somebody)
        for crossing, sector in product(("", *of("crossing")), sorted(_sectors(told))):
            crossed = Victim(_DAY, forms=told, crossing=crossing)
            yield {
                **ours, "crossing": crossing or coding.UNKNOWN, **_theirs("forms_and_border", crossed), _SECTOR: sector,
            }  # fmt: skip


def _sectors(told: Iterable[str]) -> set[str]:
    """Return the sectors of others in which somebody can have been made to work, by the forms that were told."""
    kinds = kinds_of(told, lists())
    sectors = [key for key, each in of("sector").items() if each.links["kind"] in kinds]
    sectors += list(of("industry")) if FORCED_LABOUR in told else []
    one = {standards.code(_SECTOR, Victim(_DAY, sectors=(each,)), None) for each in sectors}
    several = {coding.SEVERAL} if len(one - {coding.UNKNOWN}) > 1 else set()
    return one | several | {coding.UNKNOWN}


def _nationalities(named: tuple[str, ...]) -> Iterator[Codes]:
    alike: dict[tuple[str, ...], str] = {}
    for nation in coding.continents():
        alike.setdefault(tuple(_nationality((nation,), named).values()), nation)
    some = list(alike.values())
    others = [each for many in range(_MOST_OTHERS + 1) for each in combinations(some, many)]
    yield from (_nationality((first, *rest), named) for first in ("", *some) for rest in others)


def _nationality(nations: tuple[str, ...], named: tuple[str, ...]) -> Codes:
    somebody = Victim(_DAY, citizenships=tuple(filter(None, nations)))
    first = {"continent": coding.continent(nations[0])}
    return {**first, **_theirs("citizenships", somebody), "country": coding.country(nations[0], named)}


def _theirs(fact: str, somebody: Victim, years: standards.Years = None) -> Codes:
    """Return the codes of somebody along those dimensions of others that tell of one fact."""
    names = (name for name, each in standards.theirs().items() if each.of == fact)
    return {name: standards.code(name, somebody, years) for name in names}


_SECTOR = "ictip_sector"
