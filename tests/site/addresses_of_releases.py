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
        # What a post says stands on the next page, which whoever may post may read.
        "rapportage-uitgaven/<uuid:key>/afscherming/": Address(
            path="/rapportage-uitgaven/{releases}/afscherming/", allowed=MAKERS, method="post",
            answers=(302,),
        ),
        "rapportage-uitgaven/<uuid:key>/controlelijst/": Address(
            path="/rapportage-uitgaven/{releases}/controlelijst/", allowed=MAKERS
        ),
        "rapportage-uitgaven/<uuid:key>/tekst/<slug:language>/": Address(
            path="/rapportage-uitgaven/{releases}/tekst/nl/", allowed=MAKERS
        ),
        "rapportages/<slug:slug>/bewijs-intern/": Address(
            path="/rapportages/integrale-aanpak-2019/bewijs-intern/", allowed=MAKERS
        ),
        # A draft has no files yet.
        "rapportages/uitgave/<uuid:key>/bewijs/": Address(
            path="/rapportages/uitgave/{releases}/bewijs/", allowed=NOBODY
        ),
        "rapportages/uitgave/<uuid:key>/": Address(
            path="/rapportages/uitgave/{releases}/", allowed=MAKERS
        ),
        "rapportages/uitgave/<uuid:key>/<slug:language>/<slug:kind>/": Address(
            path="/rapportages/uitgave/{releases}/nl/pdf/", allowed=NOBODY
        ),
    }  # fmt: skip


def of_receipts(*, readers: set[str]) -> dict[str, Address]:
    """The address that keeps a receipt; it leads to the page where that stays."""
    return {
        "cijfers/<slug:figure>/bewijs/": Address(
            path="/cijfers/ror-trainings-2018/bewijs/",
            allowed=readers,
            method="post",
            answers=(302,),
        )
    }


def of_sheets(*, readers: set[str]) -> dict[str, Address]:
    """The sheets of municipalities. No set was made: each address leads to what says so."""
    one = "gemeentebladen/<slug:code>/"
    return {
        "gemeentebladen/": Address(path="/gemeentebladen/", allowed=readers),
        one: Address(path="/gemeentebladen/GM9001/", allowed=readers, answers=(302,)),
        f"{one}pdf/": Address(path="/gemeentebladen/GM9001/pdf/", allowed=readers, answers=(302,)),
    }
