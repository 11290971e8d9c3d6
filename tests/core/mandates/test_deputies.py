"""Somebody acts for another for a while: in the own name, and never as the second pair of eyes."""

import contextlib
import datetime as dt
import uuid

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from tests.core.journal.making import as_role
from tests.core.mandates.test_actions import administrator, other, proposed
from tests.registers.examples import made
from tests.site import people

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.mandates import actions, deputies
from vijfluik.core.mandates.actions import Invalid
from vijfluik.core.mandates.administrators import working_administrators
from vijfluik.core.mandates.deputies import DeputyState, Period, deputy_state
from vijfluik.core.mandates.lifecycle import State, state_of
from vijfluik.core.mandates.models import Deputy
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import FourEyes, Mandate, Purpose
from vijfluik.core.partners.queries import grants_of, months_after, today
from vijfluik.core.registers.actions import step as take_step
from vijfluik.demo.people import key_of
from vijfluik.programme.advice.models import AdviceStep
from vijfluik.programme.advice.register import REGISTER as ADVICE
from vijfluik.programme.trainings.models import Training

DAY = dt.timedelta(days=1)
# Of the same ministry: a policy officer, and an administrator who replaces that officer.
REPLACED, DEPUTY = people.POLICY_OFFICER, people.ADMINISTRATOR


def mandate_of(username: str, *, who: Acting | None = None) -> Mandate:
    with acting(who or people.somebody(username)):
        found = Mandate.objects.filter(professional=key_of(username)).first()
    assert found is not None
    return found


def asked(
    *,
    replaced: str = REPLACED,
    deputy: str = DEPUTY,
    begins: int = 0,
    ends: int = 14,
    who: Acting | None = None,
) -> Deputy:
    return deputies.propose_deputy(
        who=who or people.somebody(replaced),
        mandate=mandate_of(replaced).key,
        professional=key_of(deputy),
        period=Period(valid_from=today() + begins * DAY, valid_until=today() + ends * DAY),
    )


def accepted(**asks: object) -> Deputy:
    made = asked(**asks)  # type: ignore[arg-type]
    username = str(asks.get("deputy", DEPUTY))
    return deputies.accept(who=people.somebody(username), key=made.key)


def test_a_deputy_works_from_acceptance_until_the_end_in_the_own_name(committed: str) -> None:
    client = people.browser(DEPUTY)
    made = asked()
    assert client.get("/trainingen/").status_code == 404
    deputies.accept(who=people.somebody(DEPUTY), key=made.key)
    page = client.get("/trainingen/")
    assert page.status_code == 200
    assert "in plaats van Noor Verhagen" in page.content.decode()
    with acting(people.somebody(DEPUTY)):
        assert Training.objects.count() == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT access.everywhere('trainings', 'read')")
            assert cursor.fetchone() == (True,)
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT DISTINCT actor, actor_name, mandate FROM journal_event"
            " WHERE action = 'record.listed' AND object_type LIKE 'training%%'"
        ).fetchall()
    name = "Maarten de Beer (in plaats van Noor Verhagen)"
    assert rows == [(key_of(DEPUTY), name, mandate_of(REPLACED).key)]
    deputies.end_deputy(who=people.somebody(REPLACED), key=made.key)
    assert client.get("/trainingen/").status_code == 404
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT action, actor_name FROM journal_event WHERE object_key = %s"
            " AND action <> 'access.decided' ORDER BY moment",
            [str(made.key)],
        ).fetchall()
    assert told == [
        ("deputy.proposed", "Noor Verhagen"),
        ("deputy.accepted", "Maarten de Beer"),
        ("deputy.ended", "Noor Verhagen"),
    ]


def test_before_its_first_day_and_after_its_last_it_gives_nothing(committed: str) -> None:
    accepted(begins=1)
    own = len(grants_of(key_of(DEPUTY)))
    assert own == 1
    later = accepted(begins=0, ends=1)
    assert len(grants_of(key_of(DEPUTY))) == 2
    assert deputy_state(later, on=today() + DAY) == DeputyState.OVER
    Deputy.objects.using("owner").filter(key=later.key).update(
        valid_from=today() - DAY, valid_until=today()
    )
    assert len(grants_of(key_of(DEPUTY))) == 1


