# SPDX-License-Identifier: EUPL-1.2
"""Reading a JSON object field by field: what is wrong is kept, so that all of it is told at once (pure)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from baken.closed.shelter.placing.instance import Span

_MOST = 1000
_DAY = len("2026-01-31")
_PAIR = 2
_Code = TypeVar("_Code", bound=StrEnum)


class Page:
    """A JSON object, its name, and the faults of its document; for what is wrong something harmless is read."""

    def __init__(self, told: Any, name: str, known: set[str], faults: list[str] | None = None) -> None:
        self.name, self.faults = name, [] if faults is None else faults
        self.told: Mapping[str, Any] = told if isinstance(told, dict) else {}
        if not isinstance(told, dict):
            self.faults.append(f"{name}: an object is needed")
        elif unknown := told.keys() - known:
            self.faults.append(f"{name}: unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}")

    def part(self, field: str, known: set[str]) -> "Page":
        """Return an object within it."""
        return Page(self.told.get(field), f"{self.name}, {field}", known, self.faults)

    def parts(self, field: str, known: set[str]) -> list["Page"]:
        """Return a list of objects within it, each called by its key where it has one."""
        rows = self._read(field, [], lambda row: isinstance(row, list), "a list is needed")
        kind = field.removesuffix("s") if self.name == "the instance" else f"{self.name}, {field}"
        names = (row.get("id", n) if isinstance(row, dict) else n for n, row in enumerate(rows, 1))
        return [Page(row, f"{kind} {name}", known, self.faults) for row, name in zip(rows, names, strict=True)]

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text that is not empty, unless it may be left out."""
        ok = (lambda row: isinstance(row, str)) if default == "" else (lambda row: isinstance(row, str) and bool(row))
        return str(self._read(field, default, ok, "a text is needed", harmless=""))

    def text_or_none(self, field: str) -> str | None:
        """Return a text, or None."""
        return None if self.told.get(field) is None else self.text(field)

    def texts(self, field: str) -> frozenset[str]:
        """Return a set of texts."""
        return frozenset(self._read(field, [], _are_texts, "a list of texts is needed"))

    def flag(self, field: str) -> bool:
        """Return whether; left out, it is not."""
        return bool(self._read(field, False, lambda row: isinstance(row, bool), "true or false is needed"))

    def whole(self, field: str, default: int | None = None) -> int:
        """Return a number that is whole and not negative."""
        return int(self._read(field, default, _is_whole, f"a whole number from 0 to {_MOST} is needed", harmless=0))

    def code(self, field: str, kind: type[_Code]) -> _Code:
        """Return one of a closed list of codes."""
        known = {each.value: each for each in kind}
        found = self._read(field, None, lambda row: isinstance(row, str), "a text is needed", harmless="")
        if found and found not in known:
            self.faults.append(f"{self.name}: {field} {found!r} is unknown; known are {', '.join(known)}")
        return known.get(found, next(iter(known.values())))

    def span(self, start: str, end: str) -> Span:
        """Return nights from one field until another."""
        found = Span(self._day(start), self._day(end))
        return self._ordered(found, f"{end} is not after {start}", date.min in (found.start, found.end))

    def spans(self, field: str) -> Iterator[Span]:
        """Yield nights that are told as pairs of days."""
        for pair in self._read(field, [], lambda row: isinstance(row, list), "a list is needed"):
            start, end = map(_day, pair) if isinstance(pair, list) and len(pair) == _PAIR else (None, None)
            if start is None or end is None:
                self.faults.append(f"{self.name}: {field} needs pairs of days, and has {pair!r}")
            else:
                yield self._ordered(Span(start, end), f"{field}: {end} is not after {start}", False)

    def day_or_none(self, field: str) -> date | None:
        """Return a day, or None where nobody knows."""
        return None if self.told.get(field) is None else self._day(field)

    def _day(self, field: str) -> date:
        found = _day(self.told.get(field))
        if found is None:
            self.faults.append(f"{self.name}: {field} {self.told.get(field)!r} is no day such as 2026-01-31")
        return found or date.min

    def _ordered(self, found: Span, fault: str, known: bool) -> Span:
        if not known and found.end <= found.start:
            self.faults.append(f"{self.name}: {fault}")
        return found

    def _read(self, field: str, default: Any, ok: Callable[[Any], bool], needed: str, harmless: Any = None) -> Any:
        found = self.told.get(field, default)
        if found is not None and ok(found):
            return found
        self.faults.append(f"{self.name}: {field}: {needed}")
        return default if harmless is None else harmless


def _are_texts(told: Any) -> bool:
    return isinstance(told, list) and all(isinstance(each, str) for each in told)


def _is_whole(told: Any) -> bool:
    return type(told) is int and 0 <= told <= _MOST


def _day(told: Any) -> date | None:
    try:
        return date.fromisoformat(told) if len(told) == _DAY else None
    except (TypeError, ValueError):
        return None
