# SPDX-License-Identifier: EUPL-1.2
"""What methods are called and what they suppose, and a report's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.hidden_population import worded as sentences
from baken.hidden_population.bootstrap import Interval
from baken.hidden_population.worded import Translate, Worded, worded

MEANINGS: Mapping[str, Worded] = {
    "independence": worded("no list says anything about another"),
    "stepwise": worded("pairs of lists depend on each other where their overlap is no chance"),
    "bic": worded("of all models the one that says most with least"),
    "bic-downhill": worded("the same, sought step by step"),
    "bma": worded("all ways in which lists may depend, each weighed by how likely it is"),
    "lcmcr": worded("persons are of some hidden kinds, each kind on lists in its own way"),
    "fixed": worded("the model that was asked for"),
    "joint": worded("one model of lists and columns, in which thin strata borrow from others"),
}
KINDS: Mapping[str, Worded] = {
    "bca": worded("resampled, corrected"),
    "percentile": worded("resampled"),
    "profile": worded("by the likelihood"),
    "wald": worded("by the curvature of the likelihood"),
    "credible": worded("by belief"),
}


@dataclass(frozen=True)
class Words:
    """A language in which a report is told."""

    language: str
    translate: Translate

    def say(self, text: str) -> str:
        """Return a sentence in that language."""
        return sentences.retold(text, self.translate, self.language)

    def persons(self, number: float | None) -> str:
        """Return a number of persons, no more exactly than it is known."""
        if number is None:
            return self.say(worded("no estimate"))
        return sentences.number(sentences.rounded(number), self.language)

    def count(self, number: float) -> str:
        """Return a number of persons who were counted, exactly."""
        return sentences.number(number, self.language)

    def between(self, interval: Interval | None) -> str:
        """Return an interval, empty where there is none."""
        if not interval:
            return ""
        ends = {"low": sentences.rounded(interval.low), "high": sentences.rounded(interval.high)}
        return self.say(worded("{low} to {high}", **ends))
