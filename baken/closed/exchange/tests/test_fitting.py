# SPDX-License-Identifier: EUPL-1.2
"""What a file holds is made to fit the standard: what does not fit is told, and nothing is lost without a word."""

import pytest

from baken.closed.exchange.fitting import COMMENT, LeftOut, fitted
from baken.standards.htcds.records import LONGEST


def test_of_several_values_for_one_the_first_stands_and_the_rest_are_told_in_words():
    told = {
        "vic_LocationOfExploitation": ["Verzonnendam, NL", "Verzonnenburg, BE", "Verzonnenburg, BE"],
        "vic_ForcedLabourIndustry": ["F_Construction", "C_Manufacturing"],
    }
    made, left = fitted("2026-0001", told, ".csv", ["Alleen na tienen"])
    assert (made["vic_LocationOfExploitation"], made["vic_ForcedLabourIndustry"]) == (
        "Verzonnendam, NL",
        "F_Construction",
    )
    assert made[COMMENT] == (
        "Alleen na tienen\nvic_LocationOfExploitation: Verzonnenburg, BE\nvic_ForcedLabourIndustry: C_Manufacturing"
    )
    assert left == []


def test_a_value_without_a_code_is_left_out_and_named_without_being_said():
    told = {"prs_Citizenship": ["NG", "Verzonnenland", "Niemandsland"], "prs_Email": "a@example.org"}
    made, left = fitted("2026-0001", told, ".csv")
    assert made == {"prs_Citizenship": ["NG"], "prs_Email": "a@example.org", COMMENT: None}
    assert left == [
        LeftOut("2026-0001", "prs_Citizenship", "expected a country by ISO 3166-1, in two or three capitals")
    ] * 2  # fmt: skip
    assert "land" not in str(left[0])


@pytest.mark.parametrize("empty", ["", []])
def test_what_is_open_is_an_empty_cell(empty):
    assert fitted("2026-0001", {"prs_Gender": empty}, ".csv") == ({"prs_Gender": None, COMMENT: None}, [])


@pytest.mark.parametrize(
    ("suffix", "length", "lost"),
    [(".csv", LONGEST, 0), (".csv", LONGEST + 1, 1), (".json", 40_000, 0), (".xlsx", 32_767, 0), (".xlsx", 32_768, 1)],
)
def test_what_a_format_cannot_carry_is_left_out_whole(suffix, length, lost):
    made, left = fitted("2026-0001", {"cas_IncomingReferralDetails": "x" * length}, suffix)
    assert (made["cas_IncomingReferralDetails"] is None, len(left)) == (bool(lost), lost)
