# SPDX-License-Identifier: EUPL-1.2
"""What estimates say, and what they do not, in plain words."""

from collections.abc import Iterator, Mapping, Sequence

from baken.hidden_population.answering import Answer
from baken.hidden_population.estimating import Estimate
from baken.hidden_population.worded import Worded, rounded, worded

# Times, from which methods differ a lot, and a list matters a lot. Both are our own: no source draws a line.
_APART, _FAR = 1.5, 1.3
LIMITS = (
    worded(
        "Every estimate supposes that persons on no list are like those on lists as its model has it; "
        "no table shows that."
    ),
    worded("It supposes that each person could be on any list and is recognised there, once, by whoever looks."),
    worded("It supposes that nobody came or went while the lists were kept."),
    worded("The interval says how far chance goes if the method is right, not whether it is right."),
)


def spread(estimates: Sequence[Estimate]) -> dict[str, float]:
    """Return the lowest and the highest estimate, and how many times the one is the other."""
    found = [each.estimate for each in estimates]
    return {"low": min(found), "high": max(found), "ratio": max(found) / min(found)}


def read(answer: Answer) -> list[Worded]:
    """Return what the estimates of one table say, and what no table shows."""
    return [*told(answer), *LIMITS]


def told(answer: Answer) -> list[Worded]:
    """Return what the estimates of one table say together, without each list too."""
    totals = {each.method: each.estimate for each in answer.estimates}
    lines = (line for method, found in answer.left.items() for line in _lists(method, totals[method], found))
    return [*_together(answer), *_strata(answer), *lines]


def _together(answer: Answer) -> Iterator[Worded]:
    first, apart = answer.estimates[0], spread(answer.estimates)
    lists = [*answer.table.lists]
    yield worded("{observed} persons are on the lists {lists}.", observed=answer.table.observed, lists=lists)
    if len(answer.estimates) == 1:
        yield worded("By {method} there are {total} in all.", method=first.method, total=rounded(first.estimate))
        return
    hidden = [each.hidden for each in answer.estimates]
    yield worded(
        "By {methods} methods there are between {low} and {high} in all, so {few} to {many} are hidden.",
        methods=len(answer.estimates), low=rounded(apart["low"]), high=rounded(apart["high"]),
        few=rounded(min(hidden)), many=rounded(max(hidden)),
    )  # fmt: skip
    if apart["ratio"] > _APART:
        yield worded(
            "The methods differ by a factor {ratio}: the table does not decide between them. "
            "Give the range, never one of the numbers alone.",
            ratio=apart["ratio"],
        )
    else:
        yield worded("The methods agree fairly well; they may all be wrong in the same direction.")


def _strata(answer: Answer) -> Iterator[Worded]:
    """Yield what telling persons apart did."""
    first, untold = answer.estimates[0], answer.untold
    if untold and first.method == untold.method:
        yield worded(
            "Told apart by {by}, {method} gives {total}; for all together it gives {untold}.",
            by=answer.by, method=first.method, total=rounded(first.estimate), untold=rounded(untold.estimate),
        )  # fmt: skip
    if any(each.observed < answer.table.observed for each in answer.estimates):
        yield worded(
            "Some strata are too thin to estimate by themselves. Methods that go stratum by stratum leave them out, "
            "seen and hidden; a joint model has them, and lets them borrow from the others."
        )


def _lists(method: str, whole: float, left: Mapping[str, float | None]) -> Iterator[Worded]:
    for name, total in left.items():
        if total is None:
            yield worded(
                "Without list {name}, {method} has no estimate: everything hangs on that list.",
                name=name, method=method,
            )  # fmt: skip
        elif not 1 / _FAR < total / whole < _FAR:
            yield worded(
                "Without list {name}, {method} gives {total} instead of {whole}.",
                name=name, method=method, total=rounded(total), whole=rounded(whole),
            )  # fmt: skip
