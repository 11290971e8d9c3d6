"""The addresses of documents: that of the tests is a picture of the provider's, at its training."""

import uuid

from tests.core.documents.stored.making import png
from tests.site import people
from tests.site.addressing import NOBODY, Address

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
        "documenten/": Address(path="/documenten/", allowed=HANDLING),
        "documenten/hulp/": Address(path="/documenten/hulp/", allowed=HANDLING),
        "documenten/nieuw/<slug:path>/<uuid:key>/": Address(
            path="/documenten/nieuw/trainingen/{own}/",
            allowed={people.POLICY_OFFICER, people.PROVIDER},
        ),
    }


def of_letters() -> dict[str, Address]:
    """The addresses of letters: in these tests nothing was signed, settled or planned yet, and
    what is otherwise for a municipality was decided.
    """
    ministry = {people.POLICY_OFFICER}
    found = {}
    for way in ("", "pdf/", "docx/", "versturen/"):
        for path, record, word, allowed in (
            ("toekenningen", "awards", "beschikking", NOBODY),
            ("toekenningen", "awards", "vaststelling", NOBODY),
            ("trainingen", "own", "uitnodiging", NOBODY),
            ("afwijkingen", "deviations", "kennisgeving", ministry),
        ):
            found[f"{path}/<uuid:key>/{word}/{way}"] = Address(
                path=f"/{path}/{{{record}}}/{word}/{way}", allowed=allowed
            )
    return found


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
