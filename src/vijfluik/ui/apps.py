"""The theme and the components as an app: static files, templates, template tags."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """What every page is made of."""

    name = "vijfluik.ui"
    label = "ui"
