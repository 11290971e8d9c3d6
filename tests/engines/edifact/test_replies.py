"""Replies are written and read again; texts beside the codes are not kept."""

from dataclasses import replace

from tests.engines.edifact import samples

from vijfluik.engines.edifact import read_messages
from vijfluik.engines.edifact.generating import reply_to
from vijfluik.engines.edifact.replies import (
    Acknowledgement,
    read_ackres,
    read_cusres,
    write_ackres,
    write_cusres,
)


def test_a_cusres_comes_back_as_it_was_written() -> None:
    reply = reply_to(samples.flight())
    assert list(read_cusres(write_cusres(reply))) == [reply]
    (contents,) = read_messages(write_cusres(reply))
    assert contents.findings == []


def test_the_text_beside_a_code_is_written_and_not_kept() -> None:
    reply = reply_to(samples.flight())
    told = replace(reply, verdicts=(replace(reply.verdicts[0], code="1Z", text="ASK THE DESK"),))
    data = write_cusres(told)
    assert b"ASK THE DESK" in data
    (back,) = read_cusres(data)
    assert back.verdicts[0].code == "1Z"
    assert back.verdicts[0].text is None


def test_an_acknowledgement_comes_back_as_it_was_written() -> None:
    sent = Acknowledgement(
        sender="NLPIU",
        recipient="KL",
        prepared="2605040500",
        interchange="1",
        version="18.1",
        access="KL0001/260504/0500",
        error="118",
    )
    assert list(read_ackres(write_ackres(sent))) == [sent]
