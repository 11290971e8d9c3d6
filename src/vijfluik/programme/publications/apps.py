"""The room of the publications."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """The registers of publications, of their editions and of their reach."""

    name = "vijfluik.programme.publications"
    label = "publications"

    def ready(self) -> None:
        """Make the registers known, a publication before what belongs to it."""
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.publications.editions.register import EDITIONS
        from vijfluik.programme.publications.reach.register import REACH
        from vijfluik.programme.publications.register import REGISTER

        for register in (REGISTER, EDITIONS, REACH):
            declare(register)
