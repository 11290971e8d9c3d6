"""The room of the catalogue."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The pages of areas and items."""

    name = "vijfluik.accountability.catalogue"
    label = "catalogue"
