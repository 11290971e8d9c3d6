"""Addresses of the sheets of municipalities."""

from django.urls import path

from vijfluik.accountability.factsheets import pages

app_name = "factsheets"
urlpatterns = [
    path("", pages.every, name="every"),
    path("<slug:code>/", pages.one, name="one"),
    path("<slug:code>/pdf/", pages.as_pdf, name="pdf"),
]
