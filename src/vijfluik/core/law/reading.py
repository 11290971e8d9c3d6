"""Read provisions from the data file of an act."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vijfluik.core.law.provision import Act, Confirmation, LawError, ProvisionVersion, Stated
from vijfluik.core.law.vocabulary import Certainty, Claim, Start, StatedUnit
from vijfluik.engines.terms import TermRuleError, rule_from

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RULE = re.compile(r"R\d{1,2}")
ACT_KEYS = {"short", "nl", "en", "identifier", "source_nl", "source_en", "knowledge"}
WHEN_KEYS = {"known_from", "from", "until", "start"}
TEXT_KEYS = {
    *(
        "article",
        "text_nl",
        "text_en",
        "note_nl",
        "note_en",
        "certainty",
        "source_nl",
        "source_en",
        "claims",
    ),
    *("terms", "states", "confirmed_by", "confirmed_on"),
}
PROVISION_KEYS = TEXT_KEYS | {"rule", "nl", "en", "knowledge", "versions"}


def read_file(file: Path) -> list[ProvisionVersion]:
    """The versions of all provisions of one act.

    Raises:
        LawError: the file cannot be taken; the message names file, provision and key.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawError(f"{file.name}: {error}") from None
    return read(content, place=file.name)


def read(content: Mapping[str, Any], *, place: str) -> list[ProvisionVersion]:
    """As `read_file`, from what a file holds."""
    try:
        entry = content["act"]
        _only(entry, ACT_KEYS, place=f"{place}, act")
        act = Act(
            slug=place.removesuffix(".toml"),
            short=entry["short"],
            nl=entry["nl"],
            en=entry["en"],
            identifier=entry.get("identifier", ""),
        )
        found: list[ProvisionVersion] = []
        for slug, provision in content["provision"].items():
            found += _provision(slug, provision, act=act, entry=entry, place=place)
    except KeyError as error:
        raise LawError(f"{place}: {error.args[0]} is missing") from None
    return found


def _provision(
    slug: str, provision: Mapping[str, Any], *, act: Act, entry: Mapping[str, Any], place: str
) -> list[ProvisionVersion]:
    where = f"{place}, {slug}"
    _only(provision, PROVISION_KEYS, place=where)
    if not SLUG.fullmatch(slug):
        raise LawError(f"{where}: a provision's id has small letters, figures and hyphens")
    if not RULE.fullmatch(provision.get("rule", "R1")):
        raise LawError(f"{where}: rule: such as R5, not {provision['rule']!r}")
    spans = provision.get("versions") or provision.get("knowledge") or entry["knowledge"]
    revisions: list[Any] = []
    versions: list[ProvisionVersion] = []
    for span in spans:
        _only(span, WHEN_KEYS | TEXT_KEYS, place=where)
        if span["known_from"] not in revisions:
            revisions.append(span["known_from"])
        said = {**_source(entry), **provision, **span}
        part = 1 + sum(each.known_from == span["known_from"] for each in versions)
        versions.append(
            _version(slug, said, act=act, revision=len(revisions), part=part, place=where)
        )
    if revisions != sorted(revisions):
        raise LawError(f"{where}: known_from must go forward from version to version")
    _refuse_overlap(versions, place=where)
    return versions


def _version(
    slug: str, said: Mapping[str, Any], *, act: Act, revision: int, part: int, place: str
) -> ProvisionVersion:
    try:
        return ProvisionVersion(
            slug=slug,
            rule=said.get("rule", ""),
            act=act,
            article=said["article"],
            title={"nl": said["nl"], "en": said["en"]},
            text={"nl": said["text_nl"], "en": said["text_en"]},
            note={"nl": said.get("note_nl", ""), "en": said.get("note_en", "")},
            revision=revision,
            part=part,
            known_from=said["known_from"],
            valid_from=said["from"],
            valid_until=said.get("until"),
            start=Start(said.get("start", Start.EXACT)),
            certainty=Certainty(said["certainty"]),
            source={"nl": said["source_nl"], "en": said["source_en"]},
            claims=frozenset(Claim(claim) for claim in said.get("claims", ())),
            terms={name: rule_from(value) for name, value in said.get("terms", {}).items()},
            confirmation=_confirmation(said),
            stated=_stated(said),
        )
    except (TermRuleError, ValueError) as error:
        raise LawError(f"{place}: {error}") from None


def _stated(said: Mapping[str, Any]) -> Stated | None:
    if "states" not in said:
        return None
    states = said["states"]
    _only(states, {"number", "unit"}, place="states")
    return Stated(number=states["number"], unit=StatedUnit(states["unit"]))


def _source(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"source_nl": entry["source_nl"], "source_en": entry["source_en"]}


def _confirmation(said: Mapping[str, Any]) -> Confirmation | None:
    if "confirmed_by" not in said:
        return None
    names = said["confirmed_by"]
    if not isinstance(names, list) or len(names) != 2:
        raise LawError("confirmed_by: the names of two lawyers")
    return Confirmation(by=(names[0], names[1]), on=said["confirmed_on"])


def _refuse_overlap(versions: list[ProvisionVersion], *, place: str) -> None:
    for later in versions:
        for earlier in versions:
            if earlier.revision != later.revision or earlier.valid_from >= later.valid_from:
                continue
            if earlier.valid_until is None or earlier.valid_until > later.valid_from:
                raise LawError(
                    f"{place}: known from {later.known_from}, two texts hold on {later.valid_from}"
                )
    starts = [(version.revision, version.valid_from) for version in versions]
    if len(set(starts)) != len(starts):
        raise LawError(f"{place}: two texts of one revision begin on the same day")


def _only(entry: Mapping[str, Any], keys: set[str], *, place: str) -> None:
    unknown = sorted(entry.keys() - keys)
    if unknown:
        raise LawError(f"{place}: unknown key {unknown[0]!r}; known are {', '.join(sorted(keys))}")
