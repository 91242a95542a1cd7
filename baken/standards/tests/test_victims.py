# SPDX-License-Identifier: EUPL-1.2
"""What statistics ask of a person is taken from her record, and from our own codes where these tell more."""

from datetime import date

import pytest

from baken.standards.htcds.making import records
from baken.standards.victims import Victim, victim

DAY = date(2024, 5, 1)


def test_it_takes_what_the_record_tells():
    told = victim(
        {
            "vic_TraffickingStatus": "ActualVictimOfTrafficking", "vic_TraffickingStatusDecisionMakingOrg": "Police",
            "prs_Gender": "Feminine", "prs_Birthdate": "2006-05-02", "prs_Citizenship": ["NGA", "NL"],
            "vic_TypeOfExploitation": ["SexualExploitation", "ForcedLabour"], "vic_MethodsOfControl": ["DebtBondage"],
            "vic_ForcedLabourIndustry": "F_Construction", "vic_MethodOfRecruitment": ["AtWork"], "hte_Type": "Transit",
            "per_RoleInProcess": ["Exploiter"], "vic_RelationshipToTrafficker": "Familial",
        },
        on=DAY,
    )  # fmt: skip
    assert told == Victim(
        DAY, "police", "ActualVictimOfTrafficking", "Feminine", 17, ("NG", "NL"),
        ("SexualExploitation", "ForcedLabour"),
        sectors=("F_Construction",), acts=("Transit", "Exploiter", "MethodOfRecruitment"), means=("DebtBondage",),
        relationship="Familial", roles=("Exploiter",),
    )  # fmt: skip


def test_our_own_codes_tell_more():
    record = {"vic_TypeOfExploitation": ["Other"], "vic_ForcedLabourIndustry": "F_Construction"}
    ours = {"forms": ["forced_criminality"], "sectors": ["drugs"], "means": ["juju"], "crossing": ["domestic"]}
    told = victim(record, on=DAY, by="shelter", age=16, ours=ours)
    assert (told.forms, told.means, told.crossing) == (("forced_criminality",), ("juju",), "domestic")
    assert told.sectors == ("drugs", "F_Construction")
    assert (told.registered_by, told.age) == ("shelter", 16)


def test_what_was_not_asked_or_not_known_is_nothing():
    ours = {"forms": ["not_asked"], "means": ["none"], "crossing": ["unknown"]}
    assert victim({"prs_Gender": "", "prs_Citizenship": []}, on=DAY, ours=ours) == Victim(DAY)


@pytest.mark.parametrize(
    ("born", "years"), [("2006-05-01", 18), ("2006-05-02", 17), ("1899-12-31", 124), ("2024-05-02", None)]
)
def test_an_age_is_that_of_the_day(born, years):
    assert victim({"prs_Birthdate": born}, on=DAY, age=50).age == years


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        ("PossibleVictimOfTrafficking", True),
        ("ActualVictimOfTrafficking", True),
        ("NotAVictimOfTrafficking", False),
        ("", False),
    ],
)
def test_who_is_presumed_or_identified_is_counted(status, counts):
    assert victim({"vic_TraffickingStatus": status}, on=DAY).is_counted == counts


def test_it_takes_any_record_that_can_be_made_up():
    assert len([victim(each, on=DAY) for each in records(200)]) == 200
