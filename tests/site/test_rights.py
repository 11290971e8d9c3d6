"""The matrix of rights is the policy: on the page and as JSON, whole and for a part of it."""

import html
import json
import re

import pytest
from tests.site import people

from vijfluik.cli.commands import access
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.access.matrix import matrix
from vijfluik.core.access.policy import policy
from vijfluik.core.access.reasons import reason_of, reasoned_things, told
from vijfluik.core.access.things import ACTS, THINGS
from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.law.library import library
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Purpose, Role
from vijfluik.site.pages import rights

PAGE = "/toezicht/rechten/"


def rows(query: str = "") -> list[str]:
    """The rows of all pages of the table, as an auditor sees them."""
    visitor, found = people.browser(people.AUDITOR), list[str]()
    address: str | None = PAGE + query
    while address is not None:
        answer = visitor.get(address)
        assert answer.status_code == 200
        page = answer.content.decode()
        here = re.findall(r"<tr.*?</tr>", page.split("<tbody")[-1], re.DOTALL)
        assert len(here) <= rights.PAGE
        found += here if "<tbody" in page else []
        onward = re.search(r'href="([^"]+)" rel="next"', page)
        address = PAGE + html.unescape(onward[1]) if onward else None
    return found


def test_the_matrix_says_every_rule_of_the_policy_once() -> None:
    told = [
        (right.role, right.thing, act, right.purpose, right.scope)
        for right in matrix(policy())
        for act in right.actions
    ]
    rules = [
        (rule.role, rule.thing, rule.action, rule.purpose, rule.scope) for rule in policy().rules
    ]
    assert sorted(told) == sorted(rules)


def test_everything_in_the_policy_has_a_name_for_people() -> None:
    assert {rule.thing for rule in policy().rules} <= set(THINGS)
    assert {rule.action for rule in policy().rules} <= set(ACTS)


def test_each_right_has_a_reason_in_both_languages_and_rests_on_law() -> None:
    found = matrix(policy())
    for right in found:
        assert min(len(words) for words in right.reason.words.values()) > 40, right
        assert right.reason.law or right.reason.rests, right
        assert set(right.reason.law) <= set(library()), right
    # Nothing is reasoned about that is not there.
    assert reasoned_things() == {right.thing for right in found}
    assert set(told()["role"]) == {right.role.value for right in found}
    pairs = {f"{right.role}.{right.thing}" for right in found}
    assert set(told()["right"]) <= pairs
    with pytest.raises(KeyError):
        reason_of(role="auditor", thing="what_nobody_reasoned")


def test_the_page_shows_the_whole_or_what_is_asked(committed: str) -> None:
    assert len(rows()) == len(matrix(policy()))
    of_auditor = rows("?rol=auditor")
    assert len(of_auditor) == len(matrix(policy(), role="auditor"))
    assert len(of_auditor) < len(matrix(policy()))
    one = rows("?rol=auditor&onderdeel=law")
    assert len(one) == len(matrix(policy(), role="auditor", thing="law"))
    assert all("Het recht" in row and str(Role.AUDITOR.label) in row for row in one)
    assert rows("?rol=auditor&onderdeel=grant_money") == []
    may_export = rows("?handeling=export&waarvoor=programme")
    assert len(may_export) == len(matrix(policy(), action="export", purpose="programme"))
    journal = "".join(rows("?onderdeel=journal&rol=auditor"))
    assert 'href="/recht/avg-5/"' in journal
    assert "op rechtmatigheid en nooit op prestaties" in journal
    assert "BIO2 8.15" in journal


def test_a_file_holds_what_the_page_shows_and_the_journal_tells_of_it(committed: str) -> None:
    visitor = people.browser(people.AUDITOR)
    answer = visitor.get(f"{PAGE}uitvoer/json/?rol=auditor")
    expected = {each.thing: each.as_json() for each in matrix(policy(), role="auditor")}
    content = json.loads(answer.content)
    assert content["version"] == policy().version
    assert {each["thing"]: each for each in content["rights"]} == expected
    assert content["notice"] == "verzonnen gegevens"
    lines = visitor.get(f"{PAGE}uitvoer/csv/?onderdeel=law").content.decode("utf-8-sig")
    assert lines.startswith("# verzonnen gegevens. Rechten volgens versie ")
    assert len(lines.splitlines()) == 2 + len(matrix(policy(), thing="law"))
    assert "awb-3-46" in lines
    assert visitor.get(f"{PAGE}uitvoer/pdf/").status_code == 404
    with acting(people.somebody(people.AUDITOR, purpose=Purpose.OVERSIGHT)):
        found = page_of_events(wanted=Filter(action="record.exported")).events
    assert [json.loads(event.details)["format"] for event in found] == ["csv", "json"]


def test_the_command_says_the_same(platform: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert access.run(["matrix", "--format", "json", "--thing", "law"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == policy().version
    assert told["rights"] == [each.as_json() for each in matrix(policy(), thing="law")]
    assert access.run(["matrix", "--role", "auditor", "--thing", "law"]) == 0
    assert capsys.readouterr().out.startswith("law\tauditor\tall\t")
    with pytest.raises(CommandFailed):
        access.run(["matrix", "--role", "nobody"])
