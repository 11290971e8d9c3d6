"""The room of the needs."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """The registers of rounds and of needs."""

    name = "vijfluik.programme.needs"
    label = "needs"

    def ready(self) -> None:
        """Make the registers known, and that its rounds wait for somebody."""
        from vijfluik.core.notices.models import Kind
        from vijfluik.core.notices.subjects import declare as declare_notices
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.needs.notices import rounds
        from vijfluik.programme.needs.registers import REGISTERS

        for register in REGISTERS:
            declare(register)
        declare_notices(Kind.ROUND, rounds)
