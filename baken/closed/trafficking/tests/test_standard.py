# SPDX-License-Identifier: EUPL-1.2
"""Every field of the standard lives somewhere, or the table says why it does not; and the page says the same."""

from pathlib import Path

import pytest
from django.apps import apps

from baken.closed.casework.person.labels import GENDERS
from baken.closed.casework.status.rules import HTCDS_DECIDED_BY, HTCDS_STATUS
from baken.closed.trafficking import standard
from baken.closed.trafficking.standard import StandardError
from baken.standards.htcds.fields import fields

PAGE = Path(__file__).resolve().parents[4] / "docs" / "reference" / "htcds.md"
HOMES = standard.homes()
# Core, not given up, and yet not kept: the page says why.
NOT_YET = {
    "prs_Title", "cas_ReferredOrganisation", "cas_ReferredPrimaryCaseWorker", "cas_ReasonForOutgoingReferral",
    "cas_OutgoingReferralDate", "cas_OutgoingReferralDetails",
}  # fmt: skip


def test_it_has_every_field_of_the_standard():
    assert list(HOMES) == list(fields())


def test_every_core_field_lives_somewhere_but_those_that_are_named():
    core = {each.name for each in fields().values() if each.core and not each.given_up}
    assert {name for name in core if not HOMES[name].where} == NOT_YET


@pytest.mark.parametrize("place", sorted({place for each in HOMES.values() for place in each.where}))
def test_what_it_names_is_there(place):
    app, model, field = place.split(".")
    assert apps.get_model(app, model)._meta.get_field(field)


def test_the_page_has_the_table_as_it_is():
    assert standard.written() in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('name = "a"', "why"),
        ('name = "a"\nwhy = "c"\nwhere = ["d.E.f"]', "why"),
        ('name = "a"\nwhy = "c"', "not in both"),
    ],
)
def test_a_field_that_is_nowhere_or_both_is_refused(tmp_path, row, said):
    path = tmp_path / "htcds.toml"
    path.write_text(f"[[field]]\n{row}\n", encoding="utf-8")
    with pytest.raises(StandardError, match=said):
        standard.homes(path)


def test_codes_of_casework_are_those_of_the_standard():
    assert tuple(code for code, _ in GENDERS) == fields()["prs_Gender"].codes
    assert set(HTCDS_STATUS.values()) == set(fields()["vic_TraffickingStatus"].codes)
    assert set(HTCDS_DECIDED_BY.values()) <= set(fields()["vic_TraffickingStatusDecisionMakingOrg"].codes)
