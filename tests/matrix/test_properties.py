# SPDX-License-Identifier: EUPL-1.2
"""What holds whatever happens: consent only narrows, and the pure rules and the database always agree."""

import dataclasses
import datetime
from collections import Counter
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from baken.closed.access import reads, rules
from baken.closed.access.parts import Part, Purpose, Role
from baken.closed.access.rules import Breakage, Grant, Place, Post, Span, Standing
from tests.cast import ROLES
from tests.matrix.naming import Knower
from tests.matrix.sight import Watch
from tests.matrix.someone import Someone

pytestmark = pytest.mark.matrix

NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
AGENCIES = [UUID(int=each) for each in range(1, 4)]
USER, DOSSIER = UUID(int=10), UUID(int=20)
moments = st.integers(-3, 3).map(lambda hours: NOW + datetime.timedelta(hours=hours))
spans = st.builds(Span, moments, st.none() | moments)
grants = st.builds(
    Grant, st.just(UUID(int=30)), st.sampled_from(AGENCIES), st.frozensets(st.sampled_from(sorted(Part))),
    st.sampled_from(sorted(Purpose)), st.builds(Span, moments, moments), st.booleans(),
)  # fmt: skip
appointments = st.builds(Post, st.sampled_from(AGENCIES), st.sampled_from(sorted(Role)), spans, st.booleans())
standings = st.builds(
    Standing, now=st.just(NOW), dossier=st.just(DOSSIER), agency=st.sampled_from(AGENCIES), user=st.just(USER),
    active=st.booleans(), subject=st.sampled_from([None, USER, UUID(int=11)]),
    posts=st.lists(appointments, max_size=3).map(tuple),
    places=st.lists(st.builds(Place, st.just(UUID(int=31)), spans), max_size=2).map(tuple),
    grants=st.lists(grants, min_size=1, max_size=3).map(tuple),
    breakages=st.lists(st.builds(Breakage, st.just(UUID(int=32)), spans), max_size=2).map(tuple),
)  # fmt: skip
EXAMPLES: Counter[str] = Counter()


def _visible(standing: Standing) -> set[Part]:
    return {part for part in Part if rules.ground(standing, part)}


def _with(standing: Standing, **changed: Any) -> Standing:
    """Return the same standing with its first consent changed."""
    return dataclasses.replace(
        standing, grants=(dataclasses.replace(standing.grants[0], **changed), *standing.grants[1:])
    )


@settings(max_examples=400, deadline=None)
@given(standing=standings, less=st.integers(1, 3), part=st.sampled_from(sorted(Part)))
def test_a_narrower_consent_never_shows_more(standing, less, part):
    EXAMPLES["consent narrows"] += 1
    first, by = standing.grants[0], datetime.timedelta(hours=less)
    seen = _visible(standing)
    assert _visible(_with(standing, parts=first.parts - {part})) <= seen
    assert _visible(_with(standing, withdrawn=True)) <= seen
    assert _visible(_with(standing, span=Span(first.span.since, first.span.until - by))) <= seen
    assert _visible(_with(standing, span=Span(first.span.since + by, first.span.until))) <= seen
    assert _visible(dataclasses.replace(standing, grants=standing.grants[1:])) <= seen
    assert Part.WHEREABOUTS not in _visible(dataclasses.replace(standing, places=()))


