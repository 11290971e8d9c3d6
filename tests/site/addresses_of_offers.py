"""The addresses of the offer with the needs that it is for, and of the partnerships."""

from tests.site import people
from tests.site.addressing import Address, of_register
from tests.site.groups import (
    ADVISERS,
    ASKING,
    MUNICIPALITIES,
    NEEDS,
    OF_PARTNERSHIPS,
    OF_PLANS,
    OFFERING,
    OFFERS,
    OWN_ADVICE,
    OWN_PARTNERSHIP,
    PARTNERSHIPS,
    PLANS,
)


def of_partnerships() -> dict[str, Address]:
    """The addresses of the registers of the partnerships."""
    found: dict[str, Address] = {}
    for thing, (path, act) in OF_PARTNERSHIPS.items():
        readers = PARTNERSHIPS | PLANS if thing in OF_PLANS else PARTNERSHIPS
        found |= of_register(path, readers=readers, owners=OWN_PARTNERSHIP, act=act, record=thing)
    found["samenwerkingen/<uuid:key>/model/"] = Address(
        path="/samenwerkingen/{plan}/model/", allowed=OWN_PARTNERSHIP
    )
    return found


def of_offer() -> dict[str, Address]:
    """The addresses of the offer, its trajectories, the rounds and the needs."""
    found: dict[str, Address] = {}
    for path, act in (("aanbod", "opnemen"), ("trajecten", "nalopen")):
        record = "offers" if path == "aanbod" else "trajectories"
        found |= of_register(
            path, readers=OFFERS, owners=OFFERS, act=act, record=record, writers=OFFERING,
            changers=OWN_ADVICE,
        )  # fmt: skip
    found |= of_register(
        "peilingen", readers=ASKING | ADVISERS | MUNICIPALITIES,
        owners=ASKING | ADVISERS | MUNICIPALITIES, act="sluiten",
        record="need_rounds", writers=ASKING, changers=OWN_ADVICE,
    )  # fmt: skip
    found |= of_register(
        "behoeften", readers=ASKING | MUNICIPALITIES, owners=NEEDS, act="kiezen", record="needs",
        writers=MUNICIPALITIES, changers={people.MUNICIPALITY},
    )  # fmt: skip
    # A post that says something leaves it for the next page, which whoever may post may read.
    return found | {
        "behoeften/<uuid:key>/kies/": Address(
            path="/behoeften/{needs}/kies/", allowed={people.MUNICIPALITY}, method="post",
            answers=(302,),
        ),
        "aanbod/gebruik/": Address(path="/aanbod/gebruik/", allowed=OFFERS),
        "trajecten/<uuid:key>/volgorde/": Address(
            path="/trajecten/{trajectories}/volgorde/", allowed=OWN_ADVICE, method="post",
            answers=(302,),
        ),
        "aanbod/vormen/": Address(path="/aanbod/vormen/", allowed=OFFERS),
        "behoeften/zonder-aanbod/": Address(
            path="/behoeften/zonder-aanbod/", allowed=ASKING | MUNICIPALITIES
        ),
        "peilingen/<uuid:key>/antwoorden/": Address(
            path="/peilingen/{need_rounds}/antwoorden/", allowed=MUNICIPALITIES
        ),
    }  # fmt: skip
