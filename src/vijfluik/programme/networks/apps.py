"""The room of the networks."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    """Networks of key figures, their meetings and their members."""

    name = "vijfluik.programme.networks"
    label = "networks"

    def ready(self) -> None:
        """Make the registers known."""
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.networks.registers import REGISTERS

        for register in REGISTERS:
            declare(register)
