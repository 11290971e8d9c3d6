"""What the application's role cannot do with a release, with Python left out of it."""

import datetime as dt
import hashlib
import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone
from tests.accountability.releases.doing import (
    COLLEAGUE,
    MAKER,
    OTHER,
    READER,
    admitted,
    adopted,
    drafted,
    in_check,
    published,
)
from tests.site.people import somebody

from vijfluik.accountability.releases.models import Acknowledgement, File, Release, ReleaseStep
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today

pytestmark = pytest.mark.usefixtures("printed_once", "short_report")

TABLES = ("releases_release", "releases_release_version", "releases_file")


def visible(username: str, table: str) -> int:
    """How many rows somebody sees by plain SQL."""
    with acting(somebody(username)), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def refused(username: str, sql: str, *values: Any) -> None:
    """Somebody runs SQL as the application, and the database refuses or changes nothing."""
    with acting(somebody(username)), connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(sql, values)
                changed = cursor.rowcount
        except DatabaseError:
            return
    assert changed == 0, sql


STATE = "UPDATE releases_release SET state = %s WHERE key = %s"


def test_nobody_publishes_alone_in_raw_sql_either(committed: str) -> None:
    one = drafted()
    for state in ("adopted", "published", "rectified"):
        refused(MAKER, STATE, state, one.key)
    waiting = in_check(reference="RU-2")
    refused(MAKER, STATE, "adopted", waiting.key)
    # A colleague may bring the row there; without a step of adoption nothing is published.
    with acting(somebody(COLLEAGUE)), connection.cursor() as cursor:
        cursor.execute(STATE, ["adopted", waiting.key])
    refused(MAKER, STATE, "published", waiting.key)
    refused(COLLEAGUE, STATE, "published", waiting.key)
    # Nor with one that the proposer writes.
    step = ReleaseStep(
        release_id=waiting.key, edge="adopt", from_state="in_check", to_state="adopted",
        business_date=today(), registered_at=timezone.now(),
        taken_by_id=somebody(MAKER).actor.key, proposed_by_id=somebody(COLLEAGUE).actor.key,
    )  # fmt: skip
    with acting(somebody(MAKER)), pytest.raises(DatabaseError), transaction.atomic():
        step.save(force_insert=True)
    assert states() == {"RU-1": "draft", "RU-2": "adopted"}


def states() -> dict[str, str]:
    with acting(somebody(MAKER)):
        return dict(Release.objects.values_list("reference", "state"))


@pytest.mark.thorough
def test_what_was_put_in_check_and_what_was_published_stay_as_they_are(committed: str) -> None:
    one = in_check()
    for column, value in (
        ("as_of", timezone.now()),
        ("report", "andere"),
        ("title", "Anders"),
        ("notes", "Anders"),
        ("embargo_until", timezone.now()),
    ):
        refused(MAKER, f"UPDATE releases_release SET {column} = %s WHERE key = %s", value, one.key)
    two = published(reference="RU-2", embargo_until=timezone.now() + dt.timedelta(days=1))
    refused(MAKER, "UPDATE releases_release SET embargo_until = NULL WHERE key = %s", two.key)
    for state in ("draft", "adopted", "rectified", "withdrawn"):
        refused(MAKER, STATE, state, two.key)


def test_an_embargoed_release_is_seen_by_makers_and_by_whoever_is_admitted_in_time(
    platform: str,
) -> None:
    one = published(embargo_until=timezone.now() + dt.timedelta(hours=1))
    for table in TABLES:
        assert visible(MAKER, table) > 0, table
        for username in (OTHER, READER, "aukje", "gijs", "lieke"):
            assert visible(username, table) == 0, (username, table)
    yesterday = today() - dt.timedelta(days=1)
    admitted(one, reference="VL-0", valid_from=yesterday, valid_until=yesterday)
    assert visible(READER, "releases_release") == 0
    admitted(one)
    assert visible(READER, "releases_release") == 1
    assert visible(READER, "releases_file") > 0
    assert visible(OTHER, "releases_release") == 0
    for table in ("releases_acknowledgement", "releases_comment"):
        assert visible(READER, table) == 0
    # Nobody lets themselves in.
    refused(
        OTHER,
        "INSERT INTO releases_reader (key, reference, state, organisation_id, release_id,"
        " professional_id, occasion, valid_from, valid_until)"
        " VALUES (gen_random_uuid(), 'X', 'admitted', 'ror', %s, %s, 'x', %s, %s)",
        one.key, somebody(OTHER).actor.key, today(), today(),
    )  # fmt: skip


def test_an_adopted_release_is_read_by_the_admitted_and_a_draft_by_makers_only(
    platform: str,
) -> None:
    draft, fixed = drafted(), adopted(reference="RU-2")
    admitted(draft)
    admitted(fixed, reference="VL-2")
    with acting(somebody(READER)):
        assert [each.reference for each in Release.objects.all()] == ["RU-2"]
    assert visible(OTHER, "releases_release") == 0


def test_time_alone_opens_a_release(platform: str) -> None:
    published(embargo_until=timezone.now() - dt.timedelta(seconds=1))
    assert visible(OTHER, "releases_release") == 1
    assert visible("gijs", "releases_release") == 0


def test_no_role_changes_a_stored_file(committed: str) -> None:
    one = published()
    with acting(somebody(MAKER)):
        file = File.objects.filter(release=one.key).first()
    assert file is not None
    other = b"<html>anders</html>"
    change = "UPDATE releases_file SET content = %s, sha256 = %s, size = %s WHERE key = %s"
    values = (other, hashlib.sha256(other).hexdigest(), len(other), file.key)
    refused(MAKER, change, *values)
    refused(MAKER, "DELETE FROM releases_file WHERE key = %s", file.key)
    # The owner of the tables passes every policy, and not the trigger.
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE releases_file NO FORCE ROW LEVEL SECURITY")
        with pytest.raises(DatabaseError, match="never changes"):
            cursor.execute(change, values)
    # Nor is another added later, whatever its hash.
    forged = File(
        release_id=one.key, adopted_in_id=file.adopted_in_id, language="nl", format="zip",
        content=other, sha256=values[1], size=len(other), built_at=timezone.now(),
    )  # fmt: skip
    for username in (MAKER, COLLEAGUE):
        with acting(somebody(username)), pytest.raises(DatabaseError), transaction.atomic():
            forged.save(force_insert=True)


def test_nobody_answers_for_a_warning_in_the_name_of_another(platform: str) -> None:
    one = drafted()
    forged = Acknowledgement(
        key=uuid.uuid4(), release_id=one.key, warning="x", reason="R",
        by_id=somebody(COLLEAGUE).actor.key, at=timezone.now(),
    )  # fmt: skip
    for username in (MAKER, OTHER):
        with acting(somebody(username)), pytest.raises(DatabaseError), transaction.atomic():
            forged.save(force_insert=True)
