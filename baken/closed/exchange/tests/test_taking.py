# SPDX-License-Identifier: EUPL-1.2
"""A record of another system as a file: each of the 84 fields has its place, or stands in words, or is left out."""

import re
from datetime import date

import pytest

from baken.closed.casework.status.rules import By, What
from baken.closed.exchange.fitting import COMMENT
from baken.closed.exchange.taking.cases import LEFT_OUT, LONGEST_LINE, case, faults, why_left
from baken.closed.exchange.taking.comments import taken_apart
from baken.closed.trafficking import rules
from baken.closed.trafficking.lists import lists, of
from baken.closed.trafficking.screening import is_whole
from baken.settings.environment import ROOT
from baken.standards.htcds.fields import fields
from baken.standards.htcds.making import records
from baken.standards.htcds.records import whole

TODAY = date(2026, 3, 1)
OUTCOMES = {"she died": "died", "another organisation took over": "handed-over", "something else": "other"}


def of_record(**told):
    return case(whole(told), OUTCOMES, TODAY)


def everything(made):
    """Return all that a file would say, as one text."""
    parts = (made.identity, made.contact, made.assertion, made.account, made.event, made.assessment, made.goal)
    return repr((*parts, made.task, made.ending, made.words, made.sent))


def one_of_each():
    """Return a record with a value in every field that no other field has."""
    values = {"Date": "2026-02-03", "Number": "7", "Geolocation": "52.5", "Checkbox": "true"}
    listed = {"phone": "+32470000001", "country": "NG", "country2": "BE", "language": "yo"}
    found = {}
    for name, each in fields().items():
        value = each.codes[0] if each.codes else listed.get(each.values) or values.get(each.type, f"Verzonnen {name}")
        found[name] = [value] if each.multi else value
    return found | {"vic_TypeOfExploitation": ["ForcedLabour", "SexualExploitation"], "cas_Status": "Closed"}


def test_no_field_is_lost_without_a_word():
    told = one_of_each()
    made = of_record(**told)
    said = everything(made)
    assert set(made.left) == set(LEFT_OUT)
    assert all(why_left(name) for name in LEFT_OUT)
    texts = {name: value for name, value in told.items() if str(value).startswith("Verzonnen")}
    missing = {name for name, value in texts.items() if value not in said}
    assert missing == set(LEFT_OUT) & texts.keys()


def test_the_page_names_what_is_left_out_and_no_more():
    page = (ROOT / "docs" / "reference" / "htcds-exchange.md").read_text(encoding="utf-8")
    [line] = [each for each in page.splitlines() if "| left out, and named:" in each]
    assert set(re.findall(r"`([a-z]{3}_\w+)`", line)) == set(LEFT_OUT)


def test_who_sent_her_stands_apart_from_the_rest():
    beside = "Gezegd.\ncas_ReferringOrganisation: Verzonnen Tweede"
    made = of_record(
        cas_ReferringOrganisation="Verzonnen Eerste", cas_ReferringPrimaryCaseWorker="Verzonnen Verwijzer",
        cas_IncomingReferralDetails="Verzonnen reden", **{COMMENT: beside},
    )  # fmt: skip
    assert made.sent == [
        "cas_ReferringOrganisation: Verzonnen Eerste; Verzonnen Tweede",
        "cas_ReferringPrimaryCaseWorker: Verzonnen Verwijzer",
    ]
    assert made.words == ["cas_IncomingReferralDetails: Verzonnen reden", f"{COMMENT}: Gezegd."]
    assert made.kept["cas_ReferringOrganisation"] == ["Verzonnen Eerste", "Verzonnen Tweede"]


def test_what_is_left_out_is_said_nowhere():
    made = of_record(prs_MailingLatitude="52.5", per_RoleDetails="Verzonnen rol", hte_Street="Verzonnen straat")
    assert made.left == ["prs_MailingLatitude", "hte_Street", "per_RoleDetails"]
    assert (made.words, made.kept, everything(made).count("erzonnen")) == ([], {}, 0)


