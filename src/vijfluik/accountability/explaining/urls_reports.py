"""Addresses of the differences between reports; they stand beneath those of the report."""

from django.urls import path

from vijfluik.accountability.explaining import pages_reports

app_name = "differences"
urlpatterns = [
    path("<slug:slug>/verschil/", pages_reports.difference_page, name="difference"),
]
