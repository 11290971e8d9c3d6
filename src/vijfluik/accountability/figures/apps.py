"""The room of the figures."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class FiguresConfig(AppConfig):
    """Definitions, receipts and their verification."""

    name = "vijfluik.accountability.figures"
    label = "figures"

    def ready(self) -> None:
        """Read the `figures.py` of every room, in which it declares what may be counted."""
        from vijfluik.accountability.figures.events import register_all

        autodiscover_modules("figures")
        register_all()
