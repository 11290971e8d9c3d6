"""A change of a model without its migration is found."""

import pytest
from django.apps import apps
from django.db import models

from vijfluik.cli.checkout import root
from vijfluik.cli.checks.migrations import migrations


def test_the_project_has_every_migration() -> None:
    assert migrations(root()) == []


def test_a_field_that_no_migration_knows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    field = apps.get_model("partners", "Organisation")._meta.get_field("name")
    assert isinstance(field, models.CharField)
    monkeypatch.setattr(field, "max_length", (field.max_length or 0) + 1)
    assert any("name on organisation" in fault for fault in migrations(root()))
