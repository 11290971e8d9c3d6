"""Addresses of the room: each register below its own word."""

from django.urls import include, path

from vijfluik.programme.networks import pages
from vijfluik.programme.networks.registers import MEETINGS, MEMBERS, NETWORKS
from vijfluik.ui.registers.urls import register_urls

urlpatterns = [
    path(f"{NETWORKS.path}/aantallen/", pages.numbers, name="network_numbers"),
    path(f"{NETWORKS.path}/<uuid:key>/informatieblad/", pages.blank_sheet, name="network_sheet"),
    path(f"{NETWORKS.path}/", include(register_urls(NETWORKS, detail=pages.network))),
    path(f"{MEETINGS.path}/", include(register_urls(MEETINGS))),
    path(f"{MEMBERS.path}/<uuid:key>/informatieblad/", pages.sheet, name="member_sheet"),
    path(f"{MEMBERS.path}/", include(register_urls(MEMBERS, detail=pages.member))),
]
