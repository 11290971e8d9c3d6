"""A task on Mijn werk, whatever it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to do: what, about what, by when, and where it is done."""

    what: str
    about: str
    about_url: str
    detail: str
    when: str
    do: str
    do_url: str
    late: bool
