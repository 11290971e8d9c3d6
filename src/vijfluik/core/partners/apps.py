"""The room of the partners."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    """Organisations, professionals and mandates; municipalities and regions through time."""

    name = "vijfluik.core.partners"
    label = "partners"
