# SPDX-License-Identifier: EUPL-1.2
"""What the database shows somebody and lets her change, and what the pure rules say, held against `rows.csv`."""

import contextlib
from collections.abc import Iterator
from functools import cached_property
from types import ModuleType
from typing import Any
from unittest.mock import patch
from uuid import UUID

import psycopg
from psycopg import sql

from baken.closed.access import reads
from baken.closed.access.parts import Part
from baken.closed.access.rules import Standing
from baken.closed.audit.acting import Acting, acting_as
from baken.closed.shelter import rules as shelter
from tests.cast import AT_THE_CENTRE, OTHERS, OWN
from tests.matrix import trying
from tests.matrix.counted import counted
from tests.matrix.expectation import part_lines, rows
from tests.matrix.naming import KEYS, NIGHTS, Knower
from tests.matrix.someone import Someone
from tests.matrix.writing import tries, words

_WRITING = {
    Part.IDENTITY: ("casework_identity", "identity"),
    Part.CONTACT: ("casework_contact", "contact"),
    Part.NOTES: ("casework_note", "notes"),
    Part.LEGAL: ("casework_note", "legal"),
    Part.HEALTH: ("casework_note", "health"),
    Part.WHEREABOUTS: ("casework_hiding", "whereabouts"),
}


class Watch:
    """Looks through one connection: that of the role that serves, or the superuser's, who puts that role on."""

    def __init__(self, connection: psycopg.Connection[Any], knower: Knower, *, superuser: bool) -> None:
        self.connection, self.knower, self.superuser = connection, knower, superuser
        self.lines = {(each.table, each.rows, each.verb): each for each in rows()}
        self.parts = part_lines()
        known = tries()
        self.written = [
            line
            for key, line in self.lines.items()
            if line.verb in {"insert", "update"} and (superuser or not known[key].first)
        ]
        self.tried = [known[line.table, line.rows, line.verb] for line in self.written]

    @contextlib.contextmanager
    def entered(self, user: UUID | None) -> Iterator[None]:
        """Open a transaction, rolled back at its end, in which the database knows who asks."""
        with self.connection.transaction(force_rollback=True):
            self.put_on()
            if user:
                self.connection.execute("SELECT set_config('baken.user_id', %s, true)", [str(user)])
            yield

    def put_on(self) -> None:
        """Become the role that serves, where this is not it already."""
        if self.superuser:
            self.connection.execute("SET LOCAL ROLE baken_closed_runtime")

    @cached_property
    def _everything(self) -> sql.Composed:
        one = "SELECT {name}, array(SELECT {key}::text FROM {table})"
        return sql.SQL(" UNION ALL ").join(
            sql.SQL(one).format(
                name=sql.Literal(name), key=sql.Identifier(KEYS.get(name, "id")), table=sql.Identifier(name)
            )
            for name in self.knower.tables
        )

    def seen(self) -> dict[str, set[str]]:
        """Return the keys of all rows that are shown, by table."""
        return {name: set(keys) for name, keys in self.connection.execute(self._everything).fetchall()}

    def reading_faults(self, who: Someone) -> Iterator[str]:
        """Yield what somebody sees and should not, or should and does not."""
        with self.entered(who.key):
            seen = self.seen()
        for table in self.knower.tables:
            for key, name in self.knower.named(table, who).items():
                allowed = self.lines[table, name, "read"].allowed(who.role, who.relation)
                if allowed != (str(key) in seen[table]):
                    yield f"{who.role} ({who.relation}) {'misses' if allowed else 'sees'} {table}: {name}"

    def writing_faults(self, who: Someone) -> Iterator[str]:
        """Yield what somebody writes and should not be able to, or the other way round."""
        with self.entered(who.key):
            done = trying.done(
                self.connection, self.tried, words(who, self.knower), "RESET ROLE" if self.superuser else ""
            )
        for line, did in zip(self.written, done, strict=True):
            if line.allowed(who.role, who.relation) != did:
                yield f"{who.role} ({who.relation}) {'can' if did else 'cannot'} {line.verb} {line.table}: {line.rows}"

    def asking_faults(self, who: Someone) -> Iterator[str]:
        """Yield which functions answer somebody otherwise than they should."""
        rows_of = who.stage.cast.rows
        number = self.knower.numbers[who.file]
        asked = {
            ("access_numbered()", "the file"): ("access_numbered(%s)", number, {who.file}),
            ("access_alarmed()", "the file"): ("access_alarmed(%s)", who.file, self._overseers(who)),
            ("access_everybody()", "the centre"): (
                "access_everybody(%s)",
                rows_of["agency"],
                self.knower.at_the_centre,
            ),
            ("access_told()", "the file"): ("(access_told(%s)).at", who.file, self.knower.told[who.file]),
            ("intake_same_number()", "the file"): (
                "intake_same_number(%s)",
                [who.file.bytes],
                {who.file},
            ),
            ("casework_arrived()", "the file"): ("casework_arrived(%s)", [who.file.bytes], {who.file.bytes}),
            ("intake_covers()", "the file"): ("(intake_covers(%s)).dossier", [who.file], {who.file}),
        } | self._asked_of_plans(who)
        asked |= self._asked_of_houses(who) | self._asked_of_figures(who)
        with self.entered(who.key):
            for (function, name), (call, word, whole) in asked.items():
                found = {row[0] for row in self.connection.execute(f"SELECT {call}", [word]).fetchall()} - {None}
                if found != (whole if self.lines[function, name, "ask"].allowed(who.role, who.relation) else set()):
                    yield f"{who.role} ({who.relation}) asks {function}: {name}"
            question = "SELECT access_next_number(%(partner)s, 2026), access_next_number(%(agency)s, 2026)"
            numbers = self.connection.execute(question, rows_of).fetchone()
            if numbers != ("2026-0778", self.knower.next_number):
                yield f"{who.role} ({who.relation}) asks access_next_number(): {numbers}"
            yield from self._elsewhere_faults(who)
            yield from self._leaderless_faults(who)
            question = "SELECT array(SELECT part FROM unnest(%s::text[]) part WHERE %s = ANY (access_readable(part)))"
            parts = [part for part in self.parts if part != Part.COVER]
            (readable,) = self.connection.execute(question, [parts, who.file]).fetchone()
            for part in parts:
                if self.parts[part].allowed(who.role, who.relation) != (part in readable):
                    yield f"{who.role} ({who.relation}) asks access_readable(): {part}"

    def _asked_of_plans(self, who: Someone) -> dict[tuple[str, str], tuple[str, Any, set[Any]]]:
        """Return what is asked about who works on the file, and the whole answer."""
        lead, offer = {who.stage.cast.rows["lead"]}, {who.stage.cast.rows["handover"]}
        return {
            ("plan_owners()", "the file"): ("plan_owners(%s)", who.file, self._owners(who)),
            ("plan_led_by()", "the file"): ("plan_led_by(%s)", who.file, lead),
            ("plan_mine()", "the file"): ("file FROM plan_mine() WHERE %s IS NOT NULL", who.file, {who.file}),
            ("plan_receivers()", "the file"): ("plan_receivers(%s)", who.file, lead),
            ("plan_offers()", "the file"): ("handover FROM plan_offers() WHERE %s IS NOT NULL", who.file, offer),
        }

    def _asked_of_houses(self, who: Someone) -> dict[tuple[str, str], tuple[str, Any, set[Any]]]:
        """Return what is asked about a house and who is of it, and the whole answer."""
        others = set(who.stage.cast.files.values()) - {who.file}
        question = "file FROM unnest(shelter_housed()) file WHERE file {} %s"
        stamps, at = self.knower.stamps, who.stage.cast.rows
        return {
            ("shelter_stamp()", "of the centre"): ("shelter_stamp(%s)", at["agency.same"], {stamps["same"]}),
            ("shelter_stamp()", "of a partner"): ("shelter_stamp(%s)", at["agency.none"], {stamps["none"]}),
            ("shelter_nights()", "of the centre"): (NIGHTS, at["agency.same"], {self.knower.nights["same"]}),
            ("shelter_nights()", "of a partner"): (NIGHTS, at["agency.none"], {self.knower.nights["none"]}),
            ("shelter_housed()", "the file"): (question.format("="), who.file, {who.file}),
            ("shelter_housed()", "other files"): (question.format("<>"), who.file, others),
        }

    def _asked_of_figures(self, who: Someone) -> dict[tuple[str, str], tuple[str, Any, set[Any]]]:
        """Return what is asked of an agency's files to count them, and the whole answer."""
        call, at = counted(who.stage), who.stage.cast.rows
        return {
            ("figures_*()", f"of {name}"): (call, at[f"agency.{key}"], {self.knower.counted[key]})
            for key, name in (("same", "the centre"), ("none", "a partner"))
        }

    def _elsewhere_faults(self, who: Someone) -> Iterator[str]:
        """Yield of whom somebody is told otherwise than her overseer should be that she works elsewhere too."""
        at, person = who.stage.cast.rows, who.stage.cast.person
        asked = {
            ("access_everybody()", "the centre", "ask"): (
                at["agency"], person("intake", "none"), person("intake", "same"),
            ),
            ("access_dossier", "a partner's file", "read"): (
                at["partner"], person("intake", "same"), person("intake", "post_ended"),
            ),
        }  # fmt: skip
        for line, (here, elsewhere, not_elsewhere) in asked.items():
            question = "SELECT access_works_elsewhere(%s, %s), access_works_elsewhere(%s, %s)"
            told = self.connection.execute(question, [elsewhere, here, not_elsewhere, here]).fetchone()
            if told != (self.lines[line].allowed(who.role, who.relation), False):
                yield f"{who.role} ({who.relation}) asks access_works_elsewhere() of {line[1]}: {told}"

    def _overseers(self, who: Someone) -> set[UUID]:
        live = (*AT_THE_CENTRE, OTHERS)
        people = (who.stage.cast.person(role, relation) for role in ("manager", "privacy_officer") for relation in live)
        return set(people) - {who.key}

    def _owners(self, who: Someone) -> set[UUID]:
        """Return who sits on the team now in a role that works with notes."""
        roles, person = ("intake", "case_manager", "therapist", "legal_support"), who.stage.cast.person
        seated = {person(role, relation) for role in roles for relation in ("team", "two_roles")}
        return seated | {who.stage.cast.rows["lead"]}

    def _leaderless_faults(self, who: Someone) -> Iterator[str]:
        """Yield of which files somebody is told otherwise than she should be that nobody leads them."""
        files = who.stage.cast.files
        centre = {files["empty"], *(files[f"manager.{each}"] for each in OWN)}
        partner = {who.stage.cast.rows["partner_file"]}
        told = {key for (key,) in self.connection.execute("SELECT plan_leaderless()").fetchall()}
        expected: set[UUID] = set()
        for name, of_them in (("of the centre", centre), ("of a partner", partner)):
            if self.lines["plan_leaderless()", name, "ask"].allowed(who.role, who.relation):
                expected |= of_them - {who.file}
        if told != expected:
            yield f"{who.role} ({who.relation}) asks plan_leaderless(): {told ^ expected}"

    def standing(self, who: Someone, file: UUID) -> Standing:
        """Return how somebody stands to a file, by the facts that the database gives."""

        def ask(question: str, given: list[Any]) -> Any:
            row = self.connection.execute(question, given).fetchone()  # type: ignore[arg-type]
            return row[0] if row else None

        with self.entered(who.key), patch.object(reads, "_asked", ask), acting_as(Acting(user=who.key)):
            return reads.standing(file)

    def ruling_faults(self, who: Someone, rules: ModuleType) -> Iterator[str]:
        """Yield what the pure rules allow somebody and should not, or the other way round."""
        standing = self.standing(who, who.file)
        yield from ruled(rules, standing, who, self)
        yield from self._housing_faults(standing, who)
        other = self.standing(who, who.stage.cast.files["empty"])
        allowed = self.lines["access_dossier", "other files", "read"].allowed(who.role, who.relation)
        if allowed != bool(rules.ground(other, Part.COVER)) or rules.ground(other, Part.NOTES):
            yield f"{who.role} ({who.relation}) by rule: another file"

    def _housing_faults(self, standing: Standing, who: Someone) -> Iterator[str]:
        """Yield where the rules of the shelter differ from what the database shows of a household."""
        tables = {"shelter_request": Part.CONTACT, "shelter_stay": Part.WHEREABOUTS}
        in_house = bool(shelter.by_house(standing))
        answers = {("shelter_housed()", "the file", "ask"): in_house}
        answers |= {
            (table, "the file", "read"): in_house or bool(shelter.by_team(standing, part))
            for table, part in tables.items()
        }
        for key, answer in answers.items():
            if self.lines[key].allowed(who.role, who.relation) != answer:
                yield f"{who.role} ({who.relation}) by rule of the shelter: {key[0]}"


def ruled(rules: ModuleType, standing: Standing, who: Someone, watch: Watch) -> Iterator[str]:
    """Yield where direct answers of the rules differ from `rows.csv`."""
    unreviewed = watch.knower.unreviewed(who)
    answers = [(line, rules.ground(standing, Part(part))) for part, line in watch.parts.items()]
    answers += [
        (watch.lines[table, name, "insert"], rules.ground_to_write(standing, part))
        for part, (table, name) in _WRITING.items()
    ]
    answers += [
        (watch.lines["access_teamplace", "the file", "insert"], rules.can_seat(standing)),
        (watch.lines["access_consent", "the file", "insert"], rules.can_record_consent(standing)),
        (watch.lines["access_glass", "the file", "insert"], rules.can_break(standing, unreviewed)),
    ]
    for line, answer in answers:
        if line.allowed(who.role, who.relation) != bool(answer):
            yield f"{who.role} ({who.relation}) by rule: {line.verb} {line.table}: {line.rows}"
