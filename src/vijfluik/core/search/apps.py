"""Django's handle on the package."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Folding and matching, in the schema `search`."""

    name = "vijfluik.core.search"
    label = "search"
    verbose_name = "zoeken"
