"""Addresses of the motions and commitments, below /toezeggingen/."""

from django.urls import path

from vijfluik.accountability.undertakings import pages
from vijfluik.accountability.undertakings.house import pages as house
from vijfluik.accountability.undertakings.promises.register import REGISTER
from vijfluik.ui.registers.urls import register_urls

_usual, app_name = register_urls(REGISTER, list=pages.listed, detail=pages.undertaking)

urlpatterns = [
    path("kamer/", house.compared, name="house"),
    path("kamer/inlezen/", house.upload, name="house_file"),
    path("bijlage/", pages.annex, name="annex"),
    *_usual,
]
