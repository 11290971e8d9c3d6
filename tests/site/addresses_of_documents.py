"""The addresses of documents: that of the tests is a picture of the provider's, at its training."""

import uuid

from tests.core.documents.stored.making import png
from tests.site import people
from tests.site.addressing import Address

from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments.actions import store
from vijfluik.programme.attachments.taking import taken

HANDLING = {
    people.POLICY_OFFICER,
    people.PROVIDER,
    people.OTHER_PROVIDER,
    people.ADVISER,
    people.OTHER_ADVISER,
    people.MUNICIPALITY,
    people.FUND_MANAGER,
    people.EVALUATION_COORDINATOR,
    people.PARTNERSHIP_COORDINATOR,
}
OWN = {people.PROVIDER}


def of_documents() -> dict[str, Address]:
    """The addresses of documents. It was not shared, so the ministry finds none of it either."""
    one = "documenten/<uuid:key>/"
    found = {
        f"{one}{way}": Address(path=f"/documenten/{{document}}/{way}", allowed=OWN)
        for way in ("", "voorbeeld/", "bestand/", "delen/", "vervangen/", "vernietigen/")
    }
    return found | {
        "documenten/hulp/": Address(path="/documenten/hulp/", allowed=HANDLING),
        "documenten/nieuw/<slug:path>/<uuid:key>/": Address(
            path="/documenten/nieuw/trainingen/{own}/",
            allowed={people.POLICY_OFFICER, people.PROVIDER},
        ),
    }


def document_at(training: uuid.UUID) -> uuid.UUID:
    """A document at the training of the tests; its key."""
    return store(
        register_named("trainings"),
        who=people.somebody(people.PROVIDER),
        key=training,
        file=taken(png(), file_name="foto.png"),
        title="",
        organisation="ror",
    ).key
