"""Which help belongs to which page."""

from fnmatch import fnmatchcase
from functools import cache

from django.urls import NoReverseMatch, reverse

from vijfluik.site.help.texts import (
    administering,
    daily,
    entering,
    figures,
    own,
    reporting,
    rooms,
)
from vijfluik.site.help.topic import Topic

# In the order in which `/hulp/` lists them.
TOPICS: tuple[Topic, ...] = (
    *daily.TOPICS,
    *figures.TOPICS,
    *reporting.TOPICS,
    *rooms.TOPICS,
    *own.TOPICS,
    *administering.TOPICS,
    *entering.TOPICS,
)


def topic_named(word: str) -> Topic | None:
    """The topic with that word in its address; None when there is none."""
    return next((topic for topic in TOPICS if topic.word == word), None)


@cache
def topic_of(view_name: str) -> Topic | None:
    """The topic of a page, by the name of its view; None when no topic names it."""
    return next(
        (
            topic
            for topic in TOPICS
            if any(fnmatchcase(view_name, pattern) for pattern in topic.views)
        ),
        None,
    )


@cache
def help_of(view_name: str) -> str:
    """Where the help of a page stands; empty for a page that has none.

    A topic that names the view goes first. What is left of a room with a page of help of its own,
    as every register has, leads there; and that page leads to all of the help.
    """
    topic = topic_of(view_name)
    if topic is not None:
        return reverse("help_topic", args=[topic.word])
    room, _, page = view_name.rpartition(":")
    if page in ("help", "help_topic"):
        return reverse("help")
    if not room:
        return ""
    try:
        return reverse(f"{room}:help")
    except NoReverseMatch:
        return ""