@settings(max_examples=400, deadline=None)
@given(standing=standings)
def test_nothing_is_seen_by_who_is_shut_out(standing):
    EXAMPLES["shut out"] += 1
    assert _visible(dataclasses.replace(standing, active=False)) == set()
    assert _visible(dataclasses.replace(standing, subject=USER)) == set()
    shut = tuple(dataclasses.replace(post, suspended=True) for post in standing.posts)
    assert _visible(dataclasses.replace(standing, posts=shut)) == set()
    for part in Part:
        if rules.ground_to_write(standing, part):
            assert rules.ground(standing, part)


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.long)])
def test_the_rules_and_the_database_agree_whatever_happens(stage, count, examples):
    with stage.another() as connection:
        Life.watch = Watch(connection, Knower(stage), superuser=True)
        run_state_machine_as_test(
            Life,
            settings=settings(
                max_examples=examples, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
    count("properties", examples=sum(EXAMPLES.values()), failures=0)


CROWD = (
    ("case_manager", "same"), ("shelter", "same"), ("therapist", "team"), ("intake", "none"),
    ("legal_support", "consent"), ("manager", "same"), ("privacy_officer", "none"), ("case_manager", "subject"),
)  # fmt: skip
people = st.sampled_from(CROWD)
shifts = st.sampled_from(["-2 hours", "-1 hour", "1 hour", "2 hours"])


# All that the database is asked at once about one person and one file.
_ASKED = """
    SELECT array(SELECT part FROM unnest(%(parts)s::text[]) part WHERE %(file)s = ANY (access_readable(part))),
           array(SELECT part FROM unnest(%(parts)s::text[]) part WHERE %(file)s = ANY (access_by_team(part))),
           EXISTS (SELECT FROM access_dossier WHERE id = %(file)s),
           access_seatable(%(file)s), access_consentable(%(file)s), access_breakable(%(file)s),
           (SELECT count(*) FROM access_glass WHERE user_id = access_user() AND reviewed_at IS NULL)
"""


class Life(RuleBasedStateMachine):
    """A file's life: people come and go, consent is given and taken back, glass is broken, clocks move on."""

    watch: Watch

    def __init__(self) -> None:
        super().__init__()
        self.transaction = self.watch.connection.transaction(force_rollback=True)
        self.transaction.__enter__()
        self.stage = self.watch.knower.stage
        self.file = self.stage.cast.files["main"]
        self.steps = 0

    def teardown(self) -> None:
        self.transaction.__exit__(None, None, None)

    def _do(self, text: str, **words: Any) -> None:
        self.watch.connection.execute("RESET ROLE")
        with self.watch.connection.transaction():
            self.watch.connection.execute(text, {"file": self.file, "new": uuid4(), **words})
        self.steps += 1

    def _key(self, who: tuple[str, str]) -> UUID:
        return self.stage.cast.person(*who)

    @rule(who=people)
    def join(self, who):
        self._do(
            "INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id)"
            " VALUES (%(new)s, %(file)s, %(who)s, now() - interval '1 hour', %(who)s) ON CONFLICT DO NOTHING",
            who=self._key(who),
        )

    @rule(who=people, by=shifts)
    def leave(self, who, by):
        self._do(
            "UPDATE access_teamplace SET until = greatest(since, now() + %(by)s::interval)"
            " WHERE dossier_id = %(file)s AND user_id = %(who)s", who=self._key(who), by=by,
        )  # fmt: skip

    @rule(
        who=people,
        parts=st.sets(st.sampled_from(sorted(Part)), min_size=1),
        purpose=st.sampled_from(sorted(Purpose)),
        by=shifts,
    )
    def give_consent(self, who, parts, purpose, by):
        self._do(
            "INSERT INTO access_consent (id, dossier_id, agency_id, parts, purpose, since, until, recorded_by_id)"
            " SELECT %(new)s, %(file)s, agency_id, %(parts)s, %(purpose)s, now() + %(by)s::interval - interval '1 day',"
            " now() + %(by)s::interval, user_id FROM access_appointment WHERE user_id = %(who)s LIMIT 1",
            who=self._key(who), parts=sorted(parts), purpose=purpose, by=by,
        )  # fmt: skip

    @rule(who=people)
    def withdraw(self, who):
        self._do(
            "UPDATE access_consent SET withdrawn_at = now(), withdrawn_by_id = %(who)s WHERE dossier_id = %(file)s"
            " AND agency_id IN (SELECT agency_id FROM access_appointment WHERE user_id = %(who)s)", who=self._key(who),
        )  # fmt: skip

    @rule(who=people, by=shifts)
    def break_glass(self, who, by):
        self._do(
            "INSERT INTO access_glass (id, dossier_id, user_id, reason, since, until, alarmed, verdict)"
            " VALUES (%(new)s, %(file)s, %(who)s, 'x', now() + %(by)s::interval,"
            " now() + %(by)s::interval + interval '1 hour', '{}', '')"
            " ON CONFLICT DO NOTHING", who=self._key(who), by=by,
        )  # fmt: skip

    @rule(who=people)
    def review(self, who):
        self._do(
            "UPDATE access_glass SET reviewed_at = now(), verdict = 'justified', reviewed_by_id = %(other)s"
            " WHERE user_id = %(who)s", who=self._key(who), other=self.stage.cast.person("manager", "other"),
        )  # fmt: skip

    @rule(who=people, by=shifts)
    def move_clocks(self, who, by):
        for table in ("access_teamplace", "access_glass"):
            self._do(
                f"UPDATE {table} SET since = since + %(by)s::interval, until = until + %(by)s::interval"  # noqa: S608
                " WHERE user_id = %(who)s", who=self._key(who), by=by,
            )  # fmt: skip

    @rule(who=people, role=st.sampled_from(ROLES), at=st.sampled_from(["agency", "partner"]))
    def appoint(self, who, role, at):
        self._do(
            "INSERT INTO access_appointment (id, user_id, agency_id, role, since) VALUES (%(new)s, %(who)s, %(at)s,"
            " %(role)s, now() - interval '1 minute') ON CONFLICT DO NOTHING",
            who=self._key(who), role=role, at=self.stage.cast.rows[at],
        )  # fmt: skip

    @rule(who=people, by=shifts)
    def end_post(self, who, by):
        self._do(
            "UPDATE access_appointment SET until = now() + %(by)s::interval WHERE user_id = %(who)s",
            who=self._key(who),
            by=by,
        )

    @rule(who=people, active=st.booleans())
    def shut_account(self, who, active):
        self._do(
            "UPDATE accounts_user SET is_active = %(active)s WHERE id = %(who)s", who=self._key(who), active=active
        )

    @rule(at=st.sampled_from(["agency", "partner"]), shut=st.booleans())
    def switch(self, at, shut):
        self._do(
            "UPDATE access_agency SET suspended_at = CASE WHEN %(shut)s THEN now() END WHERE id = %(at)s",
            at=self.stage.cast.rows[at], shut=shut,
        )  # fmt: skip

    @rule(who=st.none() | people)
    def be_about(self, who):
        self._do("UPDATE access_dossier SET subject_id = %(who)s WHERE id = %(file)s", who=who and self._key(who))

    @precondition(lambda self: self.steps)
    @invariant()
    def agree(self):
        for name in CROWD:
            EXAMPLES["rules and database"] += 1
            self._agreed(Someone(self.stage, *name))

    def _agreed(self, who: Someone) -> None:
        self.watch.connection.execute("RESET ROLE")
        at = self.watch.connection.execute("SELECT statement_timestamp()").fetchone()[0]
        with patch.object(reads, "now", lambda: at):
            standing = self.watch.standing(who, self.file)
        with self.watch.entered(who.key):
            shown, written, cover, *may = self.watch.connection.execute(
                _ASKED, {"file": self.file, "parts": list(Part)}
            ).fetchone()
        seating, consenting, breaking, unreviewed = may
        asked = {part: part in shown for part in Part} | {Part.COVER: cover}
        writing = {part: part in written for part in Part}
        assert asked == {part: bool(rules.ground(standing, part)) for part in Part}, who
        assert writing == {part: bool(rules.ground_to_write(standing, part)) for part in Part}, who
        assert seating == rules.can_seat(standing), who
        assert consenting == rules.can_record_consent(standing), who
        assert breaking == rules.can_break(standing, unreviewed), who
