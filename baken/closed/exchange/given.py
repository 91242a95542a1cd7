# SPDX-License-Identifier: EUPL-1.2
"""What rooms beside one another know of a file and its core record is given: each by a read that is logged."""

from uuid import UUID

from django.utils import timezone, translation

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import admit
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Span, is_live
from baken.closed.casework.arriving.reads import kept_of
from baken.closed.exchange.taking.comments import SEVERAL
from baken.closed.intake import reads as intake
from baken.closed.intake.models import Link
from baken.closed.intake.reads import Found
from baken.closed.plan.labels import CLOSED, OUTCOMES
from baken.closed.plan.models import Closure
from baken.closed.plan.reads import plan_of
from baken.closed.trafficking.lists import of
from baken.closed.trafficking.reads import assessments_of
from baken.closed.trafficking.rules import standard
from baken.closed.trafficking.screening import YES
from baken.core.clock import now

Known = dict[str, str | list[str]]
HANDED_OVER = "handed-over"
# Of the record that a file came from these go on as they came, behind what was written down here.
CARRIED = (
    *SEVERAL, "vic_MethodOfRecruitment", "vic_MethodsOfControl", "vic_TypeOfExploitation", "vic_TypeOfSexExploitation",
    "vic_Vulnerabilities",
)  # fmt: skip
# A report asks for our help.
ASKED = "AdditionalServicesRequired"
REFERRAL = (
    "cas_ReferringOrganisation", "cas_IncomingReferralDate", "cas_ReferringPrimaryCaseWorker",
    "cas_ReasonForIncomingReferral", "cas_IncomingReferralDetails",
)  # fmt: skip


def course(file: Dossier) -> Known:
    """Return who has the next step, and how a closed file ended; raise Refused without a ground for the notes."""
    plan = plan_of(file.pk)
    ended = next((each for each in plan.closures if each.kind == CLOSED), None) if file.closed_at else None
    closed = "ClosedReferred" if ended and ended.outcome == HANDED_OVER else "Closed"
    return {
        "cas_Status": closed if file.closed_at else "Active",
        "cas_CaseOwner": str(plan.lead) if plan.lead else "",
        "cas_ReasonForCaseClosure": _why(ended) if ended else "",
    }


def vulnerabilities(file: UUID) -> Known:
    """Return what made her vulnerable when that was assessed last; raise Refused without a ground for the notes."""
    latest = next(iter(assessments_of(file).assessments), None)
    factors = [key for key, answer in latest.factors.items() if answer == YES] if latest else []
    words = latest.words if latest else ""
    return {"vic_Vulnerabilities": standard(factors, of("factor")), "vic_DetailsOfVulnerabilities": words}


def consent(file: UUID) -> Known:
    """Return whether any consent stands now; raise Refused for whoever may not see the cover."""
    admit(file, Part.COVER, kind="consent")
    standing = [each for each in access.consents(file) if each.withdrawn_at is None]
    return {"con_Consent": str(any(is_live(Span(each.since, each.until), now()) for each in standing)).lower()}


def referral(file: UUID) -> tuple[Known, bool]:
    """Return what its reports say, the oldest first, and whether there are some that the acting user may not read."""
    reports = sorted(intake.reports_of(file), key=lambda each: each.opened_at)
    mine = [each.pk for each in reports if grounds.ground(access.standing(each.pk), Part.NOTES)]
    found = [intake.report(each) for each in mine]
    known: Known = {
        "cas_ReferringOrganisation": _said(found, "organisation"),
        "cas_IncomingReferralDate": [timezone.localdate(each.report.hour).isoformat() for each in found],
        "cas_ReferringPrimaryCaseWorker": _said(found, "name"),
        "cas_ReasonForIncomingReferral": [ASKED] if found else [],
        "cas_IncomingReferralDetails": _said(found, "words"),
    }
    return known, len(mine) < Link.objects.filter(case=file).count()


def carried(file: UUID) -> dict[str, list[str]]:
    """Return what goes on as it came, by field; raise Refused without a ground for the notes."""
    return {name: values for name, values in kept_of(file).items() if name in CARRIED}


def outcomes() -> dict[str, str]:
    """Return the codes of how files end by what each is called in English, which the standard is in."""
    with translation.override("en"):
        return {str(name): code for code, name in OUTCOMES}


def _said(found: list[Found], what: str) -> list[str]:
    return [str(each.first.get(what, "")) for each in found]


def _why(ended: Closure) -> str:
    """Return in English, which the standard is in, how a file ended; and the words as they were written."""
    named = {code: name for name, code in outcomes().items()}
    outcome = named.get(ended.outcome, ended.outcome)
    return ": ".join(filter(None, [outcome, ended.words]))
