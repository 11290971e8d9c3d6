"""From the answer that a person comes back with to who it is."""

import datetime as dt
from collections.abc import Mapping

from vijfluik.core.accounts.providers import fetching
from vijfluik.core.accounts.providers.asking import Asked
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.faults import Fault, ProviderFailed, answered
from vijfluik.core.accounts.providers.metadata import Metadata, metadata_of
from vijfluik.core.accounts.providers.signing import proof_of_client
from vijfluik.core.accounts.providers.tokens import Identified, identified


def who_answered(
    answer: Mapping[str, str], *, provider: Provider, asked: Asked, back: str, at: dt.datetime
) -> Identified:
    """Who it is, by the words of the address that the provider sent the person back to.

    Args:
        answer: those words: a code, or an error; who says so.
        asked: the request that this state belongs to.
        back: the address to come back to, as it was asked with.
        at: the moment.

    Raises:
        ProviderFailed: it is an error, it is of another provider, or what the code gives does not
            hold.
    """
    metadata = metadata_of(provider)
    _of_this_provider(answer, provider=provider, metadata=metadata)
    if "error" in answer:
        raise ProviderFailed(answered(answer["error"]))
    code = answer.get("code", "")
    if not code:
        raise ProviderFailed(Fault.CODE)
    fields = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": asked.verifier,
        **proof_of_client(provider, audience=metadata.token, at=at),
    }
    given = fetching.post(metadata.token, fields, provider=provider)
    token, access = given.content.get("id_token"), given.content.get("access_token")
    if given.status != 200:
        raise ProviderFailed(Fault.BUSY if given.status >= 500 else Fault.CODE)
    if not isinstance(token, str) or not isinstance(access, str):
        raise ProviderFailed(Fault.MALFORMED)
    if str(given.content.get("token_type", "")).lower() != "bearer":
        raise ProviderFailed(Fault.MALFORMED)
    return identified(
        token,
        access_token=access,
        provider=provider,
        metadata=metadata,
        asked=asked,
        at=at,
    )


def _of_this_provider(answer: Mapping[str, str], *, provider: Provider, metadata: Metadata) -> None:
    """That no other provider answers in its place (RFC 9207), before its code goes anywhere."""
    if "iss" not in answer and not metadata.names_itself:
        return
    if answer.get("iss") != provider.issuer:
        raise ProviderFailed(Fault.ISSUER)
