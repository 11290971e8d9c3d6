"""Addresses of the room: each register below its own word."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.processing import pages
from vijfluik.accountability.processing.activities_register import ACTIVITIES
from vijfluik.accountability.processing.assessments_register import ASSESSMENTS
from vijfluik.ui.registers.pages.lists import listed
from vijfluik.ui.registers.urls import register_urls

ROOMS = ((_("Wat mag open zijn"), "processing_rooms"),)

urlpatterns = [
    path(f"{ACTIVITIES.path}/open/", pages.rooms, name="processing_rooms"),
    *(
        path(
            f"{register.path}/",
            include(register_urls(register, list=listed(register, beside=ROOMS))),
        )
        for register in (ACTIVITIES, ASSESSMENTS)
    ),
]
