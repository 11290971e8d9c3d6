"""`./run notifier` and `./run forwarder` as an operator runs them, and killed in the middle."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.conf import settings
from tests.cli.runs import eventually
from tests.core.accounts.doing import administrator
from tests.core.accounts.provider_certificates import made
from tests.core.journal.collecting import collector
from tests.core.journal.making import environment
from tests.core.notices.mailserver import mail_server
from tests.core.notices.test_notices import (
    ADDRESS,
    RUBEN,
    mails,
    round_in,
    training,
    with_address,
)
from tests.site import people

from vijfluik.cli.commands.notifier import LOOKING, SECONDS
from vijfluik.core.accounts.recovery import propose
from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.notices.models import Reason
from vijfluik.core.notices.queries import last_round
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.demo.people import INVENTED

# The notifier has no address of the owner, the auditor or the destroyer.
HAS = ("DATABASE_URL", "DATABASE_URL_CLOCK")


def started(
    database: str, *words: str, state: Path, has: tuple[str, ...], **more: str
) -> "subprocess.Popen[str]":
    known = environment(database, state=str(state))
    kept = {
        name: value
        for name, value in known.items()
        if not name.startswith("DATABASE_URL") or name in has
    }
    return subprocess.Popen(
        [sys.executable, "-m", "vijfluik", *words],
        env={**kept, "SECRET_KEY": settings.SECRET_KEY, **more},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.drill
def test_a_notifier_that_is_killed_while_it_sends_loses_and_doubles_nothing(
    committed: str, tmp_path: Path
) -> None:
    # Another database is that of an installation, and has to be safe first.
    mark_demonstration(invented=INVENTED)
    round_in()
    with mail_server() as box:
        with_address(box)
        training(due_in=6)
        dying = threading.Event()
        running: list[subprocess.Popen[str]] = []

        def die() -> None:
            if not dying.is_set():
                dying.set()
                os.kill(running[0].pid, signal.SIGKILL)
                running[0].wait()
                box.hangs_up = True

        box.before_taking = die
        mailing = {
            "VIJFLUIK_MAIL_HOST": "127.0.0.1", "VIJFLUIK_MAIL_PORT": str(box.port),
            "VIJFLUIK_MAIL_SECURITY": "none", "ACCOUNTS_KEY": settings.ACCOUNTS_KEY,
        }  # fmt: skip
        running.append(started(committed, "notifier", "--once", state=tmp_path, has=HAS, **mailing))
        running[0].communicate(timeout=60)
        assert running[0].returncode == -signal.SIGKILL
        assert (box.taken, [each.tries for each in mails()]) == ([], [1])
        box.hangs_up, box.before_taking = False, lambda: None
        # The next one, once its time has come; and one more, which finds nothing to do.
        assert round_in(dt.timedelta(minutes=4) / dt.timedelta(days=1)).sent == 1
        after = started(committed, "notifier", "--once", state=tmp_path, has=HAS, **mailing)
        _out, said = after.communicate(timeout=60)
        assert after.returncode == 0, said
        assert [to for to, _raw in box.taken] == [ADDRESS]
        assert ADDRESS not in said


@pytest.mark.drill
def test_what_is_urgent_arrives_within_a_minute(
    committed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # By design: a round begins each half minute at least, with what is urgent, whatever else waits.
    assert (SECONDS, LOOKING < 1) == (30, True)
    mark_demonstration(invented=INVENTED)
    round_in()
    certificates = made(tmp_path, client="nobody")
    with mail_server(certificate=certificates.host) as box, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", certificates.authority)
        with_address(box)
        box.at.clear()
        running = started(
            committed, "notifier", "--every", "4", state=tmp_path, has=HAS,
            SSL_CERT_FILE=certificates.authority,
            VIJFLUIK_MAIL_HOST="127.0.0.1", VIJFLUIK_MAIL_PORT=str(box.port),
            VIJFLUIK_MAIL_SECURITY="starttls", ACCOUNTS_KEY=settings.ACCOUNTS_KEY,
            VIJFLUIK_ADDRESS="https://vijfluik.test",
        )  # fmt: skip
        try:
            # The first round is over: what becomes urgent now waits for the whole of a pause.
            assert eventually(lambda: last_round() is not None)
            propose(
                who=administrator(), key=people.professional(RUBEN).key, reason="telefoon kwijt"
            )
            committed_at = time.monotonic()
            assert eventually(lambda: box.at)
        finally:
            running.terminate()
            _out, said = running.communicate(timeout=60)
        assert (running.returncode, "Traceback" in said) == (0, False), said
        assert box.at[0] > committed_at
        assert [to for to, _raw in box.taken] == [ADDRESS]
        assert box.secured[-1]
        (mail,) = mails()
        assert (mail.reason, mail.tries, mail.fault) == (Reason.URGENT, 1, "")
        with capsys.disabled():
            sys.stdout.write(
                f"\nurgent mail after {box.at[0] - committed_at:.1f} s, a round each 4 s\n"
            )


@pytest.mark.drill
def test_the_forwarder_delivers_and_says_when_a_collector_is_away(
    committed: str, tmp_path: Path
) -> None:
    mark_demonstration(invented=INVENTED)
    training(due_in=6)
    seal_now()
    has = ("DATABASE_URL", "DATABASE_URL_AUDITOR")
    asked = {"VIJFLUIK_OTLP_VIEWS": "bio2"}
    away = started(
        committed, "forwarder", "--once", state=tmp_path, has=has,
        VIJFLUIK_OTLP_URL="http://127.0.0.1:9", **asked,
    )  # fmt: skip
    _out, said = away.communicate(timeout=60)
    assert away.returncode == 1
    assert "unreachable" in said
    assert "kept" in said
    assert "Traceback" not in said
    with collector() as took:
        url = {"VIJFLUIK_OTLP_URL": took.url}
        well = started(committed, "forwarder", "--once", state=tmp_path, has=has, **url, **asked)
        _out, said = well.communicate(timeout=60)
        assert well.returncode == 0, said
        assert took.records("logRecords")
    nowhere = started(committed, "forwarder", "--once", state=tmp_path, has=has)
    _out, said = nowhere.communicate(timeout=60)
    assert (nowhere.returncode, "VIJFLUIK_OTLP_URL" in said) == (1, True)
