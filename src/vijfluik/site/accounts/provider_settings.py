"""The providers of identities of an installation, read from its environment; a mistake stops it.

`VIJFLUIK_PROVIDERS` names them, and `VIJFLUIK_PROVIDER_<NAME>_…` says of each what was agreed.
"""

import dataclasses
import re
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from vijfluik.core.accounts.providers.configured import (
    ALGORITHMS,
    PREFERRED,
    SUBSTANTIAL,
    Authentication,
    Provider,
)
from vijfluik.core.accounts.providers.fetching import secure
from vijfluik.site import environment
from vijfluik.site.accounts.sign_in import SignIn

NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")


def address() -> str:
    """The https address at which people reach the platform, without a path; empty when not set.

    Raises:
        ImproperlyConfigured: it is another sort of address.
    """
    value = environment.text("VIJFLUIK_ADDRESS", "").rstrip("/")
    if value and not (secure(value) and not urlsplit(value).path and not urlsplit(value).query):
        raise ImproperlyConfigured(
            f"VIJFLUIK_ADDRESS must be https:// and a host, such as https://vijfluik.example.nl,"
            f" not {value!r}."
        )
    return value


def providers(*, sign_in: SignIn) -> dict[str, Provider]:
    """The providers by name, in the order in which people see them.

    Raises:
        ImproperlyConfigured: one lacks something, or has what would not be safe.
    """
    names = environment.words("VIJFLUIK_PROVIDERS", default=[])
    if not names:
        return {}
    if sign_in != SignIn.PROOF:
        raise ImproperlyConfigured(
            "VIJFLUIK_PROVIDERS is set, and VIJFLUIK_SIGN_IN is not proof: nobody would be asked."
        )
    if not address():
        raise ImproperlyConfigured(
            "VIJFLUIK_PROVIDERS is set; set VIJFLUIK_ADDRESS too: a provider sends people back to"
            " one address only, agreed to the letter."
        )
    found = {name: _provider(name) for name in names}
    if len(found) != len(names):
        raise ImproperlyConfigured("VIJFLUIK_PROVIDERS names one of them twice.")
    issuers = {each.issuer for each in found.values()}
    if len(issuers) != len(found):
        raise ImproperlyConfigured("Two of VIJFLUIK_PROVIDERS have the same issuer.")
    return found


def _provider(name: str) -> Provider:
    if not NAME.fullmatch(name):
        raise ImproperlyConfigured(
            f"VIJFLUIK_PROVIDERS: {name!r} is no word of small letters, figures and dashes."
        )
    prefix = f"VIJFLUIK_PROVIDER_{name.upper().replace('-', '_')}_"
    issuer = environment.text(f"{prefix}ISSUER")
    if not secure(issuer) or "?" in issuer:
        raise ImproperlyConfigured(f"{prefix}ISSUER must be an https address, not {issuer!r}.")
    agreed = Provider(
        name=name,
        label=environment.text(f"{prefix}LABEL"),
        issuer=issuer,
        client=environment.text(f"{prefix}CLIENT"),
        authentication=environment.choice(
            f"{prefix}AUTHENTICATION", default=Authentication.PRIVATE_KEY_JWT
        ),
        levels=tuple(environment.words(f"{prefix}LEVELS", default=list(SUBSTANTIAL))),
        algorithms=_algorithms(f"{prefix}ALGORITHMS"),
        authorities=_file(f"{prefix}AUTHORITIES_FILE"),
    )
    return _able_to_prove_itself(agreed, prefix=prefix)


def _able_to_prove_itself(agreed: Provider, *, prefix: str) -> Provider:
    """With what this installation proves itself: keys to sign with, or a certificate."""
    if agreed.authentication == Authentication.MUTUAL_TLS:
        return dataclasses.replace(
            agreed,
            certificate=_file(f"{prefix}CERTIFICATE_FILE", needed=True),
            certificate_key=_file(f"{prefix}CERTIFICATE_KEY_FILE", needed=True),
        )
    first = _key(f"{prefix}KEY_FILE", needed=True)
    # The one that will sign after this one, or did before: shown, so that changing is no outage.
    other = _key(f"{prefix}OTHER_KEY_FILE", needed=False)
    return dataclasses.replace(agreed, keys=tuple(key for key in (first, other) if key))


def _algorithms(variable: str) -> tuple[str, ...]:
    found = environment.words(variable, default=list(PREFERRED))
    unknown = [each for each in found if each not in ALGORITHMS]
    if unknown:
        raise ImproperlyConfigured(
            f"{variable} may name {', '.join(ALGORITHMS)}; not {unknown[0]!r}."
        )
    return tuple(found)


def _file(variable: str, *, needed: bool = False) -> str:
    name = environment.text(variable) if needed else environment.text(variable, "")
    if name:
        _read(variable, name)
    return name


def _key(variable: str, *, needed: bool) -> str:
    name = environment.text(variable) if needed else environment.text(variable, "")
    if not name:
        return ""
    # Known only here: an installation without providers needs none of it.
    from vijfluik.core.accounts.providers.signing import NoSigningKey, signing_key

    text = _read(variable, name)
    try:
        signing_key(text)
    except NoSigningKey as error:
        raise ImproperlyConfigured(f"{variable}: {name} holds {error}.") from error
    return text


def _read(variable: str, name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{variable}: {error}") from error
