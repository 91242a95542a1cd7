# SPDX-License-Identifier: EUPL-1.2
"""What is chosen beside a step: what is asked for, the best first, in the reader's language first, never too much."""

from hypothesis import given
from hypothesis import strategies as st

from baken.bridge.cards import Card
from baken.closed.knowledge.rules import LAW, MOST, Reason, Why, choose
from baken.closed.knowledge.topics import Topic

COMPLAINT = Topic(("c127", "c126", "c064"), ("bwb/BWBR0001903/artikel/12l",))


def card(key, *concepts, kind="article", language="nl", same="", citations=()):
    return Card(key, same or key, kind, language, key, "", f"/{key}/", concepts, tuple(citations), None)


NAMES = st.sampled_from([(), ("c126",), ("c127", "c126"), ("c200",)])
PLACES = st.sampled_from([(), COMPLAINT.citations, ("bwb/BWBR0001903/artikel/12",)])
LOOKS = st.tuples(st.sampled_from("xyzuvw"), st.sampled_from(["nl", "en"]), st.sampled_from(["article", "provision"]))
CARDS = st.lists(st.tuples(LOOKS, NAMES, PLACES), max_size=12)


def shelf_of(drawn):
    return [
        card(str(number), *names, same=same, language=language, kind=kind, citations=places)
        for number, ((same, language, kind), names, places) in enumerate(drawn)
    ]


def keys(chosen):
    return [each.card.key for each in chosen]


def test_what_a_topic_names_first_weighs_most_and_more_weighs_more():
    cards = [
        card("later", "c126", "c064"),
        card("first", "c127"),
        card("both", "c126", "c127"),
        card("all", "c126", "c127", citations=COMPLAINT.citations),
        card("none", "c200"),
    ]
    assert keys(choose([COMPLAINT], cards, "nl")) == ["all", "both", "first", "later"]


def test_the_readers_language_comes_first_and_nothing_is_shown_twice():
    cards = [
        card("beklag", "c126", "c064", same="een"),
        card("complaint", "c126", "c127", same="een", language="en"),
        card("only", "c127", language="en"),
    ]
    assert keys(choose([COMPLAINT], cards, "nl")) == ["beklag", "only"]
    assert keys(choose([COMPLAINT], cards, "en")) == ["only", "complaint"][::-1]


def test_it_says_why_by_what_weighs_most():
    law = card("wet", kind="provision", citations=COMPLAINT.citations)
    told = card("uitleg", "c126", "c127", citations=COMPLAINT.citations)
    found = {each.card.key: each.reasons for each in choose([COMPLAINT], [law, told], "nl")}
    place = COMPLAINT.citations[0]
    assert found == {
        "wet": [Reason(Why.IS, place, 3)],
        "uitleg": [Reason(Why.ABOUT, "c127", 6), Reason(Why.CITES, place, 2)],
    }


def test_no_step_is_drowned_by_another():
    danger = Topic(("c149",), ())
    many = [card(f"veel {number}", "c127", "c126", "c064") for number in range(9)]
    found = choose([danger, COMPLAINT], [*many, card("veilig", "c149")], "nl")
    assert keys(found)[:2] == ["veilig", "veel 0"]
    assert keys(choose([COMPLAINT, danger], [*many, card("veilig", "c149")], "nl"))[:2] == ["veel 0", "veilig"]


def test_the_law_itself_has_its_share():
    told = [card(f"uitleg {number}", "c127", "c126") for number in range(9)]
    law = [card(f"wet {number}", kind="provision", citations=COMPLAINT.citations) for number in range(9)]
    kinds = [each.card.kind for each in choose([COMPLAINT], [*law, *told], "nl")]
    assert kinds == ["article"] * 3 + ["provision"] * 2
    assert [each.card.kind for each in choose([COMPLAINT], [*law, *told], "nl", 3)] == ["article"] * 2 + ["provision"]
    assert len(choose([COMPLAINT], told, "nl")) == MOST


def test_one_thing_that_is_named_later_is_too_little():
    little = [card("named later", "c126"), card("stands on it", citations=COMPLAINT.citations)]
    assert choose([COMPLAINT], little, "nl") == []


def test_a_place_in_the_law_is_met_exactly():
    near = card("lid", kind="provision", citations=["bwb/BWBR0001903/artikel/12"])
    assert choose([COMPLAINT], [near], "nl") == []


def test_several_steps_count_together():
    other = Topic(("c200",), ())
    both = card("both", "c200", "c126")
    assert keys(choose([COMPLAINT, other], [card("one", "c200"), both], "nl")) == ["both", "one"]
    assert choose([], [both], "nl") == []


@given(CARDS, st.sampled_from(["nl", "en"]))
def test_it_is_never_too_much_never_something_else_and_always_the_same(drawn, language):
    cards = shelf_of(drawn)
    found = choose([COMPLAINT], cards, language)
    assert len(found) <= MOST
    assert len({each.card.same for each in found}) == len(found)
    assert sum(each.card.kind == "provision" for each in found) <= MOST * LAW
    asked = {*COMPLAINT.concepts, *COMPLAINT.citations}
    carried = [(each.card, reason.of) for each in found for reason in each.reasons]
    assert all(of in asked & {*card.concepts, *card.citations} for card, of in carried)
    # All of the reader's language stands before the first of another.
    strange = [each.card.language != language for each in found]
    assert strange == sorted(strange)
    assert choose([COMPLAINT], reversed(cards), language) == found
