"""Addresses of the figures."""

from django.urls import path

from vijfluik.accountability.figures import pages, pages_downloads, pages_records

app_name = "figures"
urlpatterns = [
    path("", pages.figure_list, name="list"),
    path("<slug:figure>.json", pages_downloads.as_json, name="json"),
    path("<slug:figure>.csv", pages_downloads.as_separated, name="csv"),
    path("<slug:figure>/", pages.figure, name="figure"),
    path("<slug:figure>/vastleggingen/", pages_records.counted_records, name="records"),
    path("<slug:figure>/controle/", pages.check, name="check"),
]
