"""Addresses of the programme."""

from django.urls import path

from vijfluik.accountability.catalogue import pages, pages_item, pages_map

app_name = "catalogue"
urlpatterns = [
    path("", pages.areas, name="areas"),
    path("samenhang/", pages_map.overview, name="map"),
    path("<slug:area>/", pages.area, name="area"),
    path("onderdeel/<slug:key>/", pages_item.item, name="item"),
]
