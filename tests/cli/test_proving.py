"""Whoever acts by a command in earnest proves it; an empty installation gets its first people."""

import datetime as dt
import getpass
import io
import sys

import psycopg
import pytest
from django.conf import settings
from psycopg import sql
from tests.core.accounts.doing import (
    PASSWORD,
    code_now,
    invited,
    signed_in,
    taken_in_use,
    told,
    with_proof,
)
from tests.core.journal.making import as_role
from tests.core.mandates.test_actions import administrator as mandate_administrator
from tests.documents import as_told
from tests.site import people

from vijfluik.cli import test_database
from vijfluik.cli.acting import acting_as
from vijfluik.cli.commands import accounts as command
from vijfluik.cli.commands import journal, municipalities
from vijfluik.cli.demonstration import in_earnest
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.proving import refuse_without_proof
from vijfluik.core.accounts.first import give_link
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.journal.verifying.faults import Outcome
from vijfluik.core.mandates import actions as mandates
from vijfluik.core.mandates.first import give_first
from vijfluik.core.partners.models import Organisation, Place, Professional, Purpose, Role
from vijfluik.core.partners.queries import today

A_DAY = dt.timedelta(days=1)


class Terminal(io.StringIO):
    """A terminal, of which nothing else is asked."""

    def isatty(self) -> bool:
        return True


def typed(patch: pytest.MonkeyPatch, *words: str) -> None:
    """Somebody types these, one after the other."""
    answers = iter(words)
    patch.setattr(getpass, "getpass", lambda _prompt="": next(answers))
    patch.setattr(sys, "stdin", Terminal())


def test_a_command_takes_password_and_code_and_is_journalled(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert acting_as(name="noor").actor.name == "Noor Verhagen"
    with with_proof():
        taken_in_use(invited())
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        with pytest.raises(CommandFailed, match="at a terminal"):
            acting_as(name="nieuw")
        code = code_now()
        typed(monkeypatch, PASSWORD, code, PASSWORD, code, "x", code_now(ahead=1))
        assert acting_as(name="nieuw").origin == "command"
        # The same code again, and another password.
        for _ in range(2):
            with pytest.raises(CommandFailed, match="is not right"):
                acting_as(name="nieuw")
        typed(monkeypatch, *["x"] * 20)
        for _ in range(LIMITS.per_account - 2):
            with pytest.raises(CommandFailed, match="is not right"):
                acting_as(name="nieuw")
        with pytest.raises(CommandFailed, match="too often"):
            acting_as(name="nieuw")
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT result, origin, actor_name FROM journal_event"
            " WHERE action = 'session.signed_in' ORDER BY moment"
        ).fetchall()
    failures = LIMITS.per_account
    assert rows[0] == ("done", "command", "Nina Nieuw")
    assert rows[1:-1] == [("failed", "command", "")] * failures
    assert rows[-1] == ("denied", "command", "")


