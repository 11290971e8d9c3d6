"""Addresses of the questions why a figure changed; they stand beneath those of the figure."""

from django.urls import path

from vijfluik.accountability.explaining import pages, pages_records

app_name = "explaining"
urlpatterns = [
    path("<slug:figure>/waarom/", pages.why_page, name="why"),
    path("<slug:figure>/waarom.json", pages.as_json, name="json"),
    path("<slug:figure>/waarom/vastleggingen/", pages_records.part_records, name="records"),
]
