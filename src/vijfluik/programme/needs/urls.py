"""Addresses of the needs, and of the offer as a whole."""

from django.urls import include, path

from vijfluik.programme.needs.pages.needs import choose, need, without
from vijfluik.programme.needs.pages.offer import extremism, taken_up
from vijfluik.programme.needs.pages.rounds import answers, need_round
from vijfluik.programme.needs.registers import NEEDS, ROUNDS
from vijfluik.ui.registers.urls import register_urls

urlpatterns = [
    path("aanbod/gebruik/", taken_up, name="take_up"),
    path("aanbod/vormen/", extremism, name="extremism_forms"),
    path(f"{ROUNDS.path}/<uuid:key>/antwoorden/", answers, name="need_answers"),
    path(f"{NEEDS.path}/zonder-aanbod/", without, name="unmet_needs"),
    path(f"{NEEDS.path}/<uuid:key>/kies/", choose, name="need_choice"),
    path(f"{ROUNDS.path}/", include(register_urls(ROUNDS, detail=need_round))),
    path(f"{NEEDS.path}/", include(register_urls(NEEDS, detail=need))),
]
