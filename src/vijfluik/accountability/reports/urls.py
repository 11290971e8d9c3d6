"""Addresses of the reports."""

from django.urls import path

from vijfluik.accountability.evidence import pages as evidence_pages
from vijfluik.accountability.reports import pages, pages_files
from vijfluik.accountability.reports.formats import FileFormat

app_name = "reports"
urlpatterns = [
    path("<slug:slug>/", pages.report, name="report"),
    path("<slug:slug>/bewijs/", evidence_pages.as_publication, name="evidence"),
    path("<slug:slug>/bewijs-intern/", evidence_pages.as_bundle, name="internal_evidence"),
    *(
        path(f"<slug:slug>/{kind}/", pages_files.as_format, {"kind": kind}, name=str(kind))
        for kind in FileFormat
    ),
]
