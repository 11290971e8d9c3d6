"""The room of the registers."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """The machinery that every register shares, with the files that people read in."""

    name = "vijfluik.core.registers"
    label = "registers"

    def ready(self) -> None:
        """Make the kinds of event known."""
        from vijfluik.core.registers import events

        events.register_all()
