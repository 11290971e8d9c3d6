"""Berichten, how they come, and the private calendar, as their readers see them."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from tests.browser import office
from tests.browser.reading import filled, read
from tests.core.accounts.doing import administrator
from tests.core.journal.making import as_administrator, as_role
from tests.core.notices.reading import read_calendar
from tests.site import people

from vijfluik.core.accounts.actions import leave
from vijfluik.core.notices.feeds import OF_ONE_LINK, OF_ONE_PLACE
from vijfluik.core.notices.making import make
from vijfluik.core.notices.models import Mail, Reason
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import AMSTERDAM

RUBEN = people.PROVIDER
NEW = re.compile(r"(\d+) ongelezen")


@pytest.fixture(autouse=True)
def _inside(office_database: str, database: str) -> Iterator[None]:
    with office.entered(office_database, back_to=database):
        yield


def unread(page: str) -> int:
    found = NEW.search(" ".join(page.split()))
    return int(found.group(1)) if found else 0


def test_a_notice_leads_to_its_record_and_counts_until_it_was_read() -> None:
    training = office.requested()
    make(who=people.somebody(RUBEN), at=timezone.now())
    ruben = office.visitor(RUBEN)
    before = read(ruben.get("/mijn-account/"))
    page = read(ruben.get("/berichten/"))
    assert training.title in page.text
    assert "Reageren op de aanvraag" in page.text
    assert unread(before.text) == unread(page.text) >= 1
    links = [each for each in page.addresses if re.fullmatch(r"/berichten/[0-9a-f-]{36}/", each)]
    targets = {link: ruben.get(link).headers["Location"] for link in links}
    assert f"/trainingen/{training.key}/" in targets.values()
    assert unread(read(ruben.get("/mijn-account/")).text) == 0
    # Another finds neither the notice nor where it leads.
    for link in links:
        assert office.visitor("sietske").get(link).status_code == 404
    told = read(ruben.post("/berichten/gelezen/", follow=True)).text
    assert "U heeft alles gelezen." in told


def test_who_has_none_is_told_when_there_would_be() -> None:
    assert "Er zijn geen berichten" in read(office.visitor(people.OUTSIDER).get("/berichten/")).text


@override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=1)
def test_how_notices_come_is_chosen_on_a_page() -> None:
    ruben = office.visitor(RUBEN)
    settings = "/mijn-account/berichten/"
    chosen = ruben.post(settings, filled(ruben.get(settings), rhythm="weekly"), follow=True)
    assert "Opgeslagen." in read(chosen).text
    refused = ruben.post(f"{settings}adres/", {"address": "geen adres"})
    assert refused.status_code == 422
    assert "naam@organisatie.nl" in read(refused).text
    given = ruben.post(f"{settings}adres/", {"address": "ruben@ror.example"}, follow=True)
    assert "ruben@ror.example" in read(given).text
    link = f"{settings}bevestigen/{people.professional(RUBEN).key}/geraden/"
    assert "werkt niet meer" in read(ruben.post(link, follow=True)).text
    gone = read(ruben.post(f"{settings}adres/weg/", follow=True)).text
    assert "nog geen" in gone
    assert "ruben@ror.example" not in gone


def test_who_administers_accounts_sees_that_nobody_sends() -> None:
    page = read(office.visitor(people.ACCOUNT_ADMINISTRATOR).get("/beheer/accounts/mail/")).text
    assert "De verzender" in page
    assert "Alles kwam aan" in page


def work_of(username: str) -> str:
    return read(office.visitor(username).get("/mijn-werk/")).text


def test_that_nobody_sends_or_mail_failed_for_good_is_work_of_who_administers_accounts(
    office_database: str,
) -> None:
    still, failed = "De verzender staat stil", "Mail kwam niet aan"
    administrator_of_accounts = people.ACCOUNT_ADMINISTRATOR
    page = read(office.visitor(administrator_of_accounts).get("/mijn-werk/"))
    assert still in page.text
    assert "ging nog niet rond" in page.text
    assert failed not in page.text
    assert "/beheer/accounts/mail/" in page.addresses
    with acting(people.somebody(RUBEN)) as who:
        at = timezone.now()
        mail = Mail(professional_id=who.actor.key, reason=Reason.DIRECT, made_at=at, next_try_at=at)
        mail.save(force_insert=True)
    with as_administrator(office_database) as admin:
        admin.execute("INSERT INTO notices_round VALUES (1, now() - interval '6 minutes')")
    assert still in work_of(administrator_of_accounts)
    with as_administrator(office_database) as admin:
        admin.execute("UPDATE notices_round SET ended_at = now()")
        # Tried and to be tried again is not failed for good.
        admin.execute("UPDATE notices_mail SET fault = 'later', tries = 3")
    page_text = work_of(administrator_of_accounts)
    assert still not in page_text
    assert failed not in page_text
    with as_administrator(office_database) as admin:
        admin.execute(
            "UPDATE notices_mail SET fault = 'refused', given_up_at = now() WHERE key = %s",
            [mail.key],
        )
    told = work_of(administrator_of_accounts)
    assert failed in told
    assert "1 persoon" in told
    assert failed not in work_of(RUBEN)
    # A later mail that arrives settles it; who administers accounts does not learn of which.
    with as_administrator(office_database) as admin:
        admin.execute(
            "INSERT INTO notices_mail (key, professional_id, reason, made_at, next_try_at, tries,"
            " sent_at, fault) SELECT gen_random_uuid(), professional_id, reason, made_at,"
            " next_try_at, 1, now() + interval '1 second', '' FROM notices_mail WHERE key = %s",
            [mail.key],
        )
    assert failed not in work_of(administrator_of_accounts)
    with as_administrator(office_database) as admin:
        admin.execute("DELETE FROM notices_mail")
        admin.execute("DELETE FROM notices_round")


def link_of(client: Client) -> str:
    """A calendar link that was just made, as the page shows it once."""
    page = client.post("/mijn-account/agenda/nieuw/", follow=True)
    (address,) = re.findall(r'value="http://127\.0\.0\.1(/agenda/[^"]+\.ics)"', str(page.content))
    assert address not in client.get("/mijn-account/agenda/").content.decode()
    return str(address)


def test_a_calendar_link_tells_days_without_signing_in_until_it_is_withdrawn() -> None:
    training, ruben, stranger = office.planned(days=9), office.visitor(RUBEN), Client()
    first = link_of(ruben)
    answer = stranger.get(first)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    events = read_calendar(answer.content)
    due = dt.datetime.now(AMSTERDAM).date() + dt.timedelta(days=16)
    assert f"{due:%Y%m%d}" in {each["DTSTART"][:8] for each in events}
    assert {each["SUMMARY"] for each in events} == {"Overleg"}
    for word in (training.title, training.reference, str(training.key), "ror", "Ruben"):
        assert word not in answer.content.decode()
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT actor_name FROM journal_event WHERE action = 'calendar.read'"
            " ORDER BY moment DESC LIMIT 1"
        ).fetchall()
    assert told == [(people.professional(RUBEN).name,)]
    second = link_of(ruben)
    assert stranger.get(first).status_code == 404
    assert stranger.get(second).status_code == 200
    ruben.post("/mijn-account/agenda/weg/")
    assert stranger.get(second).status_code == 404


def test_a_calendar_link_is_not_guessed_not_flooded_and_ends_with_the_account(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stranger, link = Client(REMOTE_ADDR="10.0.0.9"), link_of(office.visitor("sietske"))
    asked = [stranger.get(link) for _ in range(OF_ONE_LINK.per_account + 1)]
    assert {each.status_code for each in asked[:-1]} == {200}
    assert asked[-1].status_code == 429
    assert int(asked[-1].headers["Retry-After"]) > 0
    guesser = Client(REMOTE_ADDR="10.0.0.10")
    guessed = [guesser.get(f"/agenda/{n}.ics") for n in range(OF_ONE_PLACE.per_account + 1)]
    assert [each.status_code for each in guessed] == [404] * (len(guessed) - 1) + [429]
    # Refusals are logged with their address; this one holds the secret.
    assert "agenda" not in caplog.text
    other = link_of(office.visitor("oscar"))
    leave(who=administrator(), key=people.professional("oscar").key, reason="andere baan")
    assert Client(REMOTE_ADDR="10.0.0.11").get(other).status_code == 404
