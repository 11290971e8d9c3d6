"""What can go wrong between this installation and a provider, each under a code of its own."""

from enum import StrEnum


class Fault(StrEnum):
    """The codes, as the journal keeps them; pages say them in words."""

    # On the way to the provider and back.
    UNREACHABLE = "unreachable"
    METADATA = "metadata"
    STATE = "state"
    ISSUER = "issuer"
    CANCELLED = "cancelled"
    BUSY = "busy"
    REFUSED = "refused"
    CODE = "code"
    # In the token that it answered.
    MALFORMED = "malformed"
    ALGORITHM = "algorithm"
    KEY = "key"
    SIGNATURE = "signature"
    TOKEN_ISSUER = "token-issuer"  # noqa: S105 - a code
    AUDIENCE = "audience"
    PARTY = "party"
    EXPIRED = "expired"
    TOO_OLD = "too-old"
    NONCE = "nonce"
    SUBJECT = "subject"
    LEVEL = "level"
    REPRESENTS = "represents"
    ACCESS_HASH = "access-hash"
    NOT_AGAIN = "not-again"
    # Whose it is.
    UNKNOWN = "unknown"
    ANOTHER = "another"
    TAKEN = "taken"
    LINK = "link"


class ProviderFailed(Exception):
    """Signing in at a provider went no further; `fault` says where."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


# What a provider may answer instead of a code (OpenID Connect Core 3.1.2.6, RFC 6749 4.1.2.1).
ANSWERED = {
    "access_denied": Fault.CANCELLED,
    "login_required": Fault.CANCELLED,
    "interaction_required": Fault.CANCELLED,
    "consent_required": Fault.CANCELLED,
    "account_selection_required": Fault.CANCELLED,
    "server_error": Fault.BUSY,
    "temporarily_unavailable": Fault.BUSY,
    "unmet_authentication_requirements": Fault.LEVEL,
}


def answered(error: str) -> Fault:
    """The fault of an error that the provider answered; what is not known is a refusal."""
    return ANSWERED.get(error, Fault.REFUSED)
