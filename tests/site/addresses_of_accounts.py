"""The addresses of signing in, of one's own account, and of the administration of accounts."""

from tests.site import people
from tests.site.addressing import NOBODY, Address

ADMINISTRATION = {people.ACCOUNT_ADMINISTRATOR}
EVERYBODY = set(people.EVERYBODY) | {people.OTHER_MUNICIPALITY}


def of_accounts() -> dict[str, Address]:
    """Whoever signed in has an account of one's own; others' are for who administers accounts.

    In the demonstration nobody has a password or a passkey.
    """
    found = {
        "aanmelden/sleutel/": Address(
            path="/aanmelden/sleutel/", allowed=NOBODY, public=True, method="post"
        ),
        "begin/<str:word>/": Address(
            path="/begin/niets/", allowed=NOBODY, public=True, answers=(410,)
        ),
        "bevestigen/": Address(path="/bevestigen/", allowed=EVERYBODY),
        # It says something on the next page, which whoever may post may read.
        "mijn-account/sessies/anders/": Address(
            path="/mijn-account/sessies/anders/", allowed=EVERYBODY, method="post", answers=(302,)
        ),
        "mijn-account/": Address(path="/mijn-account/", allowed=EVERYBODY),
        "mijn-account/verder/": Address(
            path="/mijn-account/verder/", allowed=EVERYBODY, method="post", answers=(204,)
        ),
        "mijn-account/geschiedenis/": Address(
            path="/mijn-account/geschiedenis/", allowed=EVERYBODY
        ),
        "beheer/accounts/<uuid:key>/geschiedenis/": Address(
            path="/beheer/accounts/{account}/geschiedenis/", allowed=ADMINISTRATION
        ),
        "mijn-account/sessies/<uuid:key>/": Address(
            path="/mijn-account/sessies/{nothing}/", allowed=NOBODY, method="post"
        ),
        "mijn-account/sleutel/vraag/": Address(
            path="/mijn-account/sleutel/vraag/", allowed=NOBODY, method="post"
        ),
        "beheer/accounts/": Address(path="/beheer/accounts/", allowed=ADMINISTRATION),
        "beheer/accounts/nieuw/": Address(path="/beheer/accounts/nieuw/", allowed=ADMINISTRATION),
        "beheer/accounts/<uuid:key>/": Address(
            path="/beheer/accounts/{account}/", allowed=ADMINISTRATION
        ),
        "beheer/accounts/<uuid:key>/<slug:word>/": Address(
            path="/beheer/accounts/{account}/beoordelen/", allowed=ADMINISTRATION
        ),
    }
    # A demonstration has no providers of identities.
    for route, method in (("", "post"), ("terug/", "get"), ("sleutels/", "get")):
        found[f"aanmelden/via/<slug:name>/{route}"] = Address(
            path=f"/aanmelden/via/niemand/{route}",
            allowed=NOBODY,
            public=True,
            method=method,
            answers=(404,),
        )
    with_a_mandate = EVERYBODY - {people.OUTSIDER, people.EX_MEMBER}
    found |= {
        "mijn-account/vervanging/": Address(path="/mijn-account/vervanging/", allowed=EVERYBODY),
        "mijn-account/vervanging/nieuw/": Address(
            path="/mijn-account/vervanging/nieuw/", allowed=with_a_mandate
        ),
        "mijn-account/vervanging/<uuid:key>/": Address(
            path="/mijn-account/vervanging/{nothing}/", allowed=NOBODY
        ),
        "mijn-account/vervanging/<uuid:key>/<slug:word>/": Address(
            path="/mijn-account/vervanging/{nothing}/aanvaarden/", allowed=NOBODY
        ),
        "beheer/mandaten/<uuid:key>/vervangen/": Address(
            path="/beheer/mandaten/{mandate}/vervangen/",
            allowed={people.ADMINISTRATOR, people.OTHER_ADMINISTRATOR},
        ),
    }
    for route in ("wachtwoord/", "sleutel/", "sleutel/<uuid:key>/weg/"):
        path = route.replace("<uuid:key>", "{nothing}")
        found[f"mijn-account/{route}"] = Address(path=f"/mijn-account/{path}", allowed=NOBODY)
    return found
