"""Whoever withdraws is gone: every table of the database is searched for the name.

What is done is done as the application's own role, through the pages; what is left is looked for by
a superuser, from whom row-level security hides nothing.
"""

import base64
import re
import uuid
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, transaction
from psycopg import sql
from tests.browser.reading import filled
from tests.browser.reading import read as read_page
from tests.core.journal.making import as_administrator, as_role
from tests.pointing import point_at
from tests.programme.networks.doing import (
    ADDRESS,
    CANARY,
    OWN,
    correct,
    dated_back,
    in_days,
    member,
    network,
    posted,
    rows,
    withdraw,
)
from tests.site.people import browser, somebody

from vijfluik.cli.commands import destroyer
from vijfluik.core.access.gate import Refused
from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing.staging import stage
from vijfluik.core.registers.importing.writing import import_file
from vijfluik.core.retention.book import FILE, read, run
from vijfluik.core.retention.models import Tombstone
from vijfluik.programme.attachments.vocabulary import Ground
from vijfluik.programme.networks.members.terms import NOTICE_DAYS
from vijfluik.programme.networks.registers import MEMBERS, NETWORKS
from vijfluik.programme.networks.vocabulary import Leaving

EVERY_TABLE = (
    "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'm') AND n.nspname <> 'information_schema'"
)


def forms_of(word: str) -> list[str]:
    """A word as it may stand in a row written as text: as it is, as bytes, in base64."""
    found = [word, word.encode().hex()]
    for shift in range(3):
        coded = base64.b64encode(b" " * shift + word.encode() + b" ").decode()
        # Without the ends, which depend on what stands beside it.
        found.append(coded[4:-4])
    return found


def places_of(database: str, *words: str) -> list[str]:
    """Every table, the catalogs included, with a row in which one of the words stands."""
    with as_administrator(database) as admin:
        admin.execute("ANALYZE")
        return places_seen(admin, *words)


def places_seen(admin: psycopg.Connection[tuple[object, ...]], *words: str) -> list[str]:
    """The same, as a superuser sees it in the transaction of this connection."""
    pattern = "|".join(re.escape(form) for word in words for form in forms_of(word))
    found = []
    for schema, table in admin.execute(EVERY_TABLE).fetchall():
        place = sql.Identifier(str(schema), str(table))
        asked = sql.SQL("SELECT count(*) FROM {} t WHERE t::text ~* %s").format(place)
        if admin.execute(asked, [pattern]).fetchone() != (0,):
            found.append(f"{schema}.{table}")
    return sorted(found)


@pytest.mark.thorough
@pytest.mark.parametrize("word", ["Quibbelaar", "zwertsma@quibb"])
def test_the_search_bites_in_every_form(committed: str, word: str) -> None:
    with as_administrator(committed) as admin:
        admin.execute("CREATE TABLE a_text AS SELECT %s::text AS said", [f"van {word}."])
        admin.execute("CREATE TABLE bytes AS SELECT %s::bytea AS said", [f"x{word}x".encode()])
        admin.execute(
            "CREATE TABLE coded AS SELECT unnest(%s::text[]) AS said",
            [[base64.b64encode(f"{'ab'[:n]}{word} en meer".encode()).decode() for n in range(3)]],
        )
    assert places_of(committed, word) == [
        "pg_catalog.pg_statistic", "public.a_text", "public.bytes", "public.coded",
    ]  # fmt: skip


