"""The room of the figures."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class FiguresConfig(AppConfig):
    """Definitions, receipts and their verification."""

    name = "vijfluik.accountability.figures"
    label = "figures"

    def ready(self) -> None:
        """Read the `figures.py` of every room, in which it declares what may be counted."""
        from vijfluik.accountability.figures.events import register_all

        import_module("vijfluik.accountability.figures.official.source")
        autodiscover_modules("figures")
        register_all()
