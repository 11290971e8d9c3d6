"""The addresses of notices, of the private calendar, and of the journal as a file."""

from tests.site import people
from tests.site.addresses_of_accounts import EVERYBODY
from tests.site.addressing import NOBODY, Address


def of_notices() -> dict[str, Address]:
    """Everybody has notices of one's own; what was not sent is for who administers accounts."""
    own = "mijn-account/berichten/"
    found = {"berichten/<uuid:key>/": Address(path="/berichten/{nothing}/", allowed=NOBODY)}
    found |= {
        each: Address(path=f"/{each}", allowed=EVERYBODY)
        for each in (
            "berichten/",
            own,
            f"{own}adres/",
            "mijn-account/agenda/",
            "mijn-account/agenda/nieuw/",
        )
    }
    # These say something on the next page, which whoever may post may read.
    found |= {
        each: Address(path=f"/{each}", allowed=EVERYBODY, method="post", answers=(302,))
        for each in ("berichten/gelezen/", f"{own}adres/weg/", "mijn-account/agenda/weg/")
    }
    return found | {
        f"{own}bevestigen/<uuid:mail>/<str:word>/": Address(
            path=f"/{own}bevestigen/{{nothing}}/geraden/", allowed=EVERYBODY
        ),
        "agenda/<str:word>.ics": Address(
            path="/agenda/niets.ics", allowed=NOBODY, public=True, answers=(404, 429)
        ),
        "beheer/accounts/mail/": Address(
            path="/beheer/accounts/mail/", allowed={people.ACCOUNT_ADMINISTRATOR}
        ),
        "toezicht/uitvoer/": Address(
            path="/toezicht/uitvoer/", allowed={people.PRIVACY_OFFICER, people.AUDITOR}
        ),
    }