def much_done() -> uuid.UUID:
    """A member with whom everything was done that can be done; answers the key."""
    visitor, of = browser(OWN), network()
    posted(
        visitor, f"/netwerkleden/nieuw/?network={of.key}", reference="L-1",
        name=f"Tjaldine {CANARY}", contact=ADDRESS, consent_how="written",
        consent_for=["invite"], wording="2", consent_on=in_days(-3).isoformat(),
    )  # fmt: skip
    with acting(somebody(OWN)):
        ((key,),) = rows("SELECT key FROM networks_member")
    here = f"/netwerkleden/{key}/"
    posted(visitor, f"{here}wijzigen/", name=f"T. {CANARY}", reason="verschreven")
    posted(visitor, f"{here}vernieuwen/", consent_how="online", wording="2", consent_months="24")
    seen = [visitor.get(here), visitor.get(f"{here}informatieblad/"), visitor.get("/mijn-werk/"),
            visitor.post("/netwerkleden/", {"zoek": CANARY}),
            visitor.post("/zoeken/", {"zoek": CANARY}), visitor.get("/netwerkleden/uitvoer/csv/"),
            visitor.get("/netwerkleden/uitvoer/ods/")]  # fmt: skip
    assert [answer.status_code for answer in seen] == [200] * 7
    # What somebody may try, and what must not be kept of it either.
    refused = visitor.post(f"{here}wijzigen/", {"reason": CANARY, "seen": CANARY, "name": CANARY})
    assert refused.status_code == 422
    with pytest.raises(Invalid):
        withdraw(MEMBERS.model(key=key), reason=f"{CANARY} zei het")
    file = f"naam;kenmerk\n{CANARY};L-9\n".encode()
    with pytest.raises(Refused):
        stage(MEMBERS, who=somebody(OWN), file_name=f"{CANARY}.csv", content=file)
    with pytest.raises(Refused):
        import_file(MEMBERS, who=somebody(OWN), file_name="a.csv", content=file, reason=CANARY)
    return uuid.UUID(str(key))


def test_of_whoever_withdraws_no_table_of_the_database_holds_the_name(committed: str) -> None:
    key = much_done()
    # Nowhere but in what is destroyed: no journal, session, quarantine, sample of statistics.
    assert places_of(committed, CANARY, ADDRESS) == [
        "public.networks_member",
        "public.networks_member_search",
        "public.networks_member_version_now",
        "public.networks_member_version_past",
    ]
    visitor = browser(OWN)
    way = f"/netwerkleden/{key}/toestemming-intrekken/"
    told = read_page(visitor.get(way)).text
    assert "alle gegevens van dit lid vernietigen" in told
    assert "een bewijs zonder naam" in told
    answer = posted(visitor, way)
    assert answer.redirect_chain == [("/netwerkleden/", 302)]
    assert places_of(committed, CANARY, ADDRESS) == []
    for gone in ("", "wijzigen/", "informatieblad/", "toestemming-intrekken/"):
        assert visitor.get(f"/netwerkleden/{key}/{gone}").status_code == 404
    with acting(somebody(OWN)):
        (stone,) = Tombstone.objects.all()
        assert rows("SELECT count(*) FROM networks_memberstep") == [(0,)]
        assert rows("SELECT count(*) FROM lifecycle_due WHERE object_key = %s", key) == [(0,)]
    assert (stone.thing, stone.object_key, stone.organisation) == (
        "network_members", key, "wolverdam",
    )  # fmt: skip
    assert stone.ground == "toestemming ingetrokken"
    assert stone.actor == somebody(OWN).actor.key
    # Consent, a correction and renewed consent; each had a step.
    assert (stone.versions, stone.steps) == (3, 3)
    assert len(bytes(stone.digest)) == 32
    events = page_of_events(wanted=Filter(subject=key)).events
    assert {"record.created", "record.changed", "record.stepped", "record.listed",
            "record.exported", "record.destroyed", "access.decided"} <= {
        event.action for event in events
    }  # fmt: skip


def test_the_hash_is_of_the_versions_that_went(committed: str) -> None:
    record = member(network())
    correct(record, name="Anders")
    with acting(somebody(OWN)):
        hashes = [bytes(row) for (row,) in rows(
            "SELECT row_hash FROM networks_member_version ORDER BY vid")]  # fmt: skip
    withdraw(record)
    with acting(somebody(OWN)):
        assert bytes(Tombstone.objects.get().digest) == sha256(b"".join(hashes)).digest()


def test_a_withdrawal_that_is_rolled_back_destroys_nothing(committed: str) -> None:
    record, who = member(network()), somebody(OWN)
    with acting(who):
        actions.withdraw(MEMBERS, who=who, key=record.key, reason="overleden")
        assert Tombstone.objects.count() == 1
        transaction.set_rollback(True)
    with acting(who):
        assert not Tombstone.objects.exists()
        assert rows("SELECT count(*) FROM networks_member_version") == [(1,)]


