"""Hostile input gets a page, never an error of the server."""

import io
import zipfile

import pytest
from django.test import Client
from tests.site import people

from vijfluik.core.registers.importing.archives import inspect_archive
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.sheets import LIMITS


def test_a_nul_in_the_name_of_an_account_is_an_account_that_does_not_exist(platform: str) -> None:
    assert Client().post("/aanmelden/", {"account": "no\0or\0x"}).status_code == 404


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "geen-dag"])
def test_a_day_that_no_journal_holds_is_told_so(platform: str, day: str) -> None:
    answer = people.browser(people.AUDITOR).get("/toezicht/", {"tot_en_met": day})
    assert answer.status_code == 200
    assert "aria-invalid" in answer.content.decode()


def test_the_next_page_is_always_one_of_this_site(platform: str) -> None:
    for target in ("//evil.example/x", "/\\evil.example", "https://evil.example/", "javascript:1"):
        answer = Client().post("/aanmelden/", {"account": "noor", "next": target})
        assert answer.headers["Location"] == "/"


def test_whoever_signs_in_with_a_form_of_before_is_told_what_to_do(platform: str) -> None:
    answer = Client(enforce_csrf_checks=True).post("/aanmelden/", {"account": "noor"})
    told = answer.content.decode()
    assert answer.status_code == 403
    assert "laad de pagina opnieuw" in told
    assert 'class="vijfluik-header"' in told


def test_an_archive_that_only_looks_like_a_spreadsheet_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(FileRefused):
        inspect_archive(content.getvalue(), limits=LIMITS)
