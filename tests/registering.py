# SPDX-License-Identifier: EUPL-1.2
"""What the cast has of CoMensha in each file: a yes, an override that waits, a sheet, a version that was sent."""

from typing import TYPE_CHECKING

from baken.closed.access.models import Dossier
from baken.closed.registration import exporting
from baken.closed.registration.fields import known
from baken.closed.registration.models import Draft, Exchange, Override, Version, Word
from tests.cast import canary

if TYPE_CHECKING:
    from tests.casting import Scene


def register(files: dict[str, Dossier], scene: "Scene") -> None:
    """Write it all down in the founder's name; the version of each file is kept by its file's name."""
    founder, day = scene.founder, scene.now.date()
    for name, file in files.items():
        by = {"dossier": file, "recorded_by": founder}
        said = {"purpose": "registration", "what": "given", "on": day, "by": "both", "how": "signed"}
        Word.objects.create(**by, **said, words=canary("consented"))
        told = {"adviser": "fg", "name": "Verzonnen Adviseur", "advised_on": day, "reason": canary("override")}
        Override.objects.create(dossier=file, agency=file.agency, made_by=founder, **told)
        answers = {"place": known(canary("sheet"))}
        draft = {"pseudonym": "2222-3333", "kind": "registration", "answers": answers}
        Draft.objects.create(dossier=file, changed_by=founder, **draft)
        head = {"pseudonym": "2222-3333", "version": 1, "fixed_on": day.isoformat(), "reporter": "Verzonnen centrum"}
        content = exporting.content(head, "registration", answers)
        version = Version.objects.create(dossier=file, number=1, content=content, fixed_by=founder)
        Exchange.objects.create(**by, version=version, kind="sent", on=day, what="mail", to="", words=canary("sent"))
        scene.rows[f"registered.{name}"] = version.pk
