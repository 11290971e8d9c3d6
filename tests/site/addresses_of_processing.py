"""The addresses of what is done with personal data: the ministry's own record of each."""

from tests.site import people
from tests.site.addressing import Address, of_register

PLANS = {people.MUNICIPALITY, people.OTHER_MUNICIPALITY}
# Who answers for it, and who oversees it.
PROCESSING = {people.POLICY_OFFICER, people.PRIVACY_OFFICER, people.AUDITOR, *PLANS}
OWN_PROCESSING = PROCESSING - PLANS


def of_processing() -> dict[str, Address]:
    """The addresses of the processing activities and assessments: of the ministry, one each."""
    found: dict[str, Address] = {}
    for path, thing, act in (
        ("verwerkingen", "processing_activities", "vaststellen"),
        ("effectbeoordelingen", "assessments", "voorleggen"),
    ):
        found |= of_register(
            path, readers=PROCESSING, owners=OWN_PROCESSING, act=act, record=thing,
            writers={people.POLICY_OFFICER, *PLANS}, changers={people.POLICY_OFFICER},
        )  # fmt: skip
    return found | {"verwerkingen/open/": Address(path="/verwerkingen/open/", allowed=PROCESSING)}
