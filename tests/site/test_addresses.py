"""Every address × every role, with the answer expected. A new address must be added here."""

import uuid
from collections.abc import Iterator
from functools import cache

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.test.utils import _TestState as TestState
from django.urls import URLPattern, URLResolver, get_resolver
from tests.conftest import without_limits
from tests.pointing import point_at
from tests.site import absent, people
from tests.site.addresses_of_accounts import of_accounts
from tests.site.addresses_of_differences import of_differences
from tests.site.addresses_of_documents import document_at, of_documents, of_letters
from tests.site.addresses_of_evidence import of_deviations, of_evidence
from tests.site.addresses_of_networks import of_networks
from tests.site.addresses_of_notices import of_notices
from tests.site.addresses_of_offers import of_offer, of_partnerships
from tests.site.addresses_of_processing import of_processing
from tests.site.addresses_of_releases import of_receipts, of_releases, of_sheets
from tests.site.addressing import (
    NOBODY,
    OF_EVERYBODY,
    OF_FIGURES,
    OF_HEALTH,
    Address,
    ask,
    looked_at,
    of_offered,
    of_register,
    recorded,
    without_addresses,
)
from tests.site.groups import (
    ADMINISTRATION,
    ADVICE,
    FIGURES,
    FUNDERS,
    KEEPERS,
    KNOWLEDGE,
    MONEY,
    OF_PARTNERSHIPS,
    OVERSIGHT,
    OWN_ADVICE,
    OWN_MONEY,
    OWN_TRAINING,
    PARLIAMENT,
    PROGRAMME,
    REGISTERS,
    REPORTS,
    TRAININGS,
)
from tests.site.methods import methods_of, takes_forms
from tests.site.posting import NEVER, first_of, nothing_written, sent, strict, tried_by

