# SPDX-License-Identifier: EUPL-1.2
"""A record comes to the dimensions of IC-TIP; what was not read from the official document says so."""

from datetime import date

from baken.standards.htcds.making import records
from baken.standards.ictip import mapping
from baken.standards.victims import Victim, victim

DAY = date(2024, 5, 1)


def test_a_record_comes_to_every_unit():
    record = {
        "vic_TraffickingStatus": "PossibleVictimOfTrafficking", "prs_Gender": "Feminine", "prs_Birthdate": "2010-01-01",
        "prs_Citizenship": ["NL", "MA"], "vic_MethodsOfControl": ["PhysicalThreats", "FalsePromises", "DebtBondage"],
        "vic_MethodOfRecruitment": ["AtWork"], "hte_Type": "Transit", "per_RoleInProcess": ["HarbouredIndividual"],
        "vic_RelationshipToTrafficker": "Unaquainted",
    }  # fmt: skip
    ours = {"forms": ["forced_criminality", "SexualExploitation"], "sectors": ["hospitality", "drugs"]}
    assert mapping.classify(victim(record, on=DAY, by="care_coordinator", ours=ours)) == {
        "event": {
            "act": ("recruitment", "transportation", "harbouring"),
            "means": ("threat", "deception", "vulnerability"),
            "form": ("sexual", "criminal"),
            "sector": ("I", "other"),
        },
        "victim": {"sex": ("female",), "age": ("child",), "identified": ("presumed",), "citizenship": ("NL", "MA")},
        "perpetrator": {"relationship": ("stranger",), "role": ("harbourer",)},
        "reporting entity": {"entity": ("service",)},
    }


def test_of_whom_nothing_is_known_everything_is_unknown():
    told = mapping.classify(Victim(DAY))
    assert {keys for unit in told.values() for keys in unit.values()} == {("unknown",)}


def test_it_has_the_units_of_the_classification():
    assert {each.unit for each in mapping.classification().dimensions.values()} == set(mapping.UNITS)


def test_nothing_passes_for_official_that_was_not_read():
    assert mapping.classification().verify
    assert mapping.to_verify() == list(mapping.classification().dimensions)


def test_any_record_can_be_classified():
    for record in records(200):
        told = mapping.classify(victim(record, on=DAY))
        assert all(keys for unit in told.values() for keys in unit.values())
