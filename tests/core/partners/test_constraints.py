"""What the database refuses about mandates, organisations and places."""

import datetime as dt
import uuid

import pytest
from django.db import IntegrityError, transaction

from vijfluik.core.partners.models import Mandate, Organisation, Place, PlaceKind
from vijfluik.demo.people import key_of

DAY = dt.date(2026, 1, 1)


def mandate(*, granted_by: str = "maarten", until: dt.date = dt.date(2027, 1, 1)) -> Mandate:
    return Mandate(
        key=uuid.uuid4(),
        professional_id=key_of("noor"),
        organisation_id="jenv",
        role="policy_officer",
        purpose="programme",
        valid_from=DAY,
        valid_until=until,
        proposed_by_id=key_of(granted_by),
        reviewed_on=DAY,
    )


def refused(row: Mandate | Organisation | Place) -> str:
    """What the owner is told; everything is rolled back."""
    with pytest.raises(IntegrityError) as raised, transaction.atomic(using="owner"):
        row.save(using="owner", force_insert=True)
    return str(raised.value)


def test_nobody_grants_a_mandate_to_oneself(platform: str) -> None:
    assert "mandate_granted_by_someone_else" in refused(mandate(granted_by="noor"))


def test_a_mandate_must_end_after_it_begins(platform: str) -> None:
    assert "mandate_in_order" in refused(mandate(until=DAY))


def test_an_organisation_is_no_part_of_itself(platform: str) -> None:
    row = Organisation(code="kring", name="Kring", kind="other", parent_id="kring", valid_from=DAY)
    assert "organisation_not_its_own_parent" in refused(row)


def test_a_place_ends_after_it_begins(platform: str) -> None:
    row = Place(
        code="GM1", kind=PlaceKind.MUNICIPALITY, name="Nergens", valid_from=DAY, valid_until=DAY
    )
    assert "place_valid_in_order" in refused(row)
