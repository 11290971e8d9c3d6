"""What the gate lets through and writes down, beside single decisions; and what migrations load."""

import uuid
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.apps import apps
from django.db.models import QuerySet
from tests.core.journal.making import as_role
from tests.site import people

from vijfluik.core.access import reasons
from vijfluik.core.access.compartments import (
    Persons,
    compartment_choices,
    compartment_named,
    compartment_of,
    compartments,
    need_declared,
    open_at,
    waits_for,
)
from vijfluik.core.access.compartments import parse as parse_compartments
from vijfluik.core.access.decisions import Reach
from vijfluik.core.access.gate import Refused, limited, listing, require, require_somewhere
from vijfluik.core.access.loading import load_policy
from vijfluik.core.access.matrix import matrix
from vijfluik.core.access.models import AccessRule
from vijfluik.core.access.policy import parse, policy
from vijfluik.core.access.reasons import Reason, reason_of, reasoned_things, told
from vijfluik.core.journal.vocabulary import RECORDS_EXPORTED
from vijfluik.core.partners.acting import acting, current
from vijfluik.core.partners.models import Organisation, Role

DECLARED = """
[a]
nl = "A"
en = "A"
persons = "citizens"
regime = "avg"
controller = "owner"
things = ["x"]
rooms = ["y"]
"""
KEYS = tuple(sorted(uuid.uuid4() for _ in range(2)))


def events() -> list[tuple[object, ...]]:
    """What the journal holds, the oldest first."""
    with as_role("auditor") as auditor:
        return auditor.execute(
            "SELECT action, object_type, rule, policy_version, details, objects, subjects, mandate"
            " FROM journal_event ORDER BY moment"
        ).fetchall()


def test_a_list_is_one_event_with_its_decision_and_what_it_showed(committed: str) -> None:
    who = people.somebody(people.PROVIDER)
    (grant,) = who.actor.grants
    rule, version = "training_provider:trainings:read:own", policy().version
    with acting(who):
        with listing(thing="trainings") as made:
            made.showed(KEYS, filters={"state", "year"})
        # The list said it: nobody says it again.
        require_somewhere(thing="trainings", action="read")
        with listing(
            thing="trainings", object_type="trainings.training", persons=True,
            kind=RECORDS_EXPORTED, details={"format": "csv"},
        ) as made:  # fmt: skip
            made.showed((), rows=7)
            made.showed(KEYS[:1], rows=0)
    assert events() == [
        ("record.listed", "trainings", rule, version,
         '{"filters":["state","year"],"rows":2}', list(KEYS), [], grant.key),
        ("record.exported", "trainings.training", rule, version,
         '{"filters":[],"format":"csv","rows":0}', list(KEYS[:1]), list(KEYS[:1]), grant.key),
    ]  # fmt: skip


def test_a_list_that_says_nothing_of_what_it_showed_is_a_decision(committed: str) -> None:
    who = people.somebody(people.PROVIDER)
    with acting(who), listing(thing="trainings") as made:
        assert (made.where.organisations, made.where.everywhere) == (
            frozenset({"ror"}),
            False,
        )
    with pytest.raises(ZeroDivisionError), acting(who), listing(thing="trainings"):
        raise ZeroDivisionError
    told = [row[:2] + row[4:6] for row in events()]
    assert told == [("access.decided", "trainings", '{"act":"read"}', [])]


def test_the_mandate_that_opens_is_the_one_that_is_used_where_there_is_one(platform: str) -> None:
    who = people.somebody(people.PROVIDER)
    (first,) = who.actor.grants
    other = replace(first, key=uuid.uuid4(), organisation="jenv")
    both = replace(who, actor=replace(who.actor, grants=(other, first)))
    with acting(both):
        assert require_somewhere(thing="trainings", action="read").mandates == {
            first.key,
            other.key,
        }
        now = current()
        assert now is not None
        # Both open it: neither is the one.
        assert (now.mandate, now.used) == (other.key, None)
        require(thing="trainings", action="read", organisation="ror")
        now = current()
        assert now is not None
        assert now.used == first.key
    unlike = replace(other, role=Role.AUDITOR)
    with acting(replace(who, actor=replace(who.actor, grants=(unlike, first)))):
        require_somewhere(thing="trainings", action="read")
        now = current()
        assert now is not None
        assert now.used == first.key


