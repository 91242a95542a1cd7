# SPDX-License-Identifier: EUPL-1.2
"""What stands in each file of the cast beside who she is and how she is reached: family, words, papers, a report."""

import datetime
from uuid import UUID, uuid4

from baken.accounts.models import User
from baken.bridge.letters import new_pair
from baken.closed.access.models import Dossier
from baken.closed.casework.models import Arrival, Assertion, Guardian, Note, Relative
from baken.closed.documents.models import Document, Version
from baken.closed.intake.models import Attachment, Decision, Letter, Mark, Report, Scoring
from baken.closed.minors.models import Round, Route, Step
from baken.core.clock import now
from tests.cast import canary


def fill(file: Dossier, founder: User, rows: dict[str, UUID]) -> None:
    """Write it all down in the founder's name; the rows of the first file are kept by name."""
    _relatives(file, founder, rows)
    _children(file, founder, rows)
    _notes(file, founder)
    _documents(file, founder, rows)
    _reported(file, founder, rows)


def _notes(file: Dossier, founder: User) -> None:
    for part in ("notes", "legal", "health"):
        Note.objects.create(dossier=file, part=part, text=canary(part), written_by=founder)
    held = {"present": "Verzonnen Deelnemer", "decisions": canary("decisions")}
    Note.objects.create(dossier=file, kind="conference", text="", conference=held, written_by=founder)


def _relatives(file: Dossier, founder: User, rows: dict[str, UUID]) -> None:
    """Write down a guardian, a sister, what was said of the person, and from which record she came in."""
    by = {"dossier": file, "recorded_by": founder}
    guardian = Guardian.objects.create(**by, kind="nidos", name=canary("guardian"), phone="")
    relative = Relative.objects.create(**by, relation="sibling", name=canary("relative"), with_her=True)
    said = Assertion.objects.create(
        **by, what="presumed", by="police", on=datetime.date(2026, 1, 5), source=canary("source")
    )
    kept = {"cas_IncomingReferralDetails": [canary("arrival")], "cas_ReferringOrganisation": ["Verzonnen Verwijzer"]}
    Arrival.objects.create(
        dossier=file, batch=uuid4(), number=2, reference=file.pk.bytes, kept=kept, brought_by=founder
    )  # fmt: skip
    rows.setdefault("assertion", said.pk)
    rows.setdefault("guardian", guardian.pk)
    rows.setdefault("relative", relative.pk)


def _children(file: Dossier, founder: User, rows: dict[str, UUID]) -> None:
    """Begin the reporting code with a step, and ask who has authority."""
    walked = Round.objects.create(dossier=file, about="child", begun_by=founder)
    told = {"dossier": file, "round": walked, "recorded_by": founder, "on": datetime.date(2026, 1, 5)}
    step = Step.objects.create(**told, key="signals", words=canary("step"))
    asked = {"dossier": file, "route": "alone-foreign", "asked_by": founder, "asked_on": datetime.date(2026, 1, 5)}
    route = Route.objects.create(**asked, words=canary("route"))
    for name, row in (("round", walked), ("step", step), ("route", route)):
        rows.setdefault(name, row.pk)


def _documents(file: Dossier, founder: User, rows: dict[str, UUID]) -> None:
    """Keep a document in each part; the first has its unique texts, the others those of their part."""
    for part, title, text in (("notes", "title", "body"), ("legal", "legal", "legal"), ("health", "health", "health")):
        kept = Document.objects.create(dossier=file, part=part, title=canary(title), recorded_by=founder)
        key, body = uuid4(), canary(text).encode()
        told = {"name": f"{canary(title)}.txt", "media_type": "text/plain", "size": len(body)}
        about = {"id": key, "document": kept, "dossier": file, "added_by": founder}
        Version.objects.create(**about, **told, body=body)
        rows.setdefault(f"document.{part}", kept.pk)
        rows.setdefault(f"version.{part}", key)


def _reported(file: Dossier, founder: User, rows: dict[str, UUID]) -> None:
    """Let it have come in as a report, with a letter, something attached and a decision made once."""
    source, moment = uuid4(), now()
    whose = {"agency_id": file.agency_id, "number": file.number, "owner": founder, "source": source}
    whose["reply_key"] = new_pair()[0]
    Report.objects.create(dossier=file, channel="web", hour=moment, due=moment.date(), **whose)
    rows.setdefault("source", source)
    said = {"kind": "report", "words": canary("report"), "danger": "yes", "age": "minor"}
    Letter.objects.create(dossier=file, hour=moment, content=said)
    body = canary("attachment").encode()
    sent = {"name": canary("attachment"), "kind": "text/plain", "original": body, "stripped": body}
    attachment = Attachment.objects.create(dossier=file, hour=moment, **sent)
    rows.setdefault("attachment", attachment.pk)
    Decision.objects.create(dossier=file, decision="assess", words=canary("decision"), decided_by=founder)
    Mark.objects.create(dossier=file, index=file.pk.bytes)
    noticed = {"seen": ["ILO-AL-D01"], "age": "adult", "answer": "ask"}
    Scoring.objects.create(dossier=file, content=noticed, scored_by=founder)
