# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the house and of who asks for a place in it."""

from django.urls import path

from baken.closed.shelter.asking import views as asking
from baken.closed.shelter.board import views as board
from baken.closed.shelter.giving import views as giving
from baken.closed.shelter.house import views as house
from baken.closed.shelter.living import day_views as duty
from baken.closed.shelter.living import views as living
from baken.closed.shelter.nights import views as nights
from baken.closed.shelter.whereabouts import views as whereabouts

_FILE = "files/<uuid:dossier>/shelter/"
_LIVING = f"{_FILE}living/"
_LOCATION = "shelter/locations/<uuid:location>/"

urlpatterns = [
    path("shelter/", board.board, name="shelter"),
    path("shelter/pulse/", board.pulse, name="shelter_pulse"),
    path("shelter/day/", duty.day, name="shelter_day"),
    path("shelter/rules/", duty.rules, name="house_rules"),
    path("shelter/shift/", duty.begin, name="begin_shift"),
    path("shelter/shifts/<uuid:shift>/", duty.shift, name="shift"),
    path("shelter/incident/", duty.report, name="report_incident"),
    path("shelter/units/<uuid:unit>/check/", duty.check, name="check_unit"),
    path("shelter/weeks/", board.weeks, name="shelter_weeks"),
    path("shelter/night/", board.night, name="shelter_night"),
    path("shelter/nights/", nights.nights, name="shelter_nights"),
    path("shelter/nights/<uuid:duty>/off/", nights.take_off, name="take_off"),
    path("shelter/occupancy/", board.occupancy, name="shelter_occupancy"),
    path("shelter/waiting/", board.waiting, name="shelter_waiting"),
    path("shelter/door/", giving.door, name="shelter_door"),
    path("shelter/units/", house.units, name="shelter_units"),
    path("shelter/units/<uuid:unit>/", house.unit, name="shelter_unit"),
    path("shelter/closings/<uuid:closing>/reopen/", house.reopen, name="reopen_unit"),
    path(_LOCATION, whereabouts.location, name="location"),
    path(f"{_LOCATION}keep/", whereabouts.keep, name="keep_address"),
    path(f"{_LOCATION}envelopes/<uuid:envelope>/withdraw/", whereabouts.withdraw, name="withdraw_address"),
    path(f"{_LOCATION}forget/", whereabouts.forget, name="forget_address"),
    path(_FILE, asking.stay, name="stay"),
    path(f"{_FILE}ask/", asking.ask, name="ask_shelter"),
    path(f"{_FILE}change/", asking.change, name="change_request"),
    path(f"{_FILE}people/", asking.people, name="people_of_request"),
    path(f"{_FILE}screen/", asking.screen, name="screen"),
    path(f"{_FILE}consent/", asking.consent, name="placing_consent"),
    path(f"{_FILE}answer/", asking.answer, name="answer_request"),
    path(f"{_FILE}onward/", asking.offer_onward, name="offer_onward"),
    path(f"{_FILE}onward/<uuid:onward>/", asking.answer_onward, name="answer_onward"),
    path(f"{_FILE}where/", giving.where, name="where"),
    path(f"{_FILE}confirm/", giving.confirm, name="confirm_stay"),
    path(f"{_FILE}second/", giving.second, name="second_stay"),
    path(f"{_FILE}arrive/", giving.arrive, name="arrive_stay"),
    path(f"{_FILE}release/", giving.release, name="release_stay"),
    path(f"{_FILE}review/", giving.review, name="review_stay"),
    path(f"{_FILE}extend/", giving.extend, name="extend_stay"),
    path(f"{_FILE}leave/", giving.leave, name="leave_stay"),
    path(f"{_FILE}away/", giving.go_away, name="go_away"),
    path(f"{_FILE}back/", giving.come_back, name="come_back"),
    path(f"{_FILE}missing/<slug:step>/", giving.missing_step, name="missing_step"),
    path(_LIVING, living.living, name="living"),
    path(f"{_LIVING}agree/", living.agree, name="agree"),
    path(f"{_LIVING}agreements/<uuid:agreement>/end/", living.end_agreement, name="end_agreement"),
    path(f"{_LIVING}visitor/", living.expect, name="expect"),
    path(f"{_LIVING}visitors/<uuid:visit>/", living.decide_visit, name="decide_visit"),
    path(f"{_LIVING}visitors/<uuid:visit>/in/", living.come_in, name="visitor_in"),
    path(f"{_LIVING}visitors/<uuid:visit>/out/", living.go_out, name="visitor_out"),
    path(f"{_LIVING}incidents/<uuid:incident>/", living.close_incident, name="close_incident"),
    path(f"{_LIVING}lend/", living.lend, name="lend"),
    path(f"{_LIVING}loans/<uuid:loan>/", living.take_back, name="take_back"),
    path(f"{_LIVING}school/", living.enrol, name="enrol"),
    path(f"{_LIVING}schools/<uuid:school>/missed/", living.miss, name="miss_school"),
    path(f"{_LIVING}schools/<uuid:school>/end/", living.end_school, name="end_school"),
]
