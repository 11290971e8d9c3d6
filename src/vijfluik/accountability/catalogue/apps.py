"""The room of the catalogue."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The pages of areas and items."""

    name = "vijfluik.accountability.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Tell the law which items rest on its provisions."""
        from vijfluik.accountability.catalogue.resting import resting_on
        from vijfluik.core.law.dependants import tell

        tell("catalogue", resting_on)
