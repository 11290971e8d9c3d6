"""The room of the trainings."""

from django.apps import AppConfig


class TrainingsConfig(AppConfig):
    """The register of trainings and their catalogue."""

    name = "vijfluik.programme.trainings"
    label = "trainings"

    def ready(self) -> None:
        """Make the register known, and its letter."""
        from vijfluik.core.documents.letters.kinds import declare_letter
        from vijfluik.programme.trainings.letters.kinds import INVITATION
        from vijfluik.programme.trainings.register import declare_register

        declare_register()
        declare_letter(INVITATION)