def test_consent_that_lapsed_is_read_for_two_weeks_and_then_destroyed(
    committed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    of = network()
    lapsed, over, stands = (member(of, reference=f"L-{number}") for number in range(3))
    dated_back(committed, lapsed, days_over=NOTICE_DAYS)
    dated_back(committed, over, days_over=NOTICE_DAYS + 1)
    with acting(somebody(OWN)):
        # It is a predicate on time: nobody reads it, although nothing was destroyed yet.
        for table in ("", "_version", "_search"):
            asked = f"SELECT DISTINCT key FROM networks_member{table}"
            assert {key for (key,) in rows(asked)} == {lapsed.key, stands.key}, table
    visitor = browser(OWN)
    assert visitor.get(f"/netwerkleden/{over.key}/").status_code == 404
    text = read_page(visitor.get(f"/netwerkleden/{lapsed.key}/")).text
    assert "Toestemming vervallen" in text
    assert "14 dagen te laat" in text
    # The page is there to ask once more; a file would be used, so who lapsed is in none.
    for kind in ExportFormat:
        file = export_records(MEMBERS, who=somebody(OWN), format=kind)
        assert file.rows == 1
        if kind != ExportFormat.ODS:
            assert [str(each.key).encode() in file.content for each in (stands, lapsed)] == [
                True, False,
            ]  # fmt: skip
    monkeypatch.setenv("VIJFLUIK_STATE", str(tmp_path))
    assert destroyer.run(["--once"]) == 0
    assert "1 records were destroyed." in capsys.readouterr().err
    with as_administrator(committed) as admin:
        left = admin.execute("SELECT DISTINCT key FROM networks_member_version").fetchall()
    assert {key for (key,) in left} == {lapsed.key, stands.key}
    with acting(somebody(OWN)):
        (stone,) = Tombstone.objects.all()
    assert (stone.object_key, stone.ground, stone.actor) == (over.key, "termijn verstreken", None)
    (event,) = page_of_events(wanted=Filter(object_key=str(over.key))).events[:1]
    assert (event.action, event.actor, event.origin) == ("record.destroyed", None, "clock")


def test_the_members_of_a_network_that_ended_are_gone(committed: str, tmp_path: Path) -> None:
    of = network()
    record = member(of, consent_on=in_days(-1))
    who = somebody(OWN)
    actions.step(
        NETWORKS, who=who, key=of.key, edge="end", changes={"ended_on": in_days(0)},
        reason="doel bereikt",
    )  # fmt: skip
    with acting(who):
        assert rows("SELECT count(*) FROM networks_member") == [(0,)]
    # Taken up again it asks for consent anew, also when nothing was destroyed meanwhile.
    actions.step(NETWORKS, who=who, key=of.key, edge="reopen", reason="het netwerk gaat verder")
    with acting(who):
        assert rows("SELECT count(*) FROM networks_member") == [(0,)]
    assert run(tmp_path) == 1
    assert places_of(committed, str(record.name)) == []


def test_what_a_restored_backup_brings_back_is_destroyed_again(
    committed: str, tmp_path: Path
) -> None:
    of = network()
    record, other = member(of), member(of, reference="L-2")
    with as_administrator(committed) as admin:
        admin.execute("CREATE TABLE a_backup AS SELECT * FROM networks_member")
    withdraw(record)
    assert run(tmp_path) == 0
    (stone,) = read(tmp_path)
    assert read(tmp_path)[stone] == ("networks_member", record.key)
    assert CANARY not in (tmp_path / FILE).read_text()
    with as_administrator(committed, unguarded=False) as admin:
        admin.execute("INSERT INTO networks_member SELECT * FROM a_backup WHERE key = %s",
                      [record.key])  # fmt: skip
        admin.execute("DROP TABLE a_backup")
    assert run(tmp_path) == 1
    with acting(somebody(OWN)):
        assert [key for (key,) in rows("SELECT key FROM networks_member")] == [other.key]
    assert run(tmp_path) == 0
    assert len(read(tmp_path)) == 2


@pytest.mark.thorough
def test_half_a_line_of_a_full_disk_is_written_again(committed: str, tmp_path: Path) -> None:
    withdraw(member(network()))
    assert run(tmp_path) == 0
    book = tmp_path / FILE
    whole = book.read_text()
    book.write_text(whole[:-30])
    assert read(tmp_path) == {}
    assert run(tmp_path) == 0
    assert book.read_text() == whole


def test_a_book_that_cannot_be_read_stops_the_destroyer(committed: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{}\n")
    with pytest.raises(ValueError, match=r"destroyed\.jsonl:1"):
        run(tmp_path)


@pytest.fixture
def made_once(module_database: str, database: str) -> Iterator[str]:
    """A database that nothing below succeeds in changing."""
    point_at(module_database)
    yield module_database
    point_at(database)


@pytest.mark.parametrize("role", ["app", "clock", "destroyer", "auditor", "report", "owner"])
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO retention_tombstone (key, batch, base, thing, object_key, organisation,"
        " ground, destroyed_at, versions, steps, digest) SELECT gen_random_uuid(),"
        " gen_random_uuid(), 'networks_member', 'network_members', gen_random_uuid(),"
        " 'wolverdam', 'x', now(), 0, 0,"
        " ''",
        "UPDATE retention_tombstone SET ground = 'x'",
        "DELETE FROM retention_tombstone",
        "TRUNCATE retention_tombstone",
        "DELETE FROM networks_member_version",
        "SELECT retention.destroy('networks_member', gen_random_uuid(), 'x',"
        " gen_random_uuid(), '')",
    ],
)
def test_no_role_destroys_or_unmakes_a_tombstone_in_another_way(
    made_once: str, role: str, statement: str
) -> None:
    with as_role(role) as connection, pytest.raises(psycopg.Error) as caught:
        connection.execute(statement)
    assert caught.value.sqlstate in ("42501", "25006", "23001", "P0002")


@pytest.mark.parametrize("name", ["destroy_lapsed()", "destroy_again('networks_member', %s)"])
def test_only_the_destroyer_destroys_what_is_over(committed: str, name: str) -> None:
    record = member(network())
    values = [record.key] if "%s" in name else []
    for role in ("app", "clock", "auditor", "report"):
        with as_role(role) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"SELECT * FROM retention.{name}", values)


