# SPDX-License-Identifier: EUPL-1.2
"""What happens in the house is followed up and closed once; what a shift hands over is read and signed for."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from psycopg.errors import UniqueViolation

from baken.closed.access.rules import Refused
from baken.closed.shelter.living import handed, incidents, reads, shifts
from baken.closed.shelter.living.day import day as today_in_house
from baken.closed.shelter.living.incidents import Told
from baken.closed.shelter.living.models import Shift
from baken.closed.shelter.tests.desk import LEAD, MANAGER, SECOND, WORKER, day
from baken.core.clock import now

NOBODY = (LEAD, MANAGER, ("shelter", "none"), ("shelter", "post_ended"), ("intake", "same"))

AGAIN = """
    INSERT INTO shelter_shift (id, agency_id, begun_by_id, begun_at)
    SELECT gen_random_uuid(), agency_id, begun_by_id, now() FROM shelter_shift
"""


def told(desk, **changed):
    words = {"kind": "quarrel", "severity": "serious", "words": "Verzonnen ruzie", "done": "Gepraat", "police": "no"}
    days = {"happened_at": now() - datetime.timedelta(hours=1), "follow_on": day(1)}
    return Told(**(words | days | {"follow_by": desk.key(SECOND)} | changed))


def report(desk, *files, **changed):
    return incidents.report(dossiers=files, told=told(desk, **changed))


def begin(desk):
    before = shifts.open_shift(desk.agency)
    return shifts.begin(agency=desk.agency, after=before.pk if before else None)


def test_an_incident_stands_in_the_file_of_each_who_was_involved_and_is_closed_once_in_each(desk):
    one, other = desk.asks(), desk.asks()
    with desk.working():
        rows = report(desk, one, other)
        assert len({each.happening for each in rows}) == 1
        ((first, second),) = today_in_house().happenings
        assert {first.row, second.row} == set(rows)
    with desk.working(SECOND):
        incidents.close(dossier=one, incident=rows[0].pk, ending="Uitgepraat")
        with pytest.raises(Refused):
            incidents.close(dossier=one, incident=rows[0].pk, ending="nog eens")
        assert [each.ending for each in reads.living(one).happened_before] == ["Uitgepraat"]
        assert len(reads.living(other).happened) == 1
    assert desk.logged(one, "incident") == ["C", "U"]


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "x"}, {"severity": "x"}, {"police": "x"}, {"follow_on": day(-1)},
        {"happened_at": now() + datetime.timedelta(days=1)}, {"happened_at": now() - datetime.timedelta(days=400)},
    ],
)  # fmt: skip
def test_an_incident_that_cannot_be_is_not_taken(desk, changed):
    file = desk.asks()
    with desk.working(), pytest.raises(ValidationError):
        report(desk, file, **changed)


def test_nobody_follows_up_but_who_works_in_the_house_and_somebody_was_involved(desk):
    file = desk.asks()
    with desk.working():
        with pytest.raises(ValidationError):
            report(desk, file, follow_by=desk.key(LEAD))
        with pytest.raises(ValidationError):
            report(desk)


def test_who_follows_up_is_told_on_today_once_the_day_is_there(desk, signed_in):
    file = desk.asks()
    with desk.working():
        report(desk, file)
        row = report(desk, file, follow_on=day(0))[0]
    page = reverse("today")
    assert "1 incident wacht op jou" in signed_in(desk.key(SECOND)).get(page).content.decode()
    with desk.working(SECOND):
        incidents.close(dossier=file, incident=row.pk, ending="Klaar")
    assert "wacht op jou" not in signed_in(desk.key(SECOND)).get(page).content.decode()


def test_a_shift_ends_where_the_next_begins_and_nobody_begins_twice(desk):
    with desk.working():
        first = begin(desk)
        with pytest.raises(ValidationError):
            shifts.begin(agency=desk.agency, after=None)
    with pytest.raises(UniqueViolation):
        desk.owner.execute(AGAIN)
    with desk.working(SECOND):
        assert begin(desk).ended_at is None
        assert Shift.objects.get(pk=first.pk).ended_by_id == desk.key(SECOND)


def test_a_line_is_a_row_of_her_file_and_none_is_added_to_a_shift_that_ended(desk):
    file = desk.asks()
    with desk.working():
        shift = begin(desk)
        with pytest.raises(ValidationError):
            shifts.hand_over(dossier=file, shift=shift.pk, words=" ")
        line = shifts.hand_over(dossier=file, shift=shift.pk, words="Slaapt slecht")
        assert [each.row for each in today_in_house().lines] == [line]
        assert reads.living(file).lines == [line]
        begin(desk)
        with pytest.raises(Refused):
            shifts.hand_over(dossier=file, shift=shift.pk, words="te laat")
    assert desk.logged(file, "line") == ["C"]


def test_a_shift_is_asked_to_be_read_until_one_signs_once_in_ones_own_name(desk):
    with desk.working():
        shift = begin(desk)
        with pytest.raises(Refused):
            shifts.sign(shift=shift.pk)  # it goes on
        begin(desk)
        assert handed.unsigned() == []  # who began it wrote it
    with desk.working(SECOND):
        assert (handed.unsigned(), handed.handed(shift.pk).may_sign) == ([shift], True)
        assert shifts.sign(shift=shift.pk).signed_by_id == desk.key(SECOND)
        assert (handed.unsigned(), handed.handed(shift.pk).may_sign) == ([], False)
        with pytest.raises(Refused):
            shifts.sign(shift=shift.pk)


def test_a_shift_of_long_ago_is_not_asked_to_be_read(desk):
    with desk.working():
        shift = begin(desk)
        begin(desk)
    desk.owner.execute("UPDATE shelter_shift SET ended_at = now() - interval '8 days' WHERE id = %s", [shift.pk])
    with desk.working(SECOND):
        assert handed.unsigned() == []


def test_nobody_writes_it_but_who_works_in_the_shelter_of_the_agency(desk):
    file = desk.asks()
    with desk.working():
        shift = begin(desk)
        (row,) = report(desk, file)
    for who in NOBODY:
        for write in (
            lambda: report(desk, file),
            lambda: incidents.close(dossier=file, incident=row.pk, ending=""),
            lambda: begin(desk),
            lambda: shifts.hand_over(dossier=file, shift=shift.pk, words="x"),
            lambda: shifts.sign(shift=shift.pk),
            lambda: handed.handed(shift.pk),
        ):
            with pytest.raises(Refused), desk.working(who):
                write()


def test_the_pages_hand_over_report_and_sign(desk, signed_in):
    file = desk.asks()
    desk.lives(file, desk.unit("1"))
    mine = signed_in(desk.key(WORKER))
    page = reverse("shelter_day")
    mine.post(reverse("begin_shift"), {"after": "x"})
    mine.post(reverse("begin_shift"))
    mine.post(reverse("begin_shift"))  # a second time, by mistake
    assert mine.post(page, {"dossier": file, "words": ""}).status_code == 200
    mine.post(page, {"dossier": file, "words": "Wil morgen bellen"})
    incident = reverse("report_incident")
    days = {"happened_at": (now() - datetime.timedelta(days=1)).isoformat()[:16], "follow_on": day(2)}
    words = {"kind": "fire", "severity": "grave", "police": "yes", "words": "Brand", "follow_by": desk.key(SECOND)}
    assert "checked" in mine.get(f"{incident}?who={file}").content.decode()
    mine.post(incident, {"dossiers": [file], **days, **words})
    with desk.working():
        (row,), shift = reads.living(file).happened, shifts.open_shift(desk.agency)
    another = signed_in(desk.key(SECOND))
    another.post(reverse("begin_shift"), {"after": shift.pk})
    read = reverse("shift", args=[shift.pk])
    for shown in (page, reverse("today")):
        assert read in another.get(shown).content.decode()
    assert "Wil morgen bellen" in another.get(read).content.decode()
    another.post(read)
    for shown in (page, reverse("today")):
        assert read not in another.get(shown).content.decode()
    another.post(reverse("close_incident", args=[file, row.pk]), {"ending": "Geblust"})
    assert "Geblust" in another.get(reverse("living", args=[file])).content.decode()
