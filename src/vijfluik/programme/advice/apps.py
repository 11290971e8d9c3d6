"""The room of the advice."""

from django.apps import AppConfig


class AdviceConfig(AppConfig):
    """The register of requests for advice."""

    name = "vijfluik.programme.advice"
    label = "advice"

    def ready(self) -> None:
        """Make the register known."""
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.advice.register import REGISTER

        declare(REGISTER)