# `{mandate}` is that of the policy officer, the other words in braces are records of the tests.
# Routes as Django names them.
ADDRESSES = {
    "registers/": Address(path="/registers/", allowed=REGISTERS),
    **of_register(
        "trainingen", readers=TRAININGS, owners=OWN_TRAINING, act="plannen", record="own"
    ),
    **of_offered(TRAININGS),
    **of_register("adviezen", readers=ADVICE, owners=OWN_ADVICE, act="aannemen", record="advice"),
    **of_register(
        "kamerstukken", readers=PARLIAMENT, owners=PARLIAMENT, act="behandeld", record="papers"
    ),
    **of_register(
        "sjablonen",
        readers=PARLIAMENT,
        owners=PARLIAMENT,
        act="in-gebruik-nemen",
        record="templates",
    ),
    **of_register(
        "wetsherzieningen",
        readers=PARLIAMENT,
        owners=PARLIAMENT,
        act="nalopen",
        record="law_reviews",
    ),
    **of_register(
        "aangewezen-gebieden",
        readers=PARLIAMENT,
        owners=PARLIAMENT,
        act="van-kracht",
        record="zones",
    ),
    **of_register(
        "wetsvoorstellen", readers=PARLIAMENT, owners=PARLIAMENT, act="indienen", record="bills"
    ),
    **of_register(
        "toezeggingen",
        readers=PARLIAMENT,
        owners=PARLIAMENT,
        act="uitstellen",
        record="undertakings",
    ),
    **of_register(
        "verplichtingen",
        readers=PARLIAMENT,
        owners=PARLIAMENT,
        act="uitvoeren",
        record="obligations",
    ),
    "toezeggingen/kamer/": Address(path="/toezeggingen/kamer/", allowed=PARLIAMENT),
    "toezeggingen/kamer/inlezen/": Address(path="/toezeggingen/kamer/inlezen/", allowed=PARLIAMENT),
    "toezeggingen/bijlage/": Address(path="/toezeggingen/bijlage/", allowed=PARLIAMENT),
    **of_register(
        "publicaties", readers=KNOWLEDGE, owners=KNOWLEDGE, act="voorleggen", record="publications"
    ),
    **of_register(
        "uitgaven", readers=KNOWLEDGE, owners=KNOWLEDGE, act="verschijnen", record="editions"
    ),
    **of_register("bereik", readers=KNOWLEDGE, owners=KNOWLEDGE, act="meten", record="reach"),
    **of_evidence(),
    **of_deviations(),
    "evaluaties/rijpheid/": Address(path="/evaluaties/rijpheid/", allowed=FUNDERS),
    "geld/": Address(path="/geld/", allowed={people.POLICY_OFFICER, people.FUND_MANAGER}),
    **of_register(
        "begrotingsregels",
        readers=MONEY,
        owners=MONEY,
        act="vaststellen",
        record="budget_lines",
        writers={people.POLICY_OFFICER},
        changers={people.POLICY_OFFICER},
    ),
    **of_register(
        "subsidierondes",
        readers=MONEY,
        owners=MONEY,
        act="openen",
        record="rounds",
        writers=FUNDERS,
        changers={people.POLICY_OFFICER},
    ),
    **of_register(
        "subsidieaanvragen",
        readers=MONEY,
        owners=OWN_MONEY,
        act="beoordelen",
        record="applications",
        actors={people.POLICY_OFFICER},
    ),
    **of_register(
        "toekenningen",
        readers=MONEY,
        owners=OWN_MONEY,
        act="ondertekenen",
        record="awards",
        writers=FUNDERS,
        changers={people.POLICY_OFFICER},
    ),
    **of_register(
        "termijnen",
        readers=MONEY,
        owners=OWN_MONEY,
        act="betalen",
        record="instalments",
        writers=FUNDERS,
        changers={people.POLICY_OFFICER},
    ),
    **of_partnerships(),
    **of_networks(),
    **of_processing(),
    **of_offer(),
    **of_documents(),
    **of_letters(),
    "mijn-jaar/": Address(path="/mijn-jaar/", allowed={people.MUNICIPALITY}),
    "gemeenten/": Address(
        path="/gemeenten/", allowed={people.POLICY_OFFICER, people.MUNICIPALITY}, answers=(200, 302)
    ),
    # Nothing was decided on it.
    "subsidieaanvragen/<uuid:key>/besluit/": Address(
        path="/subsidieaanvragen/{applications}/besluit/", allowed=NOBODY
    ),
    **of_sheets(readers=OWN_MONEY),
    "gemeenten/regios/": Address(path="/gemeenten/regios/", allowed=OWN_MONEY),
    "gemeenten/<slug:code>/": Address(
        path="/gemeenten/GM9001/", allowed={people.POLICY_OFFICER, people.MUNICIPALITY}
    ),
    "": Address(path="/", allowed=PROGRAMME),
    "mijn-werk/": Address(
        path="/mijn-werk/", allowed=REGISTERS | ADMINISTRATION | {people.ACCOUNT_ADMINISTRATOR}
    ),
    "zoeken/": Address(
        path="/zoeken/", allowed=PROGRAMME, method="post", data={"zoek": "training"}
    ),
    "eerste-stappen/": Address(
        path="/eerste-stappen/",
        allowed=PROGRAMME | ADMINISTRATION | {people.ACCOUNT_ADMINISTRATOR},
    ),
    "toezicht/": Address(path="/toezicht/", allowed=OVERSIGHT),
    "toezicht/keten/": Address(path="/toezicht/keten/", allowed=OVERSIGHT),
    "toezicht/mandaten/": Address(path="/toezicht/mandaten/", allowed=OVERSIGHT),
    "toezicht/rechten/": Address(path="/toezicht/rechten/", allowed=OVERSIGHT),
    "toezicht/rechten/uitvoer/<slug:format>/": Address(
        path="/toezicht/rechten/uitvoer/csv/", allowed=OVERSIGHT
    ),
    "beheer/mandaten/": Address(path="/beheer/mandaten/", allowed=ADMINISTRATION),
    "beheer/mandaten/nieuw/": Address(path="/beheer/mandaten/nieuw/", allowed=ADMINISTRATION),
    "beheer/mandaten/<uuid:key>/": Address(
        path="/beheer/mandaten/{mandate}/", allowed=ADMINISTRATION
    ),
    "beheer/mandaten/<uuid:key>/<slug:word>/": Address(
        path="/beheer/mandaten/{mandate}/beoordelen/", allowed=ADMINISTRATION
    ),
    **of_accounts(),
    **of_notices(),
    "programma/": Address(path="/programma/", allowed=PROGRAMME),
    "programma/samenhang/": Address(path="/programma/samenhang/", allowed=PROGRAMME),
    "programma/<slug:area>/": Address(path="/programma/voorkomen/", allowed=PROGRAMME),
    "programma/onderdeel/<slug:key>/": Address(
        path="/programma/onderdeel/vk-13/", allowed=PROGRAMME
    ),
    "cijfers/": Address(path="/cijfers/", allowed=FIGURES),
    "cijfers/opgegeven/": Address(path="/cijfers/opgegeven/", allowed=REPORTS),
    "cijfers/opgegeven/nieuw/": Address(
        path="/cijfers/opgegeven/nieuw/", allowed={people.POLICY_OFFICER}
    ),
    "cijfers/afscherming/": Address(path="/cijfers/afscherming/", allowed=REPORTS),
    **OF_FIGURES,
    "cijfers/<slug:figure>.json": Address(path="/cijfers/ror-trainings-2018.json", allowed=FIGURES),
    "cijfers/<slug:figure>.csv": Address(path="/cijfers/ror-trainings-2018.csv", allowed=FIGURES),
    "cijfers/<slug:figure>/": Address(path="/cijfers/ror-trainings-2018/", allowed=FIGURES),
    "cijfers/<slug:figure>/vastleggingen/": Address(
        path="/cijfers/ror-trainings-2018/vastleggingen/", allowed=FIGURES & TRAININGS
    ),
    **of_differences(figures=FIGURES, records=TRAININGS, reports=REPORTS),
    "cijfers/<slug:figure>/controle/": Address(
        path="/cijfers/ror-trainings-2018/controle/", allowed=REPORTS, method="post"
    ),
    **of_receipts(readers=FIGURES),
    "rapportages/": Address(path="/rapportages/", allowed=PROGRAMME),
    **of_releases(),
    "rapportages/<slug:slug>/": Address(
        path="/rapportages/integrale-aanpak-2019/", allowed=REPORTS
    ),
    **{
        f"rapportages/<slug:slug>/{kind}/": Address(
            path=f"/rapportages/integrale-aanpak-2019/{kind}/", allowed={people.POLICY_OFFICER}
        )
        for kind in ("html", "pdf", "docx", "odt", "csv", "json", "jsonld", "bewijs")
    },
    "recht/": Address(path="/recht/", allowed=PROGRAMME),
    "recht/<slug:slug>/": Address(path="/recht/twbmt-4-1/", allowed=PROGRAMME),
    "aanmelden/": Address(path="/aanmelden/", allowed=NOBODY, public=True),
    "afmelden/": Address(
        path="/afmelden/", allowed=NOBODY, public=True, method="post", answers=(302,)
    ),
    "taal/": Address(path="/taal/", allowed=NOBODY, public=True, method="post", answers=(302,)),
    **OF_HEALTH,
    **OF_EVERYBODY,
    "weergave/": Address(
        path="/weergave/",
        allowed=NOBODY,
        public=True,
        method="post",
        answers=(302,),
        data={"theme": "dark"},
    ),
}


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """Every route of the site, in Django's own notation."""
    for route, _found in patterns(resolver, prefix):
        yield route


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route of the site with what Django knows of it."""
    for found in resolver.url_patterns:
        route = prefix + str(found.pattern)
        if isinstance(found, URLPattern):
            yield route, found
        else:
            yield from patterns(found, route)


@pytest.fixture(scope="module")
def made_once(database: str, module_database: str) -> dict[str, uuid.UUID]:
    """A record in each register, of who keeps it in the tests."""
    point_at(module_database)
    known = recorded(keepers=KEEPERS, of_coordinator=OF_PARTNERSHIPS)
    known["document"] = document_at(known["own"])
    point_at(database)
    return known


@pytest.fixture
def records(
    database: str, module_database: str, made_once: dict[str, uuid.UUID]
) -> Iterator[dict[str, uuid.UUID]]:
    """Their keys, in one transaction that is rolled back."""
    point_at(module_database)
    without_limits()
    with transaction.atomic():
        yield made_once
        transaction.set_rollback(True)
    point_at(database)


def test_every_route_stands_in_the_table() -> None:
    assert set(routes(get_resolver())) == set(ADDRESSES)


@pytest.fixture
def quick_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Thousands of pages: without what Django's test client keeps of each template that it drew
    (the contexts, copied), and with sessions that need no query.
    """
    drawn = TestState.saved_data.template_render  # type: ignore[attr-defined]
    monkeypatch.setattr("django.template.base.Template._render", drawn)
    with override_settings(SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies"):
        yield


@pytest.mark.usefixtures("quick_pages", "printed_once", "short_report")
@pytest.mark.parametrize("username", people.EVERYBODY)
def test_who_may_gets_the_page_and_everybody_else_what_does_not_exist(
    records: dict[str, uuid.UUID], username: str
) -> None:
    client = people.browser(username)
    absent = without_addresses(client.get("/bestaat-niet/").content)
    wrong: list[str] = []
    for route, address in ADDRESSES.items():
        if route == "afmelden/":
            continue
        if not looked_at(username, route, address=address):
            continue
        expected = address.public or username in address.allowed
        status, body = ask(client, address, records=records, wrong=wrong)
        right = status in address.answers if expected else status == 404
        if not right:
            wrong.append(f"{route}: {status}, expected {address.answers if expected else 404}")
        if not expected and without_addresses(body) != absent:
            wrong.append(f"{route}: the refusal differs from what does not exist")
    assert wrong == []


@pytest.mark.usefixtures("quick_pages", "printed_once", "short_report")
@pytest.mark.parametrize("username", people.EVERYBODY)
def test_what_nothing_has_answers_like_what_may_not_be_seen(
    records: dict[str, uuid.UUID], username: str
) -> None:
    client = people.browser(username)
    nowhere = absent.asked(client, "GET", "/bestaat-niet/")
    wrong: list[str] = []
    for route, address in ADDRESSES.items():
        for each in absent.varied(route, address, records=records):
            if absent.asked_by(username, each, address=address):
                wrong += absent.faults_of(client, each, nowhere=nowhere)
    assert wrong == [], "\n".join(wrong)


@pytest.mark.usefixtures("quick_pages", "printed_once", "short_report")
@pytest.mark.parametrize("username", people.EVERYBODY)
def test_who_may_not_see_an_address_sends_nothing_there_and_nothing_is_written(
    records: dict[str, uuid.UUID], username: str
) -> None:
    client, token = strict(username)
    nowhere = absent.asked(client, "GET", "/bestaat-niet/")
    wrong: list[str] = []
    for route, address in ADDRESSES.items():
        path = address.path.format(**records)
        if username in address.allowed or address.public or not takes_forms(path):
            continue
        if not tried_by(username, route, of=96):
            continue
        with nothing_written(route, wrong=wrong):
            answer = sent(client, path, address=address, token=token)
        if answer != nowhere:
            wrong.append(f"{route}: {answer.status} to a form, and not what does not exist")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.usefixtures("quick_pages", "printed_once", "short_report")
def test_a_form_without_the_token_of_its_page_is_not_accepted_by_anybody_anywhere(
    records: dict[str, uuid.UUID],
) -> None:
    browser = cache(lambda username: strict(username)[0])
    wrong: list[str] = []
    for route, address in ADDRESSES.items():
        path = address.path.format(**records)
        username = first_of(address)
        if not takes_forms(path) or not tried_by(username, route, of=48):
            continue
        client = browser(username)
        for token in ("", "0" * 64):
            with nothing_written(route, wrong=wrong):
                answer = sent(client, path, address=address, token=token)
            if answer.status != 403 or "Niet aangenomen" not in answer.words.decode():
                wrong.append(f"{route}: {answer.status} to a form with the token {token!r}")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.usefixtures("quick_pages", "printed_once", "short_report")
def test_no_address_takes_another_method_than_its_view_says(
    records: dict[str, uuid.UUID],
) -> None:
    browser = cache(people.browser)
    wrong: list[str] = []
    for route, address in ADDRESSES.items():
        path = address.path.format(**records)
        username = first_of(address)
        if not tried_by(username, route, of=48) or route == "taal/":
            continue
        client = browser(username)
        never = NEVER[len(route) % len(NEVER)]
        for method in (never,) if takes_forms(path) else (never, "POST"):
            with nothing_written(route, wrong=wrong):
                answer = absent.asked(client, method, path)
            if answer.status != 405:
                wrong.append(f"{method} {route}: {answer.status}")
    assert wrong == [], "\n".join(wrong)


def test_every_view_says_with_which_methods_it_can_be_asked_for() -> None:
    found = patterns(get_resolver())
    assert [route for route, each in found if not methods_of(each.callback)] == []


def test_signing_out_ends_the_session(platform: str) -> None:
    client = people.browser(people.POLICY_OFFICER)
    assert client.post("/afmelden/").status_code == 302
    assert client.get("/trainingen/").headers["Location"].startswith("/aanmelden/")


def test_whoever_is_not_signed_in_is_sent_to_sign_in(records: dict[str, uuid.UUID]) -> None:
    elsewhere, nobody = [], Client()
    for route, address in ADDRESSES.items():
        if address.public:
            continue
        path = address.path.format(**records)
        answer = getattr(nobody, address.method)(path)
        if not answer.headers.get("Location", "").startswith("/aanmelden/?next="):
            elsewhere.append(route)
    assert elsewhere == []
