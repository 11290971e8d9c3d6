"""The room of the offer."""

from django.apps import AppConfig


class OffersConfig(AppConfig):
    """The registers of offers and of trajectories."""

    name = "vijfluik.programme.offers"
    label = "offers"

    def ready(self) -> None:
        """Make the registers known."""
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.offers.registers import REGISTERS

        for register in REGISTERS:
            declare(register)
