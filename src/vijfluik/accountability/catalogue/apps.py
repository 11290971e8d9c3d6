"""The room of the catalogue."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The pages of areas and items."""

    name = "vijfluik.accountability.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Tell the law which items rest on its provisions, and versions that items are shipped."""
        from vijfluik.accountability.catalogue.models import ListedItem
        from vijfluik.accountability.catalogue.resting import resting_on
        from vijfluik.core.law.dependants import tell
        from vijfluik.core.versions.shipped import ship

        tell("catalogue", resting_on)
        ship(ListedItem._meta.db_table)
