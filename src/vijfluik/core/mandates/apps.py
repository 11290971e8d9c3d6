"""The room of the acts on mandates; the mandates themselves stand with the partners."""

from django.apps import AppConfig


class MandatesConfig(AppConfig):
    """Proposing, approving, reviewing and ending."""

    name = "vijfluik.core.mandates"
    label = "mandates"

    def ready(self) -> None:
        """Make the kinds of event known."""
        from vijfluik.core.mandates import kinds

        kinds.register_all()
