"""Addresses of the paragraphs of a release; they stand beneath those of the release."""

from django.urls import path

from vijfluik.accountability.embedding import pages_paragraphs

app_name = "paragraphs"
urlpatterns = [
    path("uitgave/<uuid:key>/alineas/", pages_paragraphs.paragraphs, name="release"),
]
