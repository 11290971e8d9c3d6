"""Addresses of the reports."""

from django.urls import path

from vijfluik.accountability.reports import pages, pages_files

app_name = "reports"
urlpatterns = [
    path("", pages.report_list, name="list"),
    path("<slug:slug>/", pages.report, name="report"),
    path("<slug:slug>/pdf/", pages_files.as_pdf, name="pdf"),
    path("<slug:slug>/html/", pages_files.as_html, name="html"),
]
