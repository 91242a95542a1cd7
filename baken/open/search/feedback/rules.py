# SPDX-License-Identifier: EUPL-1.2
"""What of a question may be counted, when editors may read it, and who of them may."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Protocol

LOOK, SETTLE = "search.view_candidate", "search.change_candidate"
NOTHING, UNFOLLOWED = "nothing", "unfollowed"
LONGEST = 50
ROUND = 28  # days
ROUNDS_KEPT = 3
FEWEST = 3
OFF = 0
_SHORTEST, _MOST_WORDS = 3, 4
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*\.?")
# Who says "my" tells of herself; who says "mevrouw", "van der" or "el" is likely to go on with a name.
_OF_PEOPLE = (
    "ik mij mijn me wij we ons onze jij je jou jouw hij hem haar i my mine our us you your he him his she her"
    " dhr mw mevr mevrouw meneer mr mrs ms miss sir mister madam dr drs prof familie fam family"
    " der den del della von bin ben bint ibn abu el al ould"
)
_PERSONAL = frozenset(_OF_PEOPLE.split())
_NOT_RESULTS = frozenset({"static", "search", "contact", "editors", "account", "welcome", "documents", "_util"})


class NotAllowed(Exception):
    """What somebody may not do with what readers looked for."""


class Holder(Protocol):
    """Somebody who may hold permissions."""

    def has_perm(self, perm: str) -> bool:
        """Tell whether she holds one."""


def plain(text: str) -> str:
    """Return the form in which a question is counted, or nothing where it may be about a person and is not counted.

    Up to four words of letters alone, without operators, without a capital after the first word (a name has one) and
    without words by which somebody speaks of herself or names another. Small letters; spaces and points put right.
    """
    words = unicodedata.normalize("NFC", text).split()
    if not 0 < len(words) <= _MOST_WORDS or not all(map(_WORD.fullmatch, words)):
        return ""
    if any(word[0].isupper() for word in words[1:]):
        return ""
    kept = [word.rstrip(".").casefold() for word in words]
    found = " ".join(kept)
    return found if _SHORTEST <= len(found) <= LONGEST and not _PERSONAL.intersection(kept) else ""


def is_result(path: str) -> bool:
    """Tell whether an address may be one of the search's results: pages of the menu and files are none."""
    first, *below = path.removeprefix("/en/").strip("/").split("/")
    return bool(below) and first not in _NOT_RESULTS and not first.startswith("sign-")


def round_of(day: date) -> date:
    """Return the first day of the four weeks that a day stands in."""
    return day - timedelta(days=day.toordinal() % ROUND)


def oldest(day: date) -> date:
    """Return the first day of the oldest four weeks of which words are still kept."""
    return round_of(day) - timedelta(days=ROUND * (ROUNDS_KEPT - 1))


def reason(nothing: int, something: int, followed: int, enough: int) -> tuple[str, int] | None:
    """Return why editors may read a question and by how many days, or None while too few days speak for it.

    Of the days on which it found something the last one does not count yet: a result may still be followed.
    """
    unfollowed = something - 1 - followed
    if nothing >= enough:
        return NOTHING, nothing
    return (UNFOLLOWED, unfollowed) if unfollowed >= enough else None


def can_look(user: Holder) -> bool:
    """Tell whether a user may look at what readers looked for; who may settle it may."""
    return user.has_perm(LOOK) or can_settle(user)


def can_settle(user: Holder) -> bool:
    """Tell whether a user may dismiss words, put them back and take them into the thesaurus."""
    return user.has_perm(SETTLE)


def check_can_settle(user: Holder) -> None:
    """Raise `NotAllowed` unless a user may dismiss words, put them back and take them into the thesaurus."""
    if not can_settle(user):
        raise NotAllowed