def test_a_refusal_names_the_thing_or_the_type_that_was_asked_for(committed: str) -> None:
    for object_type in ("", "documents.document"):
        with pytest.raises(Refused), acting(people.somebody(people.AUDITOR)):
            require(thing="trainings", action="read", object_type=object_type, object_key="k")
    with pytest.raises(Refused), acting(people.somebody(people.AUDITOR)):
        require_somewhere(thing="trainings", action="read")
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT object_type, object_key, result, rule, policy_version FROM journal_event"
            " ORDER BY moment"
        ).fetchall()
    rest = ("k", "denied", "no-rule", policy().version)
    assert told == [
        ("trainings", *rest),
        ("documents.document", *rest),
        ("trainings", "", *rest[1:]),
    ]


def test_a_list_is_limited_to_where_it_may_look() -> None:
    rows: QuerySet[Organisation] = Organisation.objects.all()
    some = Reach(
        everywhere=False, organisations=frozenset({"ror"}), rule="", policy_version="",
        mandates=frozenset(),
    )  # fmt: skip
    assert limited(rows, where=replace(some, everywhere=True), field="code") is rows
    assert "IN (ror)" in str(limited(rows, where=some, field="code").query)
    assert some.nowhere is False
    assert replace(some, everywhere=True, organisations=frozenset()).nowhere is False
    assert replace(some, organisations=frozenset()).nowhere is True


class Rows:
    """The rules in a database as a migration meets them."""

    def __init__(self, *fields: str) -> None:
        self.fields, self.made, self.asked = fields, [{"role": "left over"}], ""
        self._default_manager = self._meta = self

    def __call__(self, **values: object) -> dict[str, object]:
        return values

    def get_fields(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(name=name) for name in self.fields]

    def using(self, alias: str) -> "Rows":
        self.asked = alias
        return self

    def all(self) -> "Rows":
        return self

    def delete(self) -> None:
        self.made.clear()

    def bulk_create(self, rows: Any) -> None:
        self.made.extend(rows)


@pytest.mark.parametrize("knows", [True, False])
def test_a_migration_replaces_the_rules_by_those_of_the_file(knows: bool) -> None:
    rows = Rows("role", *(["compartment"] if knows else []))
    given = cast(Any, SimpleNamespace(get_model=lambda *_words: rows))
    editor = cast(Any, SimpleNamespace(connection=SimpleNamespace(alias="owner")))
    load_policy(given, editor)
    assert rows.asked == "owner"
    assert len(rows.made) == len(policy().rules)
    by_thing = {row["thing"]: row for row in rows.made}
    assert by_thing["network_members"].get("compartment") == ("networks" if knows else None)
    assert by_thing["trainings"].get("compartment") == ("" if knows else None)
    assert {"role", "thing", "action", "purpose", "scope"} <= set(by_thing["trainings"])
    model = apps.get_model("access", "AccessRule")
    assert str(model(role="auditor", thing="law", action="read", scope="all")) == (
        "auditor:law:read:all"
    )
    assert model is AccessRule


