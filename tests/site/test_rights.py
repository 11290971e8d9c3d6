"""The matrix of rights is the policy: on the page and as JSON, whole and for a part of it."""

import json
import re

import pytest
from tests.site import people

from vijfluik.cli.commands import access
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.access.matrix import matrix
from vijfluik.core.access.policy import policy
from vijfluik.core.access.things import ACTS, THINGS
from vijfluik.core.partners.models import Role

PAGE = "/toezicht/rechten/"


def rows(query: str = "") -> list[str]:
    """The rows of the page's table, as an auditor sees them."""
    answer = people.browser(people.AUDITOR).get(PAGE + query)
    assert answer.status_code == 200
    table = answer.content.decode().split("<tbody")[-1]
    return re.findall(r"<tr.*?</tr>", table, re.DOTALL) if "<tbody" in str(answer.content) else []


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


def test_the_page_shows_the_whole_or_what_is_asked(committed: str) -> None:
    assert len(rows()) == len(matrix(policy()))
    of_auditor = rows("?rol=auditor")
    assert len(of_auditor) == len(matrix(policy(), role="auditor"))
    assert len(of_auditor) < len(matrix(policy()))
    one = rows("?rol=auditor&onderdeel=law")
    assert len(one) == len(matrix(policy(), role="auditor", thing="law"))
    assert all("Het recht" in row and str(Role.AUDITOR.label) in row for row in one)
    assert rows("?rol=auditor&onderdeel=grant_money") == []


def test_the_command_says_the_same(platform: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert access.run(["matrix", "--format", "json", "--thing", "law"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == policy().version
    assert told["rights"] == [each.as_json() for each in matrix(policy(), thing="law")]
    assert access.run(["matrix", "--role", "auditor", "--thing", "law"]) == 0
    assert capsys.readouterr().out.startswith("law\tauditor\tall\t")
    with pytest.raises(CommandFailed):
        access.run(["matrix", "--role", "nobody"])
