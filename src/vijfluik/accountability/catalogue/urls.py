"""Addresses of the programme."""

from django.urls import path

from vijfluik.accountability.catalogue import pages

app_name = "catalogue"
urlpatterns = [
    path("", pages.areas, name="areas"),
    path("<slug:area>/", pages.area, name="area"),
    path("onderdeel/<slug:key>/", pages.item, name="item"),
]
