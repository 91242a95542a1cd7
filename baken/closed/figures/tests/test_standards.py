# SPDX-License-Identifier: EUPL-1.2
"""The breakdowns of others are counted from the centre's own files, by their own definitions."""

import datetime

import pytest

from baken.bridge import figures as hatch
from baken.closed.access.rules import Refused
from baken.closed.casework.actions import write_identity
from baken.closed.casework.person.labels import GENDERS
from baken.closed.casework.person.rules import Age
from baken.closed.casework.status.actions import write_assertion
from baken.closed.casework.status.rules import By, What
from baken.closed.figures import actions, reads, releasing
from baken.closed.figures.asking import VICTIMS, questions
from baken.closed.figures.counting import coding
from baken.closed.figures.counting.catalogue import dimension, meanings
from baken.closed.figures.counting.standards import standards, theirs
from baken.closed.figures.fitness import MOST_CELLS, cells
from baken.closed.figures.models import Question
from baken.closed.figures.rules import PUBLIC
from baken.closed.figures.tests.desk import LEAD, MANAGER, TITLE, today
from baken.closed.trafficking.tests.desk import account
from baken.standards.victims import Victim

DAY = datetime.date(2025, 6, 1)
# Which of ours stands for theirs.
OURS = {"sex": "sex", "age": "majority", "minority": "majority"}
TABLES = [(each.name, names) for each in standards().values() for names in each.tables]


@pytest.mark.parametrize("name", ["eurostat", "sdg", "comensha"])
def test_every_table_of_a_standard_is_there_and_no_other(name):
    one = standards()[name]
    here = {f"{name}_{each}": f"{name}_{each}" for each in one.of.dimensions if f"{name}_{each}" in theirs()}
    named = {each: here.get(f"{name}_{each}", OURS.get(each)) for each in one.of.dimensions}
    assert [tuple(named[each] for each in table) for table in one.of.tables] == list(one.tables)


SEXES = [("eurostat", "sex"), ("sdg", "sex"), ("comensha", "sex"), ("ictip", "sex")]
CHILDREN = [("eurostat", "age"), ("sdg", "age"), ("comensha", "minority"), ("ictip", "age")]


@pytest.mark.parametrize(("standard", "name"), SEXES)
def test_our_sex_tells_the_same_people_apart_as_theirs(standard, name):
    one = standards()[standard].of.dimensions[name]
    both = {(coding.sex(each), one.one_of(Victim(DAY, sex=each))) for each in dict(GENDERS)}
    assert len(both) == len(one.categories) == len({ours for ours, _ in both}) == len({other for _, other in both})


@pytest.mark.parametrize(("standard", "name"), CHILDREN)
def test_our_minors_are_theirs(standard, name):
    one = standards()[standard].of.dimensions[name]
    ages = [Age(), *(Age(least=years, most=years, on=DAY) for years in range(100))]
    both = {(coding.majority(each, DAY), one.one_of(Victim(DAY, age=each.least))) for each in ages}
    assert len(both) == len(one.categories) == len({ours for ours, _ in both}) == len({other for _, other in both})


@pytest.mark.parametrize(("standard", "names"), TABLES)
def test_every_table_is_small_enough_to_be_made_safe(standard, names):
    found = [dimension(each, DAY, DAY) for each in names]
    assert cells(len(each.codes) for each in found) <= MOST_CELLS
    assert set(names) <= meanings().keys()


def test_every_dimension_of_others_says_whose_it_is_and_what_nobody_checked():
    for name, one in theirs().items():
        found = dimension(name, DAY, DAY)
        assert one.source in found.definition.nl
        assert one.source in found.definition.en
        assert ("Not yet checked" in found.definition.en) == one.verify
        assert len(name) <= Question._meta.get_field("dimensions").base_field.max_length
        assert all(each.title.nl and each.title.en for each in found.categories)


def counted(desk, standard):
    """Return the tables of a standard over this year, by their dimensions."""
    with desk.working():
        several = questions(standards()[standard], today().year)
        return {tuple(each.name for each in table.dimensions): table for table in reads.count_all(desk.agency, several)}


