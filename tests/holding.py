# SPDX-License-Identifier: EUPL-1.2
"""What a file of the cast holds beside its bare parts: how it was reported, who is hers, what was said, documents."""

import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from baken.closed.access.models import Dossier
from baken.closed.casework.models import Assertion, Guardian, Relative
from baken.closed.documents.models import Document, Version, sealed_body
from baken.closed.intake.models import Attachment, Decision, Letter, Report
from tests.cast import canary

if TYPE_CHECKING:
    from tests.casting import Scene


def reported(file: Dossier, scene: "Scene") -> None:
    """Let the file have come in as a report, with a letter, something attached and a decision made once."""
    whose = {"agency_id": file.agency_id, "number": file.number, "owner": scene.founder, "source": uuid4()}
    Report.objects.create(dossier=file, channel="web", hour=scene.now, due=scene.now.date(), **whose)
    scene.rows.setdefault("source", whose["source"])
    said = {"kind": "report", "words": canary("report"), "danger": "yes", "age": "minor"}
    Letter.objects.create(dossier=file, hour=scene.now, content=said)
    body = canary("attachment").encode()
    sent = {"name": canary("attachment"), "kind": "text/plain", "original": body, "stripped": body}
    attachment = Attachment.objects.create(dossier=file, hour=scene.now, **sent)
    scene.rows.setdefault("attachment", attachment.pk)
    Decision.objects.create(dossier=file, decision="assess", words=canary("decision"), decided_by=scene.founder)


def relatives(file: Dossier, scene: "Scene") -> None:
    """Write down a guardian, a sister, and what was said of the person."""
    by = {"dossier": file, "recorded_by": scene.founder}
    guardian = Guardian.objects.create(**by, kind="nidos", name=canary("guardian"), phone="")
    relative = Relative.objects.create(**by, relation="sibling", name=canary("relative"), with_her=True)
    said = Assertion.objects.create(
        **by, what="presumed", by="police", on=datetime.date(2026, 1, 5), source=canary("source")
    )
    scene.rows.setdefault("assertion", said.pk)
    scene.rows.setdefault("guardian", guardian.pk)
    scene.rows.setdefault("relative", relative.pk)


def documents(file: Dossier, scene: "Scene") -> None:
    """Keep a document in each part; the first has its unique texts, the others those of their part."""
    for part, title, text in (("notes", "title", "body"), ("legal", "legal", "legal"), ("health", "health", "health")):
        kept = Document.objects.create(dossier=file, part=part, title=canary(title), recorded_by=scene.founder)
        key, body = uuid4(), canary(text).encode()
        told = {"name": f"{canary(title)}.txt", "media_type": "text/plain", "size": len(body)}
        about = {"id": key, "document": kept, "dossier": file, "added_by": scene.founder}
        Version.objects.create(**about, **told, body=sealed_body(key, file.pk, body))
        scene.rows.setdefault(f"document.{part}", kept.pk)
        scene.rows.setdefault(f"version.{part}", key)
