"""What the sealer tells: a line of text at a terminal, a record of the log as a service."""

import logging
from types import SimpleNamespace
from typing import Any

import pytest

from vijfluik.core import services
from vijfluik.core.journal.sealer import open_months


@pytest.mark.parametrize("service", [False, True])
def test_a_month_that_was_opened_is_told_once_where_it_is_read(
    service: bool, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    answer = SimpleNamespace(fetchall=lambda: [("2019-05",)])
    connection: Any = SimpleNamespace(execute=lambda _: answer)
    services.become("sealer" if service else None)
    # Only pytest listens: the platform's own handler holds the stream of whichever test ran when
    # it was set up, which may be closed by now, and logging complains of that where we read.
    logger = logging.getLogger("vijfluik.sealer")
    logger.propagate = False
    logger.addHandler(caplog.handler)
    logger.setLevel(logging.INFO)
    try:
        open_months(connection)
    finally:
        services.become(None)
        logger.propagate = True
        logger.removeHandler(caplog.handler)
        logger.setLevel(logging.NOTSET)
    logged = {record.getMessage() for record in caplog.records}
    written = capsys.readouterr().err
    assert logged == ({"Opened month 2019-05."} if service else set())
    assert written == ("" if service else "sealer: Opened month 2019-05.\n")
