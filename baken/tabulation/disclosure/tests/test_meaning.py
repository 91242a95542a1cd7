# SPDX-License-Identifier: EUPL-1.2
"""What words mean shuts categories out beside each other, and whoever reads tables reckons with that."""

from dataclasses import replace

from baken.tabulation.disclosure import protect, recovered
from baken.tabulation.disclosure.axes import axes
from baken.tabulation.disclosure.groups import ground
from baken.tabulation.disclosure.tests.small import SEX, dimension, people, table

# Of several forms at once; another standard calls two of the lesser ones by one name.
FORMS = dimension("forms", "sexual", "labour", "organs", "marriage", "several")
BY_OTHERS = ("sexual", "labour", "other", "several")
MEANT = {
    "sexual": ("sexual",),
    "labour": ("labour",),
    "other": ("organs", "marriage", "several"),
    "several": ("several",),
}


def others(*, meant):
    """Return the dimension of others, with what its words mean beside ours or without."""
    found = dimension("by_others", *BY_OTHERS)
    said = (replace(each, beside={"forms": MEANT[each.code]} if meant else {}) for each in found.categories)
    return replace(found, categories=tuple(said))


NUMBERS = {
    ("sexual", "sexual"): 15, ("labour", "labour"): 45, ("organs", "other"): 4, ("marriage", "other"): 90,
    ("several", "other"): 3, ("several", "several"): 31,
}  # fmt: skip


def both(*, meant):
    """Return the tables of ours and of others, of the same people."""
    along = others(meant=meant)
    units = people(NUMBERS, FORMS, along)
    return table(units, FORMS), table(units, along)


def test_only_what_can_be_stands_on_the_axis_of_both():
    (axis,) = axes(both(meant=True))
    assert axis.names == ("by_others", "forms")
    assert set(axis.codes) == {(code, ours) for code, meant in MEANT.items() for ours in meant}
    assert [each.names for each in axes(both(meant=False))] == [("forms",), ("by_others",)]


def test_what_one_of_two_tables_hides_does_not_come_out_of_the_meaning_of_the_other():
    ours, theirs = both(meant=True)
    first = protect(ours).table
    assert first.values["organs",] is None
    second = protect(theirs, published=[first]).table
    assert recovered([first, second], threshold=11) == {}


def test_whoever_does_not_say_what_is_meant_gives_small_counts_away():
    ours, theirs = both(meant=False)
    first = protect(ours).table
    second = protect(theirs, published=[first]).table
    # As somebody reads it who knows what the words mean.
    read = replace(second, dimensions=(others(meant=True),))
    assert recovered([first, read], threshold=11)


def test_the_rest_of_a_filter_is_whatever_the_filter_does_not_name():
    along = others(meant=True)
    units = people({(*at, "woman"): number for at, number in NUMBERS.items()}, FORMS, along, SEX)
    chosen = table(units, SEX, forms=("sexual", "labour"))
    (axis,) = [each for each in axes([chosen, table(units, along)]) if "forms" in each.names]
    assert set(axis.codes) == {("sexual", "sexual"), ("labour", "labour"), ("other", ""), ("several", "")}


def test_a_filter_that_every_table_has_tells_nobody_apart():
    along = others(meant=True)
    units = people({(*at, sex): number for at, number in NUMBERS.items() for sex in SEX.codes}, FORMS, along, SEX)
    women = [each for each in units if each["sex"] == "woman"]
    filtered = [table(units, FORMS, sex=("woman",)), table(units, along, sex=("woman",))]
    plain = [table(women, FORMS), table(women, along)]
    ours = protect(plain[0]).table
    theirs = protect(plain[1], published=[ours]).table
    safe = protect(filtered[0]).table
    found = [safe.values, protect(filtered[1], published=[safe]).table.values]
    assert found == [ours.values, theirs.values]
    assert [ground(filtered).crossed(place) for place in (0, 1)] == [frozenset([0])] * 2
    # Beside a table of everybody it does: the others are what is left between the two.
    mixed = ground([*filtered, table(units, FORMS)])
    assert [len(mixed.crossed(place)) for place in (0, 1, 2)] == [2, 2, 1]


def test_nothing_published_gives_no_axes():
    assert axes([]) == ()
