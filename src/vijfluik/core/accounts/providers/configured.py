"""A provider of identities as an installation knows it: by configuration, never by itself."""

from dataclasses import dataclass, field
from enum import StrEnum


class Authentication(StrEnum):
    """How this installation proves itself to a provider; a shared secret is none of them."""

    PRIVATE_KEY_JWT = "private_key_jwt"
    MUTUAL_TLS = "tls_client_auth"


# RSA with PKCS 1.5 is the least that the profile takes, and must be known; it is not a default.
ALGORITHMS = ("PS256", "ES256", "RS256")
PREFERRED = ("PS256", "ES256")
# The levels of assurance of eIDAS at which two factors are certain.
SUBSTANTIAL = ("http://eidas.europa.eu/LoA/substantial", "http://eidas.europa.eu/LoA/high")


@dataclass(frozen=True, kw_only=True)
class Provider:
    """What is agreed with a provider.

    Attributes:
        name: its word in addresses, settings and the journal.
        label: what people call it.
        issuer: its identifier, an https address, compared to the letter.
        client: the identifier that it gave this installation.
        authentication: how this installation proves itself.
        keys: private keys (PEM) to sign with: the first signs, the public half of all is shown.
        certificate: the file with the certificate for mutual TLS; empty for the other method.
        certificate_key: the file with its private key.
        authorities: the file with the authorities that vouch for its host; empty for those of the
            machine.
        levels: the values of `acr` that are taken, asked for in this order.
        algorithms: the signatures of its tokens that are taken.
    """

    name: str
    label: str
    issuer: str
    client: str
    authentication: Authentication = Authentication.PRIVATE_KEY_JWT
    keys: tuple[str, ...] = field(default=(), repr=False)
    certificate: str = ""
    certificate_key: str = ""
    authorities: str = ""
    levels: tuple[str, ...] = SUBSTANTIAL
    algorithms: tuple[str, ...] = PREFERRED
