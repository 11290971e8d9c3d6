"""How people sign in here."""

from enum import StrEnum


class SignIn(StrEnum):
    """A word of the setting VIJFLUIK_SIGN_IN."""

    DEMONSTRATION = "demonstration"
    PROOF = "proof"
