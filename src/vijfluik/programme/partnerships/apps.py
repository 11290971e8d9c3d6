"""The room of the partnerships."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Partnerships with partners, milestones, posts, checks, deliveries, talks; and structures."""

    name = "vijfluik.programme.partnerships"
    label = "partnerships"

    def ready(self) -> None:
        """Make the registers known, and what of them rests on the law."""
        from vijfluik.core.law.dependants import tell
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.partnerships.grounds import resting_on
        from vijfluik.programme.partnerships.registers import REGISTERS

        for register in REGISTERS:
            declare(register)
        tell("partnerships", resting_on)
