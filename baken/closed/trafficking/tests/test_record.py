# SPDX-License-Identifier: EUPL-1.2
"""The core fields of one file, by their names in the standard: all that are kept, in its codes, and none where open."""

import datetime

from baken.closed.access.context import working_as
from baken.closed.casework import actions as casework
from baken.closed.casework import reads as files
from baken.closed.trafficking import reads, standard
from baken.closed.trafficking.record import GIVEN, core_record
from baken.closed.trafficking.tests.desk import LEAD, account

KEPT = {
    each.name
    for each in standard.fields().values()
    if each.core and not each.given_up and standard.homes()[each.name].where
}


def test_it_has_every_core_field_that_is_kept(cast):
    file, given = cast.files["main"], dict.fromkeys(GIVEN, "given")
    with working_as(cast.person(*LEAD)):
        born = datetime.date(2008, 2, 29)
        casework.write_identity(
            dossier=file, name="Verzonnen", born=born, gender="Masculine", nationality="Nigeria",
            other_nationalities=["BE"],
        )  # fmt: skip
        casework.write_contact(dossier=file, phone="058 000 0000", safe_ways="", post_city="Verzonnenstad")
        labour = {"sexual": ["not_asked"], "labour": ["construction"], "criminal": ["not_asked"]}
        account(file, sectors=labour, control=["juju"], exploited_places="Verzonnendam\nVerzonnenburg")
        found = core_record(files.file(file), reads.trafficking_of(file), given)
    assert found.keys() == KEPT
    assert (found["prs_Salutation"], found["prs_Birthdate"], found["prs_Citizenship"]) == (
        "Mr", "2008-02-29", ["NG", "BE"],
    )  # fmt: skip
    assert (found["prs_HomePhone"], found["prs_MobilePhone"]) == ("+31580000000", "")
    assert found["vic_TraffickingStatus"] == "PossibleVictimOfTrafficking"
    assert set(found["vic_TypeOfExploitation"]) == {"ForcedLabour", "SexualExploitation"}
    assert (found["vic_ForcedLabourIndustry"], found["vic_MethodsOfControl"]) == (
        ["F_Construction"],
        ["PsychologicalAbuse"],
    )
    # The lover-boy method has no code of its own there; what was asked and is not known has none at all.
    assert (found["vic_MethodOfRecruitment"], found["vic_TypeOfSexExploitation"]) == (["Other"], [])
    assert found["vic_LocationOfExploitation"] == ["Verzonnendam, NL", "Verzonnenburg, NL", "NL"]
    assert found["cas_Status"] == "Active"
    assert found["con_Consent"] == "given"
