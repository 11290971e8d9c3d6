"""COPY as bytes: whole, or an error that says whether the server is there."""

import psycopg
import pytest
from tests.core.journal.making import as_role

from vijfluik.core.journal.addresses import parameters
from vijfluik.core.journal.connecting import connect
from vijfluik.core.journal.copying import copied


@pytest.mark.usefixtures("database")
def test_lines_come_whole_and_the_connection_goes_on() -> None:
    query = "COPY (SELECT generate_series(1, {})) TO STDOUT"
    with connect(parameters(), autocommit=False) as connection:
        assert copied(connection, query, [3]) == b"1\n2\n3\n"
        # In the transaction that a statement of psycopg's own would have begun as well.
        assert connection.info.transaction_status == psycopg.pq.TransactionStatus.INTRANS
        assert copied(connection, query, [0]) == b""
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with as_role("auditor") as connection:
        assert copied(connection, query, [1]) == b"1\n"
        assert connection.info.transaction_status == psycopg.pq.TransactionStatus.IDLE


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("COPY (SELECT 1 / 0) TO STDOUT", "division by zero"),
        ("COPY (SELECT 1 / (3 - generate_series(1, 3))) TO STDOUT", "division by zero"),
        ("COPY nowhere TO STDOUT", "nowhere"),
    ],
)
def test_what_the_server_refuses_is_told_and_the_connection_stays(query: str, words: str) -> None:
    with as_role("auditor") as connection:
        with pytest.raises(psycopg.DatabaseError, match=words) as caught:
            copied(connection, query)
        assert not isinstance(caught.value, psycopg.OperationalError)
        assert copied(connection, "COPY (SELECT 'whole') TO STDOUT") == b"whole\n"


@pytest.mark.usefixtures("database")
def test_what_ends_otherwise_than_a_copy_is_not_believed() -> None:
    with as_role("auditor") as connection, pytest.raises(psycopg.OperationalError, match="lost"):
        copied(connection, "SELECT 1")


@pytest.mark.usefixtures("database")
def test_a_connection_that_is_lost_is_told_as_lost() -> None:
    with as_role("auditor") as connection:
        ending = "COPY (SELECT pg_terminate_backend(pg_backend_pid())) TO STDOUT"
        with pytest.raises(psycopg.OperationalError, match="terminating connection"):
            copied(connection, ending)
