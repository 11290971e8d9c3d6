"""Addresses of the offer: each register below its own word."""

from django.urls import include, path

from vijfluik.programme.offers.pages import order, trajectory
from vijfluik.programme.offers.registers import OFFERS, TRAJECTORIES
from vijfluik.ui.registers.urls import register_urls

urlpatterns = [
    path(f"{TRAJECTORIES.path}/<uuid:key>/volgorde/", order, name="trajectory_order"),
    path(f"{OFFERS.path}/", include(register_urls(OFFERS))),
    path(f"{TRAJECTORIES.path}/", include(register_urls(TRAJECTORIES, detail=trajectory))),
]
