"""Passkeys (WebAuthn): added and removed by oneself, and asked when somebody signs in.

Each is asked to stay on its device with the account (discoverable) and to see its user (a finger, a
face or a code): it is two factors in one, so nobody types a name or a code beside it.
"""

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from vijfluik.core.accounts.actions import attempted, tell
from vijfluik.core.accounts.faults import Invalid
from vijfluik.core.accounts.kinds import PASSKEY_ADDED, PASSKEY_REMOVED
from vijfluik.core.accounts.models import Passkey, ProvenBy
from vijfluik.core.accounts.proving import Proof
from vijfluik.core.accounts.throttle import trying
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional

MOST = 10
State = Mapping[str, Any]


def server(host: str) -> Fido2Server:
    """The relying party of this installation.

    Args:
        host: the name by which its pages are asked, without port; passkeys are bound to it.
    """
    return Fido2Server(PublicKeyCredentialRpEntity(id=host, name="Vijfluik"))


def begin_adding(*, who: Acting, person: Professional, host: str) -> tuple[dict[str, Any], State]:
    """What the browser is asked, and what must be kept of it until the answer comes."""
    with acting(who):
        known = [
            AttestedCredentialData(bytes(each.attested))
            for each in Passkey.objects.filter(professional=person.key)
        ]
    options, state = server(host).register_begin(
        PublicKeyCredentialUserEntity(
            id=person.key.bytes, name=person.username, display_name=person.name
        ),
        credentials=known,
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(options), state


def add(
    *, who: Acting, person: Professional, host: str, state: State, answer: str, name: str
) -> Passkey:
    """Keep the passkey that the browser made, under a name of one's own.

    Raises:
        Invalid: the answer is none to what was asked, the name is missing, or there are ten.
    """
    with attempted(PASSKEY_ADDED, who=who, key=person.key), acting(who):
        called = name.strip()
        if not 1 <= len(called) <= 60 or "\0" in called:
            raise Invalid({"name": _("Geef de sleutel een naam van ten hoogste 60 tekens.")})
        if Passkey.objects.filter(professional=person.key).count() >= MOST:
            raise Invalid({"name": _("U heeft er al tien. Verwijder er eerst een.")})
        try:
            response = RegistrationResponse.from_dict(json.loads(answer))
            made = server(host).register_complete(state, response).credential_data
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Invalid(
                {"name": _("Het apparaat gaf geen geldig antwoord. Probeer het opnieuw.")}
            ) from error
        if made is None:
            raise Invalid(
                {"name": _("Het apparaat gaf geen geldig antwoord. Probeer het opnieuw.")}
            )
        passkey = Passkey(
            professional_id=person.key,
            credential=made.credential_id,
            attested=bytes(made),
            name=called,
            added_at=timezone.now(),
        )
        passkey.save(force_insert=True)
        tell(person.key, action=PASSKEY_ADDED)
        return passkey


def remove(*, who: Acting, key: uuid.UUID) -> None:
    """Remove one of one's own passkeys; password and code stay.

    Raises:
        Passkey.DoesNotExist: it is not there, or another's.
    """
    with attempted(PASSKEY_REMOVED, who=who, key=who.actor.key), acting(who):
        Passkey.objects.get(key=key, professional=who.actor.key).delete()
        tell(who.actor.key, action=PASSKEY_REMOVED)


def begin_proving(*, host: str) -> tuple[dict[str, Any], State]:
    """What the browser is asked: a passkey of this installation, whoever's it is."""
    options, state = server(host).authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(options), state


def by_passkey(
    *, host: str, state: State, answer: str, address: str, at: dt.datetime
) -> Proof | None:
    """The proof of whoever's passkey answered; None when it is not known or the answer is wrong.

    Raises:
        TooOften: it was tried too often from this address.
    """
    with trying(at=at, address=address) as attempt:
        try:
            response = AuthenticationResponse.from_dict(json.loads(answer))
            found = _found(response.raw_id)
            if found is None:
                return None
            key, professional, attested, uses = found
            server(host).authenticate_complete(
                state, [AttestedCredentialData(bytes(attested))], response
            )
        except (ValueError, TypeError, KeyError, AttributeError, InvalidSignature):
            return None
        counter = response.response.authenticator_data.counter
        # A counter that does not go on tells of a copy; those that never count say nothing.
        if counter and counter <= uses:
            return None
        attempt.succeeded = True
        return Proof(professional=professional, by=ProvenBy.PASSKEY, step=counter, passkey=key)


def note_use(proof: Proof) -> None:
    """Note inside `acting` of the person that the passkey was used."""
    if proof.passkey is None:
        return
    Passkey.objects.filter(key=proof.passkey).update(uses=proof.step, used_at=timezone.now())


def _found(credential: bytes) -> tuple[uuid.UUID, uuid.UUID, bytes, int] | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, professional, attested, uses FROM accounts.passkey(%s)", [credential]
        )
        rows: list[tuple[uuid.UUID, uuid.UUID, bytes, int]] = cursor.fetchall()
    for row in rows:
        return row
    return None
