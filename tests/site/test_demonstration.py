"""Until signing in asks for proof, only a demonstration database is served."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from vijfluik.core.versions.demonstration import is_demonstration, mark_demonstration
from vijfluik.demo.people import INVENTED
from vijfluik.site import demonstration


def test_another_database_is_refused_before_the_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demonstration, "is_demonstration", lambda: False)
    with pytest.raises(ImproperlyConfigured, match="demonstration databases only"):
        demonstration.refuse_other_databases()


def test_a_demonstration_database_is_served(committed: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        demonstration.refuse_other_databases()
    mark_demonstration(invented=INVENTED)
    assert is_demonstration()
    demonstration.refuse_other_databases()
