"""Addresses under which releases are read; they stay for ever."""

from django.urls import path

from vijfluik.accountability.releases import pages_files, pages_list, pages_text

app_name = "released"
urlpatterns = [
    path("", pages_list.report_list, name="list"),
    path("uitgave/<uuid:key>/", pages_text.release, name="release"),
    path("uitgave/<uuid:key>/bewijs/", pages_files.evidence, name="evidence"),
    path("uitgave/<uuid:key>/<slug:language>/<slug:kind>/", pages_files.file, name="file"),
]
