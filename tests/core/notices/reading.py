"""Reads an iCalendar file as RFC 5545 has it, and refuses what it does not allow."""

import re

LINE = re.compile(r"([A-Z-]+)(?:;[^:]*)?:(.*)")
MOMENT = re.compile(r"\d{8}T\d{6}Z")


def read_calendar(content: bytes) -> list[dict[str, str]]:
    """The events, each as name → value.

    Raises:
        AssertionError: it is no calendar.
    """
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 for line in content.decode().split("\r\n"))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    found: list[dict[str, str]] = []
    inside = False
    for line in lines[1:-1]:
        named = LINE.fullmatch(line)
        assert named is not None, line
        name, value = named.groups()
        if line == "BEGIN:VEVENT":
            assert not inside
            found.append({})
            inside = True
        elif line == "END:VEVENT":
            inside = False
        elif inside:
            assert name not in found[-1]
            found[-1][name] = value
    head = {line.partition(":")[0] for line in lines[: lines.index("END:VCALENDAR")]}
    assert {"VERSION", "PRODID"} <= head
    for event in found:
        assert MOMENT.fullmatch(event["DTSTAMP"])
        assert MOMENT.fullmatch(event["DTSTART"])
        assert event["UID"]
    return found
