# SPDX-License-Identifier: EUPL-1.2
"""Reading a JSON object field by field: what is wrong is kept, so that all of it is told at once (pure)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from baken.closed.shelter.placing.instance import Span

_MOST = 1000
_DAY = len("2026-01-31")
_PAIR = 2
_Made = TypeVar("_Made")


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
        ok = lambda row: isinstance(row, list) and all(isinstance(each, str) for each in row)  # noqa: E731
        return frozenset(self._read(field, [], ok, "a list of texts is needed"))

    def flag(self, field: str) -> bool:
        """Return whether; left out, it is not."""
        return bool(self._read(field, False, lambda row: isinstance(row, bool), "true or false is needed"))

    def whole(self, field: str, default: int | None = None) -> int:
        """Return a number that is whole and not negative."""
        ok = lambda row: type(row) is int and 0 <= row <= _MOST  # noqa: E731
        return int(self._read(field, default, ok, f"a whole number from 0 to {_MOST} is needed", harmless=0))

    def code(self, field: str, kind: type[_Made]) -> _Made:
        """Return one of a closed list of codes."""
        try:
            return kind(self.told.get(field))  # type: ignore[call-arg]
        except ValueError:
            known = ", ".join(str(each) for each in kind)  # type: ignore[attr-defined]
            self.faults.append(f"{self.name}: {field} {self.told.get(field)!r} is unknown; known are {known}")
            return next(iter(kind))  # type: ignore[call-overload, no-any-return]

    def span(self, start: str, end: str) -> Span:
        """Return nights from one field until another."""
        found = Span(self._day(start), self._day(end))
        return self._ordered(found, f"{end} is not after {start}", date.min in (found.start, found.end))

    def spans(self, field: str) -> Iterator[Span]:
        """Yield nights that are told as pairs of days."""
        for pair in self._read(field, [], lambda row: isinstance(row, list), "a list is needed"):
            days = [_day(each) for each in pair] if isinstance(pair, list) else []
            if len(days) != _PAIR or None in days:
                self.faults.append(f"{self.name}: {field} needs pairs of days, and has {pair!r}")
            else:
                found = Span(days[0], days[1])  # type: ignore[arg-type]
                yield self._ordered(found, f"{field}: {pair[1]} is not after {pair[0]}", False)

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


def _day(told: Any) -> date | None:
    try:
        return date.fromisoformat(told) if len(told) == _DAY else None
    except (TypeError, ValueError):
        return None
