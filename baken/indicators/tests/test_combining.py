# SPDX-License-Identifier: EUPL-1.2
"""The rule of 2009 against a second formulation of it, and what it refuses to be certain of."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baken.indicators.combining import LIST, Finding, MixedLists, Need, combine
from baken.indicators.reading import catalogue
from baken.indicators.records import Certainty, Form, Indicator, Population, Strength
from baken.indicators.rules import rule

ADULT, CHILD, LABOUR = Population.ADULT, Population.CHILD, Form.LABOUR
MEANS = ["deceptive_recruitment", "coercive_recruitment", "abuse_vulnerability_recruitment"]
EXPLOITED, COERCED, AFTER = "exploitation", "coercion_destination", "abuse_vulnerability_destination"
READ_RULE = replace(rule(), certainty=Certainty.READ)
WEIGHTS = [Strength.STRONG, Strength.MEDIUM, Strength.WEAK]


def indicator(number, dimension, strength, *, population=ADULT, certainty=Certainty.READ):
    name = f"{dimension}-{number}"
    words = {"nl": "verzonnen", "en": "made up", "source": "none", "certainty": certainty}
    return Indicator(name, LIST, population, LABOUR, dimension, strength, **words)


def several(dimension, counts, **words):
    weights = [weight for weight, count in counts.items() for _each in range(count)]
    return [indicator(number, dimension, weight, **words) for number, weight in enumerate(weights)]


def by_points(strong, medium, weak):
    """Say the rule a second way: strong counts four, medium two, all weak ones together one; five is enough."""
    return 4 * strong + 2 * medium + min(weak, 1) >= 5


@pytest.mark.parametrize(("strong", "medium", "weak"), list(product(range(5), repeat=3)))
def test_a_dimension_is_positive_as_the_second_formulation_says(strong, medium, weak):
    counts = {Strength.STRONG: strong, Strength.MEDIUM: medium, Strength.WEAK: weak}
    outcome = combine(several(EXPLOITED, counts, population=CHILD), CHILD, LABOUR, rule())
    expected = Finding.POSITIVE if by_points(strong, medium, weak) else Finding.NOT_SHOWN
    assert outcome.finding is expected
    assert [each.finding for each in outcome.dimensions] == ([expected] if strong + medium + weak else [])


counts = some.fixed_dictionaries({weight: some.integers(0, 3) for weight in Strength})
seen_by_dimension = some.dictionaries(some.sampled_from([*MEANS, EXPLOITED, COERCED, AFTER]), counts)


def positive(weights):
    return by_points(*(weights.count(weight) for weight in WEIGHTS))


def could_be(weights, possible):
    """Try every weight for what has none."""
    known = [weight for weight in weights if weight is not Strength.UNWEIGHTED]
    rest = len(weights) - len(known)
    return [positive(known + list(guess)) for guess in product(possible, repeat=rest)]


def pattern(holds, population):
    if population is CHILD:
        return holds(EXPLOITED)
    return any(map(holds, MEANS)) and holds(EXPLOITED) and holds(COERCED)


@pytest.mark.parametrize(("strong", "medium", "weak", "unknown"), list(product(range(4), repeat=4)))
def test_a_dimension_is_open_exactly_while_a_weight_could_decide(strong, medium, weak, unknown):
    numbers = dict(zip([*WEIGHTS, Strength.UNWEIGHTED], (strong, medium, weak, unknown), strict=True))
    weights = [weight for weight, number in numbers.items() for _each in range(number)]
    found = combine(several(EXPLOITED, numbers, population=CHILD), CHILD, LABOUR, rule()).finding
    assert (found is Finding.POSITIVE) == by_points(strong, medium, weak)
    assert (found is not Finding.NOT_SHOWN) == any(could_be(weights, WEIGHTS))


@given(seen_by_dimension, some.sampled_from([ADULT, CHILD]), some.randoms())
def test_the_outcome_is_what_every_possible_weight_makes_of_it(found, population, chance):
    seen = [each for name, many in found.items() for each in several(name, many, population=population)]
    chance.shuffle(seen)
    outcome = combine(seen, population, LABOUR, rule())
    weights = {name: [each.strength for each in seen if each.dimension == name] for name in found}
    certain = {name: all(could_be(each, [None])) for name, each in weights.items()}
    at_best = {name: any(could_be(each, WEIGHTS)) for name, each in weights.items()}
    if pattern(lambda name: certain.get(name, False), population):
        assert outcome.finding is Finding.POSITIVE
    elif pattern(lambda name: at_best.get(name, False), population):
        assert outcome.finding is Finding.OPEN
    else:
        assert outcome.finding is Finding.NOT_SHOWN


@given(seen_by_dimension)
def test_every_reason_holds_by_itself(found):
    seen = [each for name, many in found.items() for each in several(name, many)]
    outcome = combine(seen, ADULT, LABOUR, rule())
    assert [each for part in outcome.dimensions for each in part.seen] == seen
    for part in outcome.dimensions:
        assert (part.finding is Finding.POSITIVE) == bool(part.line) == bool(part.because)
        assert set(part.because) <= set(part.seen)
        if part.line:
            alone = combine(part.because, ADULT, LABOUR, rule()).dimensions[0]
            assert (alone.finding, alone.line) == (Finding.POSITIVE, part.line)
            for left_out in part.because:
                fewer = [each for each in part.because if each != left_out]
                assert combine(fewer, ADULT, LABOUR, rule()).dimensions[0].finding is not Finding.POSITIVE


def test_it_tells_which_line_and_which_indicators_made_a_dimension_positive():
    known = catalogue().indicators
    seen = [known[f"ILO-AL-{code}"] for code in ("X01", "X02", "K05", "K06", "K15", "D01", "D04")]
    outcome = combine(seen, ADULT, LABOUR, rule())
    told = {each.dimension: (each.line.key, [one.id for one in each.because]) for each in outcome.dimensions}
    assert told == {
        EXPLOITED: ("strong-and-other", ["ILO-AL-X01", "ILO-AL-X02"]),
        COERCED: ("two-medium-and-weak", ["ILO-AL-K05", "ILO-AL-K06", "ILO-AL-K15"]),
        MEANS[0]: ("strong-and-other", ["ILO-AL-D01", "ILO-AL-D04"]),
    }
    assert outcome.finding is Finding.POSITIVE
    assert outcome.missing == ()


def test_it_names_what_is_missing():
    strong = {Strength.STRONG: 2}
    outcome = combine(several(EXPLOITED, strong) + several(AFTER, strong), ADULT, LABOUR, rule())
    assert outcome.finding is Finding.NOT_SHOWN
    assert outcome.missing == (frozenset(MEANS), frozenset({COERCED}))


def test_it_asks_no_means_for_a_child():
    strong = {Strength.STRONG: 2}
    assert combine(several(EXPLOITED, strong, population=CHILD), CHILD, LABOUR, rule()).finding is Finding.POSITIVE
    assert combine(several(EXPLOITED, strong), ADULT, LABOUR, rule()).finding is Finding.NOT_SHOWN


@pytest.mark.parametrize("unread", [Certainty.SECONDARY, Certainty.RECALLED])
def test_it_is_certain_only_of_what_was_read(unread):
    seen = several(EXPLOITED, {Strength.STRONG: 2}, population=CHILD)
    assert combine(seen, CHILD, LABOUR, READ_RULE).verified
    assert not combine(seen, CHILD, LABOUR, rule()).verified
    doubted = [seen[0], replace(seen[1], certainty=unread)]
    outcome = combine(doubted, CHILD, LABOUR, READ_RULE)
    assert (outcome.finding, outcome.verified, outcome.unread) == (Finding.POSITIVE, False, (doubted[1],))


@pytest.mark.parametrize(("population", "form"), list(product([ADULT, CHILD], [LABOUR, Form.SEXUAL])))
def test_it_is_certain_of_nothing_as_the_tables_stand(population, form):
    seen = catalogue().of(LIST, population, form)
    outcome = combine(seen, population, form, rule())
    assert not outcome.verified
    assert outcome.unread == seen
    # The weights of the sexual lists are not known, so they leave everything open and decide nothing.
    assert outcome.finding is (Finding.POSITIVE if form is LABOUR else Finding.OPEN)


def test_it_counts_what_was_noticed_twice_once():
    once = several(EXPLOITED, {Strength.STRONG: 1}, population=CHILD)
    assert combine(once * 2, CHILD, LABOUR, rule()).finding is Finding.NOT_SHOWN


def test_it_says_nothing_of_nothing():
    outcome = combine([], ADULT, LABOUR, READ_RULE)
    assert (outcome.finding, outcome.dimensions, outcome.unread) == (Finding.NOT_SHOWN, (), ())


@pytest.mark.parametrize("name", ["ILO-CL-X01", "ILO-AS-X01", "NLA-LAB-01"])
def test_it_mixes_no_lists(name):
    seen = [catalogue().indicators[each] for each in ("ILO-AL-X01", name)]
    with pytest.raises(MixedLists, match=f"; {name} stand in another"):
        combine(seen, ADULT, LABOUR, rule())


def test_it_does_not_guess_an_age():
    with pytest.raises(MixedLists, match="adults and children are looked at apart"):
        combine([], Population.BOTH, LABOUR, rule())


def test_a_line_takes_the_first_of_each_weight():
    seen = several(EXPLOITED, {Strength.MEDIUM: 4})
    line = rule().lines[2]
    assert line.needs == (Need(frozenset({Strength.MEDIUM}), 3),)
    assert line.met_by(seen) == tuple(seen[:3])