def test_an_account_of_any_record_can_be_written_down():
    seen = 0
    for number, record in enumerate(records(400)):
        if faults(number, record, TODAY):
            continue
        made = case(record, OUTCOMES, TODAY)
        seen += made.account is not None
        assert made.account is None or rules.faults(made.account, lists(), TODAY) == {}
        assert made.assessment is None or is_whole(made.assessment["factors"], of("factor"))
    assert seen > 100


def test_who_she_is_and_how_she_is_reached():
    made = of_record(
        prs_FirstName="Verzonnen", prs_MiddleName="van", prs_SecondName="Persoon", prs_Gender="Feminine",
        prs_Salutation="Ms", prs_Citizenship=["NGA", "BE"], prs_PrimaryLanguage="dut", prs_SecondaryLanguage="yo",
        prs_Birthdate="2001-02-03", prs_NumberOfChildren="02", prs_HomePhone="31200000000",
        prs_MobilePhone="32470000001",
    )  # fmt: skip
    assert made.identity["name"] == "Verzonnen van Persoon"
    assert (made.identity["nationality"], made.identity["other_nationalities"]) == ("Nigeria", ["BE"])
    assert (made.identity["languages"], made.identity["children"]) == (["nl", "yo"], "2")
    assert made.contact["phone"] == "+32470000001"
    assert made.words == ["prs_HomePhone: 31200000000"]


def test_a_home_number_is_hers_where_there_is_no_other():
    assert of_record(prs_HomePhone="+31200000000").contact["phone"] == "+31200000000"


def test_what_was_asked_in_vain_is_told_from_what_nobody_asked():
    made = of_record(vic_MethodsOfControl=[], vic_AgeWhenTrafficked="", prs_Email="")
    assert (made.account["control"], made.account["age"]) == (["unknown"], "unknown")
    assert (made.account["forms"], made.account["recruited_country"]) == (["not_asked"], "not_asked")
    assert made.words == ["asked, without an answer: prs_Email"]


def test_a_code_that_could_be_several_of_ours_is_not_guessed_at():
    made = of_record(vic_Vulnerabilities=["Poverty", "Migration"])
    assert {key for key, answer in made.assessment["factors"].items() if answer == "yes"} == {"stay"}
    assert made.kept == {"vic_Vulnerabilities": ["Poverty"]}


def test_an_industry_without_forced_labour_stands_in_words():
    made = of_record(vic_ForcedLabourIndustry="F_Construction", vic_TypeOfSexExploitation=["Prostitution"])
    assert (made.account["industry"], made.account["sexual"]) == ("not_asked", ["not_asked"])
    assert made.words == ["vic_ForcedLabourIndustry: F_Construction", "vic_TypeOfSexExploitation: Prostitution"]


@pytest.mark.parametrize(
    ("told", "country", "place"),
    [
        ("Verzonnendam, NL", "NL", "Verzonnendam"),
        ("BE", "BE", ""),
        ("Verzonnendam, bij NL", "not_asked", "Verzonnendam, bij NL"),
        ("", "unknown", ""),
    ],
)
def test_a_place_has_its_country_where_it_says_so(told, country, place):
    made = of_record(vic_LocationOfRecruitment=told)
    assert (made.account["recruited_country"], made.account["recruited_place"]) == (country, place)


@pytest.mark.parametrize(
    ("status", "by", "what", "said", "words"),
    [
        ("PossibleVictimOfTrafficking", "NGO", What.PRESUMED, By.CENTRE, []),
        ("ActualVictimOfTrafficking", "Police", What.RECOGNISED, By.POLICE, []),
        # A centre presumes, and others recognise.
        ("ActualVictimOfTrafficking", "NGO", What.RECOGNISED, By.OTHER, ["NGO"]),
        ("NotAVictimOfTrafficking", "NonPoliceGovernmentalOrganization", What.NOT_A_VICTIM, By.OTHER, ["Non"]),
        ("PossibleVictimOfTrafficking", None, What.PRESUMED, By.OTHER, []),
    ],
)
def test_who_said_that_she_is_a_victim(status, by, what, said, words):
    made = of_record(vic_TraffickingStatus=status, vic_TraffickingStatusDecisionMakingOrg=by)
    assert made.assertion == {"what": what, "by": said}
    assert [each.partition(": ")[2][:3] for each in made.words] == words


