"""Addresses of the law."""

from django.urls import path

from vijfluik.site.law import pages

app_name = "law"
urlpatterns = [
    path("", pages.overview, name="overview"),
    path("<slug:slug>/", pages.provision, name="provision"),
]
