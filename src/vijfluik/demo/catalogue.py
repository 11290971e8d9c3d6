"""What the providers of the demonstration offer, read from `courses.toml`."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("courses.toml")


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a course taught from a day on; `reviewed_on` is the review of its balance."""

    valid_from: dt.date
    summary: str
    reviewed_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A course with what the generator needs to make believable records of it.

    `rights` is the part on human rights of all its versions, where it has one.
    """

    code: str
    provider: str
    name: str
    kind: str
    theme: str
    item: str
    form: str
    weight: int
    least: int
    most: int
    audiences: tuple[str, ...]
    titles: tuple[str, ...]
    versions: tuple[Content, ...]
    rights: str = ""

    @property
    def since(self) -> dt.date:
        """The first day on which it can be given."""
        return self.versions[0].valid_from


@cache
def offers() -> Mapping[str, Offer]:
    """The courses by code."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        code: Offer(
            code=code,
            provider=facts["provider"],
            name=facts["name"],
            kind=facts["kind"],
            theme=facts["theme"],
            item=facts["item"],
            form=facts.get("form", "all"),
            weight=facts["weight"],
            least=facts["participants"][0],
            most=facts["participants"][1],
            audiences=tuple(facts["audiences"]),
            titles=tuple(facts["titles"]),
            versions=tuple(_content(*version) for version in facts["versions"]),
            rights=facts.get("rights", ""),
        )
        for code, facts in content.items()
    }


def _content(since: str, summary: str, reviewed: str = "") -> Content:
    return Content(
        valid_from=dt.date.fromisoformat(since),
        summary=summary,
        reviewed_on=dt.date.fromisoformat(reviewed) if reviewed else None,
    )
