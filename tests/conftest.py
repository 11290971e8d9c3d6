"""Every test runs as the role that the application uses, on a copy of the migrated template.

Two levels: `platform` (one transaction, rolled back: fast) and `committed` (a database of its own
with real commits: for versions, the journal's sealer and everything concurrent).
"""

import gc
import os
import socket
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker
from xdist.remote import Producer

from tests import canaries, drills, sizes, skips, static_files
from tests.mutation import plugin as mutation
from tests.pointing import point_at, sessions_kept
from tests.printing import printed_once  # noqa: F401
from tests.pristine import Own
from tests.serving import plugin as serving
from tests.sharing import Sharing
from tests.shortened import short_report  # noqa: F401
from vijfluik.cli import test_database

LOCAL = ("127.", "localhost", "::1")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI demand which tests may be skipped."""
    skips.add_option(parser)
    drills.add_option(parser)
    serving.add_option(parser)
    mutation.add_option(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Watch what tests serve; where all results come together, keep that and compare the skips."""
    sizes.hypothesis_profile()
    static_files.list_once()
    search = canaries.Canaries()
    search.install()
    config.pluginmanager.register(search)
    config.pluginmanager.register(drills.Choosing(config.getoption(drills.OPTION)))
    config.pluginmanager.register(sizes.Choosing())
    config.pluginmanager.register(serving.Serving(config.getoption(serving.OPTION)))
    mutation.configure(config)
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(serving.Gathering(config))
        config.pluginmanager.register(skips.Comparison(config.getoption("skips")))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing:
    """Share the tests out among the workers."""
    return Sharing(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, with the reason, what this machine cannot run."""
    for item in items:
        for reason in skips.reasons(item):
            item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish() -> None:
    """Do not go through what was imported and collected, which stays, whenever rubbish is looked
    for: that took a tenth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may reach beyond this machine, whatever the machine itself would allow."""
    for name in ("connect", "connect_ex"):
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: object, real: object = real) -> object:
            internet = self.family in {socket.AF_INET, socket.AF_INET6}
            if internet and not str(address[0]).startswith(LOCAL):  # type: ignore[index]
                pytest.fail(f"a test reached for the network: {address}")
            return real(self, address)  # type: ignore[operator]

        monkeypatch.setattr(socket.socket, name, guarded)


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """Each test begins in Dutch: a page that was read in English leaves its language behind."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def database(django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """This worker's copy of the template, for all tests that roll back."""
    name = test_database.copy_name(worker=os.environ.get("PYTEST_XDIST_WORKER", "alone"))
    test_database.fresh_copy(name=name)
    with django_db_blocker.unblock():
        point_at(name)
        yield name
        connections.close_all()
    test_database.drop(name=name)


def without_limits() -> None:
    """A test is one long transaction; on a slow machine it may outlast that of a request."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(name, '0', false) FROM pg_settings WHERE name IN"
            " ('transaction_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')"
        )


@pytest.fixture
def platform(database: str) -> Iterator[str]:
    """One transaction of the application's role, rolled back at the end."""
    without_limits()
    with transaction.atomic():
        yield database
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def own_database(database: str) -> Iterator[Own]:
    """This worker's database for the tests that each have it to themselves."""
    own = Own(name=f"{database}_own")
    yield own
    own.drop()


@pytest.fixture
def committed(database: str, own_database: Own) -> Iterator[str]:
    """A database of this test's own, in which commits are real."""
    own_database.as_new(spared=sessions_kept(own_database.name))
    point_at(own_database.name)
    yield own_database.name
    point_at(database)


@pytest.fixture(scope="session")
def own_of_module(database: str) -> Iterator[Own]:
    """This worker's database for the modules that each fill one for all their tests."""
    own = Own(name=f"{database}_module")
    yield own
    own.drop()


@pytest.fixture(scope="module")
def module_database(own_of_module: Own) -> str:
    """As new for this module; its tests share what they and it leave there."""
    own_of_module.as_new(spared=sessions_kept(own_of_module.name))
    return own_of_module.name


@pytest.fixture(scope="session")
def own_office(database: str) -> Iterator[Own]:
    """This worker's office; see `tests.browser.office`."""
    from tests.browser.office import furnished

    own = furnished(database)
    yield own
    own.drop()


@pytest.fixture(scope="module")
def office_database(own_office: Own) -> str:
    """The office, as new for this module."""
    own_office.as_new(spared=sessions_kept(own_office.name))
    return own_office.name


@pytest.fixture(scope="session")
def law_database(database: str) -> Iterator[str]:
    """This worker's copy in which invented lawyers confirmed the law; made when first needed."""
    from vijfluik.core.versions.demonstration import mark_demonstration
    from vijfluik.demo.law import load_law
    from vijfluik.demo.owner import OWNER
    from vijfluik.demo.people import INVENTED

    name = f"{database}_law"
    test_database.fresh_copy(name=name)
    point_at(name)
    with transaction.atomic(using=OWNER):
        mark_demonstration(using=OWNER, invented=INVENTED)
        load_law()
    point_at(database)
    yield name
    test_database.drop(name=name)


@pytest.fixture
def confirmed_law(database: str, law_database: str) -> Iterator[str]:
    """As `platform`, with the law of the demonstration."""
    point_at(law_database)
    without_limits()
    with transaction.atomic():
        yield law_database
        transaction.set_rollback(True)
    point_at(database)