def test_a_database_in_earnest_takes_no_command_without_proof(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = settings.DATABASES["default"]
    monkeypatch.delenv("DATABASE_URL")
    assert not in_earnest()
    role, word = str(address["USER"]), str(address["PASSWORD"])
    administrator = test_database.administrator_of(name=committed)
    monkeypatch.setenv(
        "DATABASE_URL",
        test_database.address(administrator, user=role, password=word, database=committed),
    )
    assert in_earnest()
    monkeypatch.delenv("VIJFLUIK_SIGN_IN", raising=False)
    with pytest.raises(CommandFailed, match="nobody can prove"):
        refuse_without_proof()
    monkeypatch.setenv("VIJFLUIK_SIGN_IN", "proof")
    refuse_without_proof()


@pytest.fixture
def empty(committed: str) -> str:
    """An installation of which the tables are there, and nobody is."""
    of_people = (
        "mandates_deputy",
        "partners_mandate",
        "partners_mandate_version",
        "accounts_link",
        "accounts_account",
        "partners_professional",
    )
    with psycopg.connect(
        test_database.administrator_of(name=committed), autocommit=True
    ) as administrator:
        administrator.execute("SET session_replication_role = replica")
        for table in of_people:
            administrator.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
    assert not Professional.objects.using("owner").exists()
    return committed


PEOPLE = (("anna", "Anna Een"), ("bram", "Bram Twee"), ("cato", "Cato Drie"), ("dirk", "Dirk Vier"))


def test_an_empty_installation_comes_to_two_administrators_of_each_sort(
    empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command.run(["organisation", "minx", "--name", "Ministerie X"])
    for username, name in PEOPLE:
        words = ["--name", name, "--employer", "minx", "--reason", "inrichting"]
        command.run(["person", username, *words])
    made = {each.username: each for each in Professional.objects.using("owner").all()}
    (event,) = told(made["anna"].key)
    assert event[:2] == ("account.founded", "done")
    give_first(
        administrators=("anna", "bram"), witness="cato", until=today() + 200 * A_DAY,
        reason="inrichting",
    )  # fmt: skip
    with with_proof():
        for username, witness in (("anna", "bram"), ("bram", "anna"), ("cato", "anna")):
            taken_in_use(give_link(username=username, witness=witness, reason="inrichting"))
        assert signed_in("anna").get("/beheer/mandaten/").status_code == 200
        for username in ("cato", "dirk"):
            mandate = mandates.propose(
                who=mandate_administrator("anna"),
                professional=made[username].key,
                organisation="minx",
                role=Role.ACCOUNT_ADMINISTRATOR,
                purpose=Purpose.ADMINISTRATION,
                valid_from=today(),
                valid_until=today() + 100 * A_DAY,
            )
            mandates.approve(who=mandate_administrator("bram"), key=mandate.key)
        taken_in_use(give_link(username="dirk", witness="anna", reason="inrichting"))
        for username in ("cato", "dirk"):
            assert signed_in(username).get("/beheer/accounts/").status_code == 200
        # From here on everything goes over the pages, and the owner gives nothing more.
        taken_in_use(invited("eva", who=mandate_administrator("cato")))
        typed(monkeypatch, PASSWORD, code_now(ahead=1))
        with pytest.raises(CommandFailed, match="on the pages"):
            command.run(["link", "eva", "--witness", "anna", "--reason", "x"])


def test_from_the_first_password_on_a_witness_types_it(
    empty: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command.run(["organisation", "minx", "--name", "Ministerie X"])
    for username, name in PEOPLE[:2]:
        words = ["--name", name, "--employer", "minx", "--reason", "inrichting"]
        command.run(["person", username, *words])
    link = ["link", "anna", "--witness", "bram", "--reason", "inrichting"]
    with with_proof():
        # Nobody has anything to prove with yet.
        command.run(link)
        assert "/begin/" in capsys.readouterr().out
        taken_in_use(give_link(username="anna", witness="bram", reason="inrichting"))
        link = ["link", "bram", "--witness", "anna", "--reason", "inrichting"]
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        with pytest.raises(CommandFailed, match="at a terminal"):
            command.run(link)
        typed(monkeypatch, "x", code_now(), PASSWORD, code_now())
        with pytest.raises(CommandFailed, match="is not right"):
            command.run(link)
        command.run(link)
        assert "/begin/" in capsys.readouterr().out
        # Who has nothing to prove with is no witness any more, and no other name is one.
        typed(monkeypatch, "x", "x")
        for words in (["--witness", "bram"], ["--witness", "niemand"]):
            with pytest.raises(CommandFailed, match=r"is not right|no account in service"):
                command.run(["link", "anna", *words, "--reason", "x"])
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT result, actor_name FROM journal_event WHERE action = 'session.signed_in'"
            " AND origin = 'command' ORDER BY moment"
        ).fetchall()
    assert rows == [("failed", ""), ("done", "Anna Een"), ("failed", "")]


def test_what_the_owner_says_by_command_is_said_in_somebodys_name_and_why(
    committed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Organisation.objects.using("owner").filter(code="wolverdam").update(place=None)
    place = Place.objects.using("owner").filter(kind="municipality").order_by("-valid_from")[0]
    words = ["tie", "wolverdam", place.code, "--reason", "Nieuwe gemeente"]
    with pytest.raises(CommandFailed, match="no account in service named 'niemand'"):
        municipalities.run([*words, "--witness", "niemand"])
    municipalities.run([*words, "--witness", "amina"])
    assert place.code in capsys.readouterr().out
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT actor_name, object_key, reason, origin FROM journal_event"
            " WHERE action = 'record.changed'"
        ).fetchall()
    reason = "Door de eigenaar van de installatie: Nieuwe gemeente"
    assert rows == [("Amina Said", "wolverdam", reason, "command")]


def test_sessions_end_by_the_owner_only_once_a_witness_proved_it(
    committed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    every = list(as_told("accounts end-sessions --all"))[1:]
    witness = every[every.index("--witness") + 1]
    one = ["nieuw" if word == "--all" else word for word in every]
    with with_proof():
        person, seen_by = taken_in_use(invited()), taken_in_use(invited(witness))
        theirs, another, own = signed_in("nieuw"), signed_in("nieuw", ahead=1), signed_in(witness)
        typed(monkeypatch, "x", code_now(ahead=1), PASSWORD, code_now(ahead=1))
        with pytest.raises(CommandFailed, match="is not right"):
            command.run(one)
        assert theirs.get("/mijn-account/").status_code == 200
        command.run(one)
        assert capsys.readouterr().out == "2 sessions of 1 people ended.\n"
        assert [each.get("/mijn-account/").status_code for each in (theirs, another, own)] == [
            302,
            302,
            200,
        ]
        # Nobody is the witness of what happens to their own alone, and a reason is given.
        monkeypatch.setattr(command, "prove_witness", lambda *_, **__: None)
        for words in (
            [witness if word == "nieuw" else word for word in one],
            [*one[:-1], " "],
        ):
            with pytest.raises(CommandFailed, match=r"another person|Say why"):
                command.run(words)
        assert own.get("/mijn-account/").status_code == 200
        command.run(every)
        assert own.get("/mijn-account/").status_code == 302
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT action, result, actor::text, object_key, reason FROM journal_event"
            " WHERE origin = 'command' AND action IN ('session.signed_in', 'session.ended')"
            " ORDER BY moment"
        ).fetchall()
    reason = f"Door de eigenaar van de installatie: {every[-1]}"
    assert [row[:3] for row in rows[:3]] == [
        ("session.signed_in", "failed", None),
        ("session.signed_in", "done", str(seen_by.key)),
        ("session.ended", "done", str(seen_by.key)),
    ]
    assert [row[3:] for row in rows[2:]] == [(str(person.key), reason), (str(seen_by.key), reason)]


def test_verifying_names_nobody_who_did_not_prove_it(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = Outcome(
        fault=None, blocks=0, events=0, waiting=0, dropped=(), heads=0, head=None, seconds=0.0
    )
    with with_proof():
        journal.note(sound, account=None)
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        with pytest.raises(CommandFailed, match="at a terminal"):
            journal.note(sound, account="aukje")
    journal.note(sound, account=None)
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT actor_name FROM journal_event WHERE action = 'journal.verified' ORDER BY moment"
        ).fetchall()
    assert [name for (name,) in rows] == ["", people.professional("aukje").name]
