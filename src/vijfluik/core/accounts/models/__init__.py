"""The data of the accounts, a module per concept."""

from vijfluik.core.accounts.models.account import Account
from vijfluik.core.accounts.models.attempt import Attempt
from vijfluik.core.accounts.models.identity import Identity
from vijfluik.core.accounts.models.link import Link, LinkKind
from vijfluik.core.accounts.models.proof import Authenticator, Passkey, Password
from vijfluik.core.accounts.models.visit import EndedBecause, ProvenBy, Visit

__all__ = [
    "Account",
    "Attempt",
    "Authenticator",
    "EndedBecause",
    "Identity",
    "Link",
    "LinkKind",
    "Passkey",
    "Password",
    "ProvenBy",
    "Visit",
]
