"""Addresses of the trainings, below /trainingen/."""

from django.urls import path

from vijfluik.programme.trainings import pages, pages_evaluating, pages_offer
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

_usual, app_name = register_urls(REGISTER, list=pages.listed, detail=pages.detail)
urlpatterns = [
    path("aanbod/", pages_offer.offer, name="offer"),
    path("per-aanvrager/<slug:item>/", pages_offer.requesters, name="by_requester"),
    # Before the steps, which take any other word here.
    path("<uuid:key>/formulier/", pages_evaluating.form, name="form"),
    path("<uuid:key>/antwoorden/", pages_evaluating.answers, name="answers"),
    *_usual,
]
