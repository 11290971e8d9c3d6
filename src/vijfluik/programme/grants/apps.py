"""The room of the grants."""

from django.apps import AppConfig


class GrantsConfig(AppConfig):
    """The registers of the money: budget lines, rounds, applications, awards, instalments."""

    name = "vijfluik.programme.grants"
    label = "grants"

    def ready(self) -> None:
        """Make the registers known, in the order in which money goes, and their letters."""
        from vijfluik.core.documents.letters.kinds import declare_letter
        from vijfluik.core.registers.registry import declare
        from vijfluik.programme.grants.letters.kinds import LETTERS
        from vijfluik.programme.grants.registers import REGISTERS

        for register in REGISTERS:
            declare(register)
        for letter in LETTERS:
            declare_letter(letter)
