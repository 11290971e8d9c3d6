"""Addresses of the theme, mounted at the root by the site."""

from django.urls import path

from vijfluik.ui import pages

app_name = "ui"
urlpatterns = [
    path("stijl/", pages.styleguide, name="styleguide"),
    path("weergave/", pages.switch_theme, name="theme"),
]