def test_who_is_no_victim_by_anybody_s_word_is_in_no_table(desk):
    strike = "UPDATE casework_assertion SET struck_at = now(), struck_by_id = recorded_by_id WHERE dossier_id = %s"
    desk.owner.execute(strike, [desk.file])
    every, whole = desk.total(), counted(desk, "sdg")["sdg_form",].total
    by_word = sum(desk.total(status=each) for each in VICTIMS)
    assert whole == by_word < every


def test_a_file_is_counted_as_each_of_them_asks_it(desk):
    before = {name: counted(desk, name) for name in standards()}
    born = today().replace(year=today().year - 20, day=1)
    with desk.working(LEAD):
        who = {"name": "Verzonnen Naam", "born": born, "gender": "Feminine", "nationality": "Nigeria"}
        write_identity(dossier=desk.file, other_nationalities=["PL"], **who)
        told = {"forms": ["ForcedLabour", "ForcedBegging"], "control": ["DebtBondage"], "relationship": "Familial"}
        sectors = {"sexual": ["not_asked"], "labour": ["construction"], "criminal": ["not_asked"]}
        account(desk.file, sectors=sectors, **told)
        write_assertion(dossier=desk.file, what=What.RECOGNISED, by=By.COURT, on=today())
    after = {name: counted(desk, name) for name in standards()}

    def more(standard, *names, at):
        return after[standard][names].values[at] - before[standard][names].values[at]

    # Recognised by a court, and of two nationalities: of the European Union by the one, of Nigeria by the other.
    assert more("eurostat", "eurostat_reporter", at=("justice",)) == 1
    assert more("eurostat", "sex", "eurostat_citizenship", at=("woman", "eu")) == 1
    assert more("eurostat", "sex", "majority", at=("woman", "adult")) == 1
    assert more("comensha", "comensha_citizenship", at=("PL",)) == 1
    assert more("ictip", "country", at=("NG",)) == 1
    assert more("ictip", "ictip_identified", at=("identified",)) == 1
    assert more("ictip", "ictip_sector", at=("F",)) == 1
    assert more("ictip", "ictip_entity", at=("justice",)) == 1
    assert more("comensha", "comensha_form", "comensha_age", at=("several", "18-22")) == 1


def test_all_tables_of_one_are_kept_together_and_each_count_is_logged(desk):
    several = questions(standards()["eurostat"], 2025)
    with desk.working():
        kept = actions.save_all(agency=desk.agency, several=several)
        reads.count_all(desk.agency, several)
    assert [each.title_en for each in kept][1] == "Eurostat (crim_thb) 2025: sex, under age"
    assert {tuple(each.where["status"]) for each in kept} == {VICTIMS}
    logged = "SELECT count(*) FROM audit_entry WHERE activity = 'count' AND user_id = %s"
    assert desk.one(logged, desk.cast.person("analyst", "same")) == len(several)


def test_nobody_but_an_analyst_asks_for_them(desk):
    several = questions(standards()["sdg"], 2025)
    with desk.working(LEAD):
        with pytest.raises(Refused):
            reads.count_all(desk.agency, several)
        with pytest.raises(Refused):
            actions.save_all(agency=desk.agency, several=several)


def test_a_breakdown_of_others_leaves_by_two_people_with_its_source_and_what_nobody_checked(desk):
    last_year = today().year - 1
    desk.owner.execute("UPDATE access_dossier SET opened_at = %s WHERE kind = 'case'", [f"{last_year}-05-05"])
    with desk.working():
        kept = actions.save_all(agency=desk.agency, several=questions(standards()["sdg"], last_year))
        asked = [releasing.ask(question=each.pk, method=TITLE).pk for each in kept]
    with desk.working(MANAGER):
        for each in asked:
            releasing.approve(release=each)
    shown = {each.figure.title.en: each.figure for each in hatch.shown()}
    assert set(shown) == {each.title_en for each in kept}
    table = shown[f"SDG 16.2.2 {last_year}: form of exploitation"]
    assert all(value is None or value >= PUBLIC for value in table.values.values())
    (along,) = table.dimensions
    assert "Global Report on Trafficking in Persons" in along.definition.en
    assert "Not yet checked against the official document." in along.definition.en
    # Whoever makes a later table safe still knows what the words of this one mean.
    assert along == dimension("sdg_form", DAY, DAY)