def test_it_gives_no_more_than_the_mandate_does(committed: str) -> None:
    accepted()
    held = mandate_of(REPLACED).key
    actions.end(who=other(), key=held, reason="Andere baan")
    assert len(grants_of(key_of(DEPUTY))) == 1
    with acting(people.somebody(DEPUTY)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access.rules()")
        assert cursor.fetchone() == (0,)


def test_who_replaces_is_no_second_pair_of_eyes(committed: str) -> None:
    accepted(replaced=people.ADMINISTRATOR, deputy=people.OTHER_ADMINISTRATOR)
    made = proposed()
    with pytest.raises(EdgeRefused, match="vervangt"):
        actions.approve(who=other(), key=made.key)
    by_the_other = proposed(who=other(), professional=people.PROVIDER)
    with pytest.raises(EdgeRefused, match="vervangt"):
        actions.approve(who=administrator(), key=by_the_other.key)
    refused = (
        "UPDATE partners_mandate SET approved_by_id = partners.actor(), approved_at = now()"
        f" WHERE key = '{made.key}'"
    )
    with (
        acting(other()),
        pytest.raises(DatabaseError, match="one pair of eyes"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(refused)


def test_what_was_proposed_during_it_stays_closed_to_both_afterwards(committed: str) -> None:
    pair = accepted(replaced=people.ADMINISTRATOR, deputy=people.OTHER_ADMINISTRATOR)
    made = proposed()
    deputies.end_deputy(who=other(), key=pair.key)
    with pytest.raises(EdgeRefused, match="vervangt"):
        actions.approve(who=other(), key=made.key)
    later = proposed(professional=people.PROVIDER)
    assert actions.approve(who=other(), key=later.key).approved_by_id == key_of("willemijn")


def test_only_who_is_asked_accepts_and_only_those_it_is_about_end_it(committed: str) -> None:
    made = asked()
    for username in (REPLACED, people.OTHER_ADMINISTRATOR, people.PROVIDER):
        with pytest.raises(Refused):
            deputies.accept(who=people.somebody(username), key=made.key)
    with pytest.raises(Refused):
        deputies.end_deputy(who=people.somebody(people.PROVIDER), key=made.key)
    deputies.end_deputy(who=other(), key=made.key)
    with pytest.raises(EdgeRefused, match="wacht niet meer"):
        deputies.accept(who=people.somebody(DEPUTY), key=made.key)
    with pytest.raises(EdgeRefused, match="voorbij"):
        deputies.end_deputy(who=other(), key=made.key)


def test_an_administrator_asks_it_for_who_is_ill_and_nobody_else_does(committed: str) -> None:
    made = asked(who=other())
    assert made.proposed_by_id == key_of("willemijn")
    held = mandate_of(REPLACED).key
    with pytest.raises(Refused):
        deputies.propose_deputy(
            who=people.somebody(people.PROVIDER),
            mandate=held,
            professional=key_of(DEPUTY),
            period=Period(valid_from=today(), valid_until=today() + DAY),
        )


def test_what_cannot_be_asked_is_said_per_field(committed: str) -> None:
    for changes, field in (
        ({"deputy": REPLACED}, "professional"),
        ({"deputy": people.PROVIDER}, "professional"),
        ({"ends": 0}, "valid_until"),
        ({"ends": 400}, "valid_until"),
    ):
        with pytest.raises(Invalid) as raised:
            asked(**changes)
        assert set(raised.value.faults) == {field}
    asked()
    with pytest.raises(Invalid, match="er al"):
        asked(begins=3)


INSERT = (
    "INSERT INTO mandates_deputy (key, mandate_id, replaced_id, professional_id, valid_from,"
    " valid_until, proposed_by_id, proposed_at, accepted_at) VALUES (gen_random_uuid(),"
    " '{mandate}', '{replaced}', '{deputy}', partners.today(), partners.today() + 9,"
    " partners.actor(), now(), {accepted})"
)


def done(statement: str, *, who: Acting) -> bool:
    """Whether PostgreSQL let the application do it; it is undone either way."""
    let = False
    with acting(who), contextlib.suppress(DatabaseError), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(statement)
            let = cursor.rowcount > 0
        transaction.set_rollback(True)
    return let


def test_the_database_alone_refuses_what_is_not_fair(committed: str) -> None:
    held, noor = mandate_of(REPLACED).key, key_of(REPLACED)
    fair = {"mandate": held, "replaced": noor, "deputy": key_of(DEPUTY), "accepted": "NULL"}
    who = people.somebody(REPLACED)
    assert done(INSERT.format(**fair), who=who)
    for unfair in (
        {"accepted": "now()"},
        {"deputy": noor},
        {"deputy": key_of(people.PROVIDER)},
        {"replaced": key_of(people.ADMINISTRATOR)},
        {"mandate": mandate_of(people.AUDITOR).key},
    ):
        assert not done(INSERT.format(**{**fair, **unfair}), who=who), unfair
    assert not done(INSERT.format(**fair), who=people.somebody(people.PROVIDER))
    made = asked()
    change = f"UPDATE mandates_deputy SET {{}} WHERE key = '{made.key}'"
    assert not done(change.format("accepted_at = now()"), who=who)
    assert not done(change.format("valid_until = valid_until + 9"), who=people.somebody(DEPUTY))
    assert done(change.format("accepted_at = now()"), who=people.somebody(DEPUTY))
    ended = f"ended_at = now(), ended_by_id = '{noor}'"
    assert not done(change.format(ended), who=people.somebody(DEPUTY))


def test_every_table_of_four_eyes_knows_who_replaces_whom(platform: str) -> None:
    tables = {
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, FourEyes) and not model._meta.abstract
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'other_eyes'")
        assert {row[0] for row in cursor.fetchall()} == tables
    assert {"partners_mandate", "accounts_link", "figure_official"} <= tables


def test_a_step_of_four_eyes_is_refused_to_a_deputy_in_raw_sql_too(platform: str) -> None:
    wietske, bram = people.somebody("wietske"), people.somebody("bram")

    def decline(who: Acting) -> bool:
        """Whether the step stands as raw SQL of somebody, who says truly who proposed it."""
        step = (
            "INSERT INTO {} (key, advice_id, edge, from_state, to_state, business_date,"
            " registered_at, taken_by_id, proposed_by_id, reason) VALUES (gen_random_uuid(),"
            " '{}', 'decline', 'decline_proposed', 'declined', partners.today(), now(), '{}',"
            " '{}', 'R')"
        )
        return done(
            step.format(AdviceStep._meta.db_table, record.key, who.actor.key, wietske.actor.key),
            who=who,
        )

    record = made(ADVICE, who=wietske)
    take_step(
        ADVICE, who=wietske, key=record.key, edge="propose_decline", reason="Buiten de opdracht"
    )
    assert decline(bram)
    # Another record, proposed by the one whom Bram replaces meanwhile.
    accepted(replaced="wietske", deputy="bram")
    record = made(ADVICE, who=wietske, reference="A-2")
    take_step(
        ADVICE, who=wietske, key=record.key, edge="propose_decline", reason="Buiten de opdracht"
    )
    assert not decline(people.somebody("bram"))


def test_the_pages_lead_from_asking_to_the_end(committed: str) -> None:
    noor, maarten = people.browser(REPLACED), people.browser(DEPUTY)
    asks = {
        "mandate": str(mandate_of(REPLACED).key),
        "professional": str(key_of(DEPUTY)),
        "valid_from": today().isoformat(),
        "valid_until": (today() + 7 * DAY).isoformat(),
    }
    new = "/mijn-account/vervanging/nieuw/"
    assert noor.get(new).status_code == 200
    assert noor.post(new, {**asks, "professional": ""}).status_code == 422
    assert noor.post(new, asks).status_code == 302
    with acting(people.somebody(REPLACED)):
        key = Deputy.objects.get().key
    page = f"/mijn-account/vervanging/{key}/"
    assert "aanvaarden/" in maarten.get(page).content.decode()
    assert "aanvaarden/" not in noor.get(page).content.decode()
    assert "Vervanging aanvaarden" in maarten.get("/mijn-werk/").content.decode()
    assert "vervangen?" in maarten.get(f"{page}aanvaarden/").content.decode()
    assert maarten.post(f"{page}aanvaarden/").status_code == 302
    assert "Aanvaard." in maarten.get("/mijn-account/vervanging/").content.decode()
    assert people.browser(people.PROVIDER).get(page).status_code == 404
    assert noor.post(f"{page}beeindigen/").status_code == 302
    assert noor.post(f"{page}beeindigen/").status_code == 302
    assert maarten.get("/trainingen/").status_code == 404
    for_noor = f"/beheer/mandaten/{asks['mandate']}/vervangen/"
    willemijn = people.browser(people.OTHER_ADMINISTRATOR)
    assert willemijn.post(for_noor, asks).status_code == 302
    assert (
        "wacht op aanvaarding" in willemijn.get(for_noor.replace("vervangen/", "")).content.decode()
    )


def test_a_mandate_that_nobody_reviewed_for_half_a_year_lapses(committed: str) -> None:
    held = mandate_of(people.PROVIDER)
    client = people.browser(people.PROVIDER)
    rows = Mandate.objects.using("owner").filter(key=held.key)
    for days in range(175, 190):
        reviewed = today() - days * DAY
        rows.update(reviewed_on=reviewed)
        held.reviewed_on = reviewed
        works = months_after(reviewed, months=6) >= today()
        # PostgreSQL and Python count the same months.
        assert (len(grants_of(held.professional_id)) == 1) is works
        assert (state_of(held, on=today()) == State.IN_FORCE) is works
    assert client.get("/trainingen/").status_code == 404
    with pytest.raises(EdgeRefused, match="verlopen"):
        actions.review(who=administrator(), key=held.key)
    page = people.browser(people.ADMINISTRATOR).get(f"/beheer/mandaten/{held.key}/")
    assert "een half jaar door niemand beoordeeld" in page.content.decode()


def test_an_administrator_whose_mandate_lapsed_counts_no_more(committed: str) -> None:
    with acting(administrator()):
        assert working_administrators(on=today()).count() == 2
        assert working_administrators(on=months_after(today(), months=6)).count() == 0


def test_nothing_of_a_deputy_is_seen_by_others(committed: str) -> None:
    made = asked()
    for username in (people.PROVIDER, people.OUTSIDER):
        with acting(people.somebody(username)):
            assert not Deputy.objects.exists()
    with acting(people.somebody(people.AUDITOR, purpose=Purpose.OVERSIGHT)):
        assert Deputy.objects.get().key == made.key
    assert isinstance(made.key, uuid.UUID)
