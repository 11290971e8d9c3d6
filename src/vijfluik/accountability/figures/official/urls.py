"""Addresses of the official values."""

from django.urls import path

from vijfluik.accountability.figures.official import pages

app_name = "official_values"
urlpatterns = [
    path("", pages.value_list, name="list"),
    path("nieuw/", pages.new, name="new"),
    path("<uuid:key>/", pages.detail, name="detail"),
    path("<uuid:key>/corrigeren/", pages.correct, name="correct"),
    path("<uuid:key>/<slug:word>/", pages.act, name="act"),
]