@pytest.mark.parametrize(
    ("status", "reason", "deceased", "outcome", "words"),
    [
        ("Closed", "she died", None, "died", ""),
        ("Closed", "Verzonnen reden", "true", "died", "Verzonnen reden"),
        ("Closed", "something else: Verzonnen: reden", None, "other", "Verzonnen: reden"),
        ("ClosedReferred", "another organisation took over: Verzonnen", None, "handed-over", "Verzonnen"),
        ("ClosedReferred", "she died", None, "handed-over", "she died"),
        ("Closed", "another organisation took over", None, "other", "another organisation took over"),
    ],
)
def test_how_it_ended(status, reason, deceased, outcome, words):
    made = of_record(cas_Status=status, cas_ReasonForCaseClosure=reason, prs_Deceased=deceased)
    assert made.ending == (outcome, words)


def test_a_file_that_goes_on_has_no_ending():
    made = of_record(cas_Status="FollowUp", cas_ReasonForCaseClosure="Verzonnen")
    assert (made.ending, made.words) == (None, ["cas_Status: FollowUp", "cas_ReasonForCaseClosure: Verzonnen"])


def test_a_plan_becomes_a_goal_and_a_task_that_somebody_can_still_do():
    told = {"spl_Type": "Legal", "spl_Objectives": "Verzonnen doel", "spl_ActionPlan": "Verzonnen taak"}
    made = of_record(**told, spl_PlannedEndDate="2026-03-01")
    assert (made.goal, made.task["due_on"], made.words) == ({"area": "law", "text": "Verzonnen doel"}, TODAY, [])
    late = of_record(**told, spl_PlannedEndDate="2026-02-28")
    assert late.task is None
    assert late.words == ["spl_ActionPlan: Verzonnen taak", "spl_PlannedEndDate: 2026-02-28"]
    assert of_record(**told | {"spl_Type": "SocialCare"}).goal is None


def test_what_happened_keeps_in_words_what_it_has_no_day_or_country_for():
    told = {"hte_Type": "Transit", "hte_City": "Verzonnendam"}
    made = of_record(**told, hte_Date="2027-01-01", hte_Country="Verzonnenland")
    assert (made.event["on"], made.event["country"], made.event["place"]) == ("not_asked", "not_asked", "Verzonnendam")
    assert made.words == ["hte_Country: Verzonnenland", "hte_Date: 2027-01-01"]
    assert of_record(**told, hte_Date="2025-01-02", hte_Country="Belgium").event["country"] == "BE"


def test_a_comment_of_ours_is_taken_apart_again():
    told = "Safe ways and times to reach her: Na tien\nvan school\nvic_LocationOfExploitation: Burg, BE; Stad, NL"
    assert taken_apart(told) == ("Na tien\nvan school", {"vic_LocationOfExploitation": ["Burg, BE", "Stad, NL"]}, "")
    made = of_record(**{COMMENT: told})
    assert made.contact["safe_ways"] == "Na tien\nvan school"
    assert made.kept == {"vic_LocationOfExploitation": ["Burg, BE", "Stad, NL"]}


def test_any_other_comment_stands_in_words():
    made = of_record(**{COMMENT: "Verzonnen opmerking"})
    assert (made.words, made.kept) == ([f"{COMMENT}: Verzonnen opmerking"], {})


@pytest.mark.parametrize("born", ["1899-12-31", "2026-03-02"])
def test_nobody_was_born_on_such_a_day(born):
    assert [(each.row, each.field) for each in faults(3, {"prs_Birthdate": born}, TODAY)] == [(3, "prs_Birthdate")]


def test_what_no_line_holds_is_refused_without_being_said():
    long = "x" * (LONGEST_LINE + 1)
    # What stands in words has no line, and what is left out needs none.
    [found] = faults(3, {"prs_FirstName": long, "prs_Title": long, "hte_Street": long, COMMENT: long}, TODAY)
    assert (found.field, "xx" in str(found)) == ("prs_FirstName", False)
