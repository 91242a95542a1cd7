# SPDX-License-Identifier: EUPL-1.2
"""Writing down what was said about CoMensha: asked of `access`, changed, logged, in one transaction."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.admitting import admit_to_write, note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Ground, Refused, Standing, can_record_consent
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.recorded import strike
from baken.closed.registration.labels import BY, HOW, SPOKEN
from baken.closed.registration.models import Word
from baken.closed.registration.rules import Purpose, What
from baken.core.clock import today

Admitted = tuple[Standing, Ground]


def admitted(dossier: UUID) -> Admitted:
    """Let the acting user write what goes to CoMensha: on the team, in a role that talks with the person."""
    standing, ground = admit_to_write(dossier, Part.NOTES)
    if not can_record_consent(standing):
        raise Refused("does not register here")
    return standing, ground


@transaction.atomic
def write_word(  # noqa: PLR0913 - one argument for each field of the form
    *, dossier: UUID, purpose: Purpose, what: What, on: date, by: str, how: str, witness: str = "", words: str = ""
) -> Word:
    """Write down a yes, a no or a yes taken back; raise ValidationError for a day to come or a yes nobody heard."""
    found = admitted(dossier)
    if on > today() or by not in dict(BY) or how not in dict(HOW):
        raise ValidationError(_("Choose who spoke and how, and a day that is not to come."))
    if lacks_witness(what, how, witness):
        raise ValidationError(_("A yes that is not signed needs somebody who heard it."))
    made = Word(dossier_id=dossier, purpose=purpose.value, what=what.value, on=on, by=by, how=how)
    made.witness, made.words, made.recorded_by_id = witness, words, me()
    made.save(force_insert=True)
    # Whether it was a yes or a no is sealed in the row, and the log outlives the file: it does not say.
    noted(found, Action.CREATE, "word", made.pk)
    return made


def lacks_witness(what: What, how: str, witness: str) -> bool:
    """Return whether a yes was neither signed nor heard; a no, or taking back, needs neither."""
    return what == What.GIVEN and how == SPOKEN and not witness.strip()


@transaction.atomic
def strike_word(*, dossier: UUID, word: UUID) -> None:
    """Strike out what was written down by mistake; it stays to be seen, and no older yes stands again by it."""
    admitted(dossier)
    strike(Word, dossier=dossier, row=word, part=Part.NOTES)


def noted(found: Admitted, action: Action, kind: str, *objects: UUID) -> None:
    """Log a write to what goes to CoMensha."""
    standing, ground = found
    activity = Activity.CREATE if action == Action.CREATE else Activity.UPDATE
    note(standing, activity, action, part=Part.NOTES, ground=ground, kind=kind, objects=list(objects))