def test_a_compartment_is_found_by_its_name_and_by_what_stands_in_it(platform: str) -> None:
    networks = compartment_named("networks")
    assert compartment_of("network_members") is networks
    assert (waits_for("network_members"), waits_for("networks")) == ("networks", "")
    assert str(networks) == networks.title["nl"]
    with pytest.raises(KeyError, match="nothing"):
        compartment_of("nothing")
    with pytest.raises(KeyError, match="nothing"):
        compartment_named("nothing")
    assert open_at("networks", organisation="nowhere")
    assert open_at("network_members", organisation="wolverdam")
    assert not open_at("network_members", organisation="nowhere")
    need_declared("network_members", persons=True)
    need_declared("networks", persons=False)
    with pytest.raises(ValueError, match="'networks' holds people"):
        need_declared("networks", persons=True)
    named = {name: str(title) for name, title in compartment_choices()}
    assert named == {
        each.name: each.title["nl"] for each in compartments() if each.persons != Persons.NOBODY
    }
    assert 1 < len(named) < len(compartments())


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ("", "shut until they were assessed"),
        ('shut = ["elsewhere"]\n', "does not stand in it"),
        ('shut = ["x"]\n[b]\nnl = "B"\nen = "B"\npersons = "nobody"\nregime = "avg"\n'
         'controller = "owner"\nthings = ["z"]\nrooms = ["y"]\n', "in two compartments: y"),
        ('shut = ["x"]\n[b]\nnl = "B"\nen = "B"\npersons = "nobody"\nregime = "avg"\n'
         'controller = "owner"\nthings = ["x"]\nrooms = ["z"]\n', "in two compartments: x"),
    ],
)  # fmt: skip
def test_a_wrong_declaration_is_refused(change: str, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        parse_compartments(DECLARED + change)


def test_the_matrix_holds_what_is_asked_for() -> None:
    small = parse(
        'version = "1"\n[purposes]\nlaw = ["programme", "oversight"]\nzones = ["programme"]\n'
        '[auditor.law]\nread = "all"\nexport = "all"\nconfirm = "own"\n'
        '[policy_officer.zones]\nread = "own"\n'
    )
    whole = [
        (right.thing, right.role.value, right.purpose.value, right.scope.value, right.actions)
        for right in matrix(small)
    ]
    assert whole == [
        ("law", "auditor", "oversight", "all", ("export", "read")),
        ("law", "auditor", "oversight", "own", ("confirm",)),
        ("law", "auditor", "programme", "all", ("export", "read")),
        ("law", "auditor", "programme", "own", ("confirm",)),
        ("zones", "policy_officer", "programme", "own", ("read",)),
    ]
    assert [right.thing for right in matrix(small, role="policy_officer")] == ["zones"]
    assert len(matrix(small, thing="law", purpose="oversight")) == 2
    assert len(matrix(small, action="read")) == 3
    assert matrix(small, action="withdraw") == []
    told = matrix(small, thing="zones")[0].as_json()
    reason = reason_of(role="policy_officer", thing="zones")
    assert told == {
        "thing": "zones", "role": "policy_officer", "purpose": "programme", "scope": "own",
        "actions": ["read"], "reason": dict(reason.words), "law": list(reason.law),
        "rests_on": reason.rests,
    }  # fmt: skip


def test_a_reason_is_told_in_the_language_of_the_reader() -> None:
    from django.utils import translation

    reason = Reason(words={"nl": "waarom", "en": "why"}, law=(), rests="")
    for language, word in (("nl", "waarom"), ("en", "why"), ("en-gb", "why"), ("fr", "waarom")):
        with translation.override(language):
            assert str(reason) == word
    with translation.override(None):
        assert str(reason) == "waarom"


def test_a_right_that_needs_more_has_a_third_sentence_and_a_thing_one_ground(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pair, special = next(iter(told()["right"].items()))
    role, _, thing = pair.partition(".")
    content = told()
    (ground,) = [each for each in content["ground"] if thing in each["things"]]
    found = reason_of(role=role, thing=thing)
    for language in ("nl", "en"):
        parts = [content["role"][role][language], ground[language], special[language]]
        assert found.words[language] == " ".join(parts)
    assert (found.law, found.rests) == (tuple(ground.get("law", ())), ground.get("rests", ""))
    assert thing in reasoned_things()
    twice = {"ground": [{"things": ["law"]}, {"things": ["zones", "law"]}]}
    reasons._grounds.cache_clear()
    monkeypatch.setattr(reasons, "told", lambda: twice)
    with pytest.raises(ValueError, match="two grounds for 'law'"):
        reasoned_things()
