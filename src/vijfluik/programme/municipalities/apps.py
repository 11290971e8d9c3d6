"""The room of the municipalities."""

from django.apps import AppConfig


class MunicipalitiesConfig(AppConfig):
    """Pages over the registers of other rooms, and the register of deviations of its own."""

    name = "vijfluik.programme.municipalities"
    label = "municipalities"

    def ready(self) -> None:
        """Make the register known, and its letter."""
        from vijfluik.core.documents.letters.kinds import declare_letter
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.municipalities.deviations.letters.kinds import NOTICE
        from vijfluik.programme.municipalities.deviations.register import DEVIATIONS

        declare(DEVIATIONS)
        declare_letter(NOTICE)
