"""Addresses of the trainings, below /trainingen/."""

from django.urls import path

from vijfluik.programme.trainings import (
    pages,
    pages_acts,
    pages_correcting,
    pages_import,
    pages_quarantine,
    pages_record,
)

app_name = "trainings"
urlpatterns = [
    path("", pages.listed, name="list"),
    path("hulp/", pages.helped, name="help"),
    path("uitvoer/<slug:format>/", pages.exported, name="export"),
    path("nieuw/", pages_record.create, name="create"),
    path("inlezen/", pages_import.upload, name="import"),
    path("inlezen/hulp/", pages_import.explained, name="import_help"),
    path("inlezen/sjabloon.csv", pages_import.template, name="import_template"),
    path("inlezen/import/<uuid:batch>/", pages_quarantine.result, name="import_result"),
    path("inlezen/import/<uuid:batch>/fout.csv", pages_quarantine.waiting, name="import_waiting"),
    path("inlezen/import/<uuid:batch>/regel/<int:line>/", pages_quarantine.row, name="import_row"),
    path("inlezen/<uuid:key>/", pages_import.preview, name="import_preview"),
    path("inlezen/<uuid:key>/weg/", pages_import.given_up, name="import_discard"),
    path("<uuid:key>/", pages_record.detail, name="detail"),
    path("<uuid:key>/wijzigen/", pages_correcting.correct, name="correct"),
    path("<uuid:key>/<slug:step>/", pages_acts.act, name="act"),
]
