"""The addresses of the releases of reports, with who may have them."""

from tests.site import people
from tests.site.addressing import NOBODY, Address, of_register

MAKERS = {people.POLICY_OFFICER}
# Register → who keeps its record in the tests.
KEPT = dict.fromkeys(("releases", "release_comments", "release_readers"), people.POLICY_OFFICER)


def of_releases() -> dict[str, Address]:
    """The addresses of the releases of reports; that of the tests is a draft, its makers' own."""
    found: dict[str, Address] = {}
    for path, act, record in (
        ("rapportage-uitgaven", "ter-controle", "releases"),
        ("rapportage-opmerkingen", "beantwoorden", "release_comments"),
        ("rapportage-lezers", "beeindigen", "release_readers"),
    ):
        found |= of_register(
            path, readers=MAKERS, owners=MAKERS, act=act, record=record, filed=False
        )
    return found | {
        "rapportage-uitgaven/<uuid:key>/controlelijst/": Address(
            path="/rapportage-uitgaven/{releases}/controlelijst/", allowed=MAKERS
        ),
        "rapportages/uitgave/<uuid:key>/": Address(
            path="/rapportages/uitgave/{releases}/", allowed=MAKERS
        ),
        "rapportages/uitgave/<uuid:key>/<slug:language>/<slug:kind>/": Address(
            path="/rapportages/uitgave/{releases}/nl/pdf/", allowed=NOBODY
        ),
    }