def test_the_grounds_of_the_form_are_those_that_the_database_takes(made_once: str) -> None:
    with as_administrator(made_once) as admin:
        known = admin.execute("SELECT base, grounds FROM retention_destroyable ORDER BY base")
        told = known.fetchall()
    assert told == [("attachments_content", Ground.values), ("networks_member", Leaving.values)]


def test_the_database_lets_nobody_else_withdraw_a_member(committed: str) -> None:
    record = member(network())
    statement = "SELECT * FROM retention.withdraw('networks_member', %s, 'x')"
    for username in ("femke", "noor", "gijs", "aukje"):
        with pytest.raises(DatabaseError, match="may not withdraw"), acting(somebody(username)):
            rows(statement, record.key)
    with pytest.raises(DatabaseError, match="may not withdraw"):
        rows(statement, record.key)
    with pytest.raises(DatabaseError, match="its ground"), acting(somebody(OWN)):
        rows(statement.replace("'x'", f"'{CANARY} zei het'"), record.key)
    with acting(somebody(OWN)):
        assert rows("SELECT count(*) FROM networks_member") == [(1,)]
    # Saying the words that the functions say among themselves opens nothing.
    with acting(somebody("femke")):
        rows("SELECT set_config('networks.reading', 'on', true),"
             " set_config('retention.destroying', %s, true)", str(record.key))  # fmt: skip
        for table in ("networks_member", "networks_member_version", "networks_member_search",
                      "networks_memberstep"):  # fmt: skip
            assert rows(f"SELECT count(*) FROM {table}") == [(0,)], table


def test_a_correction_is_taken_back_with_a_reason_of_the_list(committed: str) -> None:
    record, visitor = member(network()), browser(OWN)
    correct(record, name="Verkeerd")
    way = f"/netwerkleden/{record.key}/wijzigen/"
    page = visitor.get(f"{way}?terug=1")
    answer = visitor.post(way, filled(page), follow=True)
    assert "“Vorige wijziging teruggedraaid”" in read_page(answer).text
    assert record.name in read_page(answer).text


def test_every_reading_of_a_member_names_the_member_in_the_journal(committed: str) -> None:
    of = network()
    record = member(of)
    visitor = browser(OWN)
    readings = (
        f"/netwerkleden/{record.key}/", f"/netwerkleden/{record.key}/informatieblad/",
        "/netwerkleden/", "/netwerkleden/uitvoer/json/", "/zoeken/",
        f"/netwerken/{of.key}/",
    )  # fmt: skip
    for way in readings:
        before = len(page_of_events(wanted=Filter(subject=record.key), limit=200).events)
        # A name is asked for in the body, never in the address.
        searched = way == "/zoeken/"
        answer = visitor.post(way, {"zoek": CANARY}) if searched else visitor.get(way)
        assert answer.status_code == 200
        after = len(page_of_events(wanted=Filter(subject=record.key), limit=200).events)
        assert after > before, way
