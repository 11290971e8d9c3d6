"""The room of the needs."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """The registers of rounds and of needs."""

    name = "vijfluik.programme.needs"
    label = "needs"

    def ready(self) -> None:
        """Make the registers known."""
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.needs.registers import REGISTERS

        for register in REGISTERS:
            declare(register)
