"""Between the value of a version and its row."""

from collections.abc import Mapping
from typing import Any

from vijfluik.core.law.provision import Act, Confirmation, ProvisionVersion, Stated
from vijfluik.core.law.vocabulary import Certainty, Claim, Start, StatedUnit
from vijfluik.engines.terms import as_value, rule_from


def values_of(version: ProvisionVersion) -> dict[str, Any]:
    """The columns of a version. What an unconfirmed one would carry is left out."""
    confirmation = version.confirmation
    return {
        "key": version.key,
        "provision": version.slug,
        "rule": version.rule,
        "act": version.act.slug,
        "act_short": version.act.short,
        "act_nl": version.act.nl,
        "act_en": version.act.en,
        "identifier": version.act.identifier,
        "article": version.article,
        "title_nl": version.title["nl"],
        "title_en": version.title["en"],
        "text_nl": version.text["nl"],
        "text_en": version.text["en"],
        "note_nl": version.note["nl"],
        "note_en": version.note["en"],
        "revision": version.revision,
        "part": version.part,
        "known_from": version.known_from,
        "valid_from": version.valid_from,
        "valid_until": version.valid_until,
        "start": str(version.start),
        "certainty": str(version.certainty),
        "standing": str(version.standing),
        "source_nl": version.source["nl"],
        "source_en": version.source["en"],
        "claims": sorted(map(str, version.claims)),
        "carries": sorted(map(str, version.carries)),
        "terms": {name: as_value(rule) for name, rule in version.usable_terms.items()},
        "stated_number": None if version.stated is None else version.stated.number,
        "stated_unit": "" if version.stated is None else str(version.stated.unit),
        "confirmed_by": [] if confirmation is None else list(confirmation.by),
        "confirmed_on": None if confirmation is None else confirmation.on,
        "invented": confirmation is not None and confirmation.invented,
    }


def version_of(row: Any) -> ProvisionVersion:
    """The version that a row, or a version of a row, holds."""
    terms: Mapping[str, object] = row.terms
    return ProvisionVersion(
        slug=row.provision,
        rule=row.rule,
        act=Act(
            slug=row.act,
            short=row.act_short,
            nl=row.act_nl,
            en=row.act_en,
            identifier=row.identifier,
        ),
        article=row.article,
        title={"nl": row.title_nl, "en": row.title_en},
        text={"nl": row.text_nl, "en": row.text_en},
        note={"nl": row.note_nl, "en": row.note_en},
        revision=row.revision,
        part=row.part,
        known_from=row.known_from,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        start=Start(row.start),
        certainty=Certainty(row.certainty),
        source={"nl": row.source_nl, "en": row.source_en},
        claims=frozenset(Claim(claim) for claim in row.claims),
        terms={name: rule_from(value) for name, value in terms.items()},
        confirmation=_confirmation(row),
        stated=_stated(row),
    )


def _stated(row: Any) -> Stated | None:
    if row.stated_number is None:
        return None
    return Stated(number=row.stated_number, unit=StatedUnit(row.stated_unit))


def _confirmation(row: Any) -> Confirmation | None:
    if not row.confirmed_by:
        return None
    first, second = row.confirmed_by
    return Confirmation(by=(first, second), on=row.confirmed_on, invented=row.invented)
