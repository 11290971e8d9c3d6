"""What base.html shows round a page: navigation, path, account, and the ground of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Link:
    """A word that leads somewhere; without a URL it is only a word."""

    label: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class NavigationItem:
    """An entry of the main navigation.

    `key` is compared with `navigation_current` of the page; `shortcut` is the letter after "g".
    """

    label: str
    url: str
    key: str
    shortcut: str = ""


@dataclass(frozen=True, kw_only=True)
class Account:
    """Who is signed in, in the words of the user menu; `own_url` leads to the own account."""

    name: str
    role: str
    organisation: str
    sign_out_url: str
    own_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """When the page goes from the screen: after so many `seconds` without a request, 0 for never;
    `again_url` leads in again."""

    seconds: int
    again_url: str


@dataclass(frozen=True, kw_only=True)
class Ground:
    """The three answers that every page gives at its foot.

    `basis`: on what ground the reader sees this; `ask`: whom to ask; `can_do`: what the reader
    can do now, only acts that are allowed now: the list must not hint at any other.
    """

    basis: str
    ask: Link
    can_do: Sequence[Link] = field(default=())
