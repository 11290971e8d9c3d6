"""A topic of the help."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What the help says of a page, or of pages that belong together.

    Attributes:
        word: its word in the address.
        views: the names of the views that it helps with; `*` stands for any letters.
        purpose: what the page is for.
        can: what can be done here.
        steps: how, one after the other.
        follows: what happens with what somebody does.
        ask: whom to ask.
        see: the words of topics that lie near.
        public: whether it is read without signing in, as the pages that it helps with are.
    """

    word: str
    title: Promise
    views: tuple[str, ...]
    purpose: Promise
    can: tuple[Promise, ...]
    steps: tuple[Promise, ...]
    follows: tuple[Promise, ...]
    ask: Promise
    see: tuple[str, ...] = ()
    public: bool = False
