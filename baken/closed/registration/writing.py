# SPDX-License-Identifier: EUPL-1.2
"""Every write to the sheet: begun, filled in, fixed, taken out. Asked of `access`, changed, logged, all or nothing."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.closed.registration import exporting, reads, sheets
from baken.closed.registration.actions import admitted, noted
from baken.closed.registration.fields import kept, table
from baken.closed.registration.models import TAKEN, Draft, Exchange, Version
from baken.closed.registration.printing import printed
from baken.closed.registration.rules import Basis, Purpose
from baken.core.clock import now, today

_LETTERS = "2346789BCDFGHJKMPQRTVWXY"  # none that is taken for another, and no vowels that make a word
RECIPIENT = "CoMensha"
FORMATS: dict[str, tuple[str, Callable[[Mapping[str, Any], Mapping[str, str]], bytes]]] = {
    "pdf": ("application/pdf", lambda told, bases: printed(exporting.paper(told, bases))),
    "json": ("application/json", exporting.as_json),
    "csv": ("text/csv", exporting.as_csv),
}


@transaction.atomic
def choose_kind(*, dossier: UUID, kind: str) -> Draft:
    """Begin the sheet of a type with what the file holds, or change its type; what the new one needs not is dropped."""
    found = admitted(dossier)
    if kind not in table().kinds:
        raise ValidationError(_("Choose a type of file."))
    filed = sheets.filed(dossier)
    row = Draft.objects.select_for_update().filter(dossier=dossier).first()
    made = row is None
    row = row or Draft(dossier_id=dossier, pseudonym=_pseudonym())
    row.kind, row.answers = kind, kept({**filed, **row.answers}, kind)
    _save(row, made=made)
    noted(found, Action.CREATE if made else Action.UPDATE, "sheet", row.pk)
    return row


@transaction.atomic
def write_sheet(*, dossier: UUID, answers: Mapping[str, Any], stamp: str) -> Draft:
    """Fill in the sheet; raise Refused where a colleague changed it since it was opened."""
    found, row = admitted(dossier), _draft(dossier, stamp)
    row.answers = kept(answers, row.kind)
    _save(row, made=False)
    noted(found, Action.UPDATE, "sheet", row.pk)
    return row


@transaction.atomic
def fix_sheet(*, dossier: UUID, stamp: str) -> Version:
    """Fix the sheet as a numbered version; raise ValidationError while something in it contradicts itself."""
    found, row = admitted(dossier), _draft(dossier, stamp)
    if sheets.sheet_of(dossier).faults:
        raise ValidationError(_("Something in the sheet contradicts itself."))
    number = Version.objects.filter(dossier=dossier).count() + 1
    head = {"pseudonym": row.pseudonym, "version": number, "fixed_on": today().isoformat()}
    head["reporter"] = access.dossiers().get(pk=dossier).agency.name
    made = Version(dossier_id=dossier, number=number, fixed_by_id=me())
    made.content = exporting.content(head, row.kind, row.answers)
    made.save(force_insert=True)
    noted(found, Action.CREATE, "version", made.pk)
    return made


@transaction.atomic
def take_out(*, dossier: UUID, version: UUID, form: str) -> tuple[str, str, bytes]:
    """Return a version as a file, with its name and media type; raise Refused without a ground that stands today.

    That it was taken out, by whom and for whom, is logged and stays in the file. It is for CoMensha alone: to nobody
    else did she say yes.
    """
    standing, ground = admitted(dossier)
    row = Version.objects.filter(pk=version, dossier=dossier).first()
    if row is None or form not in FORMATS:
        raise Refused("no such version or form")
    bases = grounded(row, reads.bases(dossier, today()))
    made = Exchange(
        dossier_id=dossier, version=row, kind=TAKEN, on=today(), what=form, to=RECIPIENT, recorded_by_id=me()
    )
    made.save(force_insert=True)
    # For what and on what ground is sealed in the rows, and the log outlives the file: it does not say.
    facts = {"version": str(row.number), "to": RECIPIENT, "form": form}
    how = (Activity.SHARE, Action.EXECUTE)
    note(standing, *how, part=Part.NOTES, ground=ground, kind="version", objects=[row.pk, made.pk], facts=facts)
    media_type, packed = FORMATS[form]
    return f"comensha-{row.content['pseudonym']}-{row.number}.{form}", media_type, packed(row.content, bases)


def grounded(version: Version, bases: Mapping[Purpose, Basis | None]) -> dict[str, str]:
    """Return on what ground a version goes, for each of its purposes; raise Refused where one has none."""
    if not is_grounded(version, bases):
        raise Refused("nobody consented to this")
    return {each: str(bases[Purpose(each)]) for each in version.content["purposes"]}


def is_grounded(version: Version, bases: Mapping[Purpose, Basis | None]) -> bool:
    """Return whether there is a ground for each purpose of a version."""
    return all(bases[Purpose(each)] for each in version.content["purposes"])


def _draft(dossier: UUID, stamp: str) -> Draft:
    row = Draft.objects.select_for_update().filter(dossier=dossier).first()
    if row is None or sheets.stamp(row) != stamp:
        raise Refused("no such sheet, or changed meanwhile")
    return row


def _save(row: Draft, *, made: bool) -> None:
    row.changed_by_id, row.changed_at = me(), now()
    row.save(force_insert=made, update_fields=None if made else ["kind", "answers", "changed_by", "changed_at"])


def _pseudonym() -> str:
    """Return a name of chance: it tells nothing of her, of the file or of when it was made."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"
