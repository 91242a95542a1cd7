# SPDX-License-Identifier: EUPL-1.2
"""Files of persons."""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localdate

from baken.closed.access.models import Dossier
from baken.closed.casework.models import Assertion, Identity
from baken.closed.casework.person import countries
from baken.closed.casework.person.reads import age_of
from baken.closed.casework.status import rules as status
from baken.closed.figures.counting import coding, nationality, standards
from baken.closed.figures.units import describing
from baken.closed.figures.units.fetching import Counted, Scope, by_file, day_of, in_chunks, rows
from baken.closed.figures.units.reports import first_letters
from baken.closed.intake.labels import WHO
from baken.closed.plan.labels import OUTCOMES
from baken.closed.plan.models import Closure
from baken.closed.trafficking.models import Account


def counted(scope: Scope) -> Iterator[Counted]:
    """Yield each file that was opened in a period."""
    for chunk in in_chunks(rows(Dossier, "figures_cases", *scope.words), file="id"):
        told = Told(scope, chunk)
        yield from (Counted(localdate(each.opened_at), told.codes(each)) for each in chunk)


class Told:
    """What some files tell, fetched together."""

    def __init__(self, scope: Scope, cases: list[Any]) -> None:
        agency, among = scope.agency, [each.id for each in cases]
        # What others ask takes columns of its own: they are opened where somebody asks so.
        self.as_others = bool(scope.along & standards.theirs().keys())
        self.people = by_file(rows(Identity, "figures_identities", agency, among))
        self.accounts = by_file(rows(Account, "figures_accounts", agency, among))
        self.words = by_file(rows(Assertion, "figures_assertions", agency, among))
        self.closures = by_file(rows(Closure, "figures_closures", agency, among))
        self.named = nationality.named()
        self.letters = first_letters(agency, [each.first_report for each in cases if each.first_report])

    def codes(self, case: Any) -> dict[str, str]:
        """Return the code of a file along each dimension."""
        person, said = self._person(case), self._standing(case)
        others = self._as_others(case, said) if self.as_others else {}
        return {**person, **self._trafficking(case, said), **self._way(case), **others}

    def _person(self, case: Any) -> dict[str, str]:
        person = next(iter(self.people.get(case.id, ())), None)
        age, on = age_of(person), localdate(case.opened_at)
        nation = countries.coded(person.nationality) if person else ""
        return {
            "sex": coding.sex(person.gender if person else ""),
            "age": coding.age(age, on),
            "majority": coding.majority(age, on),
            "continent": coding.continent(nation),
            "country": coding.country(nation, self.named),
        }

    def _standing(self, case: Any) -> status.Said | None:
        """Return the word on her being a victim that counts."""
        said = [
            status.Said(status.What(each.what), status.By(each.by), each.on, each.recorded_at)
            for each in self.words.get(case.id, ())
        ]
        found = status.standing(said)
        return found.said if found else None

    def _trafficking(self, case: Any, said: status.Said | None) -> dict[str, str]:
        accounts = self.accounts.get(case.id, ())
        where = coding.exploited(each.exploited_country for each in accounts)
        return {
            "kind": coding.kind(each.forms for each in accounts),
            "crossing": coding.crossing(each.crossing for each in accounts),
            "exploited": where,
            "region": coding.region(where, (each.exploited_provinces or () for each in accounts)),
            "status": said.what.value if said else coding.UNKNOWN,
        }

    def _as_others(self, case: Any, said: status.Said | None) -> dict[str, str]:
        person = next(iter(self.people.get(case.id, ())), None)
        on = localdate(case.opened_at)
        known = describing.victim_of(person, self.accounts.get(case.id, ()), said, on)
        return standards.codes(known, describing.years_of(person, on))

    def _way(self, case: Any) -> dict[str, str]:
        start, end = localdate(case.opened_at), day_of(case.closed_at)
        closure = next(iter(self.closures.get(case.id, ())), None) if end else None
        known = closure.outcome if closure else "other"
        return {
            "reporter": coding.listed(self.letters.get(case.first_report, {}).get("who", ""), WHO, "none"),
            "waited": coding.wait(day_of(case.reported_at), start),
            "passed_on": coding.often(case.led - 1),
            "lasted": coding.length(start, end),
            "outcome": coding.listed(known, dict(OUTCOMES), "other") if end else coding.OPEN,
        }
