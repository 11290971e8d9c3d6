"""The main pages with text at 200 % (WCAG 1.4.4) and in forced colours: nothing cut off or lost."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.accountability.releases.doing import drafted
from tests.browser import office
from tests.browser.test_passkeys import begun, opened, proven, signed_in  # noqa: F401
from tests.core.accounts.doing import invited
from tests.site.addresses_of_documents import document_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Visit = Callable[..., "Page"]
# Letters twice as large in a window that stays as it is: what a reader sets in the browser, and not
# its zoom, which would leave fewer pixels too.
ENLARGED = (
    "document.addEventListener('DOMContentLoaded',"
    " () => { document.documentElement.style.fontSize = '200%'; })"
)
# What does not fit: words beyond the window, or cut off by what holds them; what scrolls by itself
# may hold more than it shows.
LOST = """() => {
  const wide = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth > wide) found.push('the page scrolls sideways');
  for (const each of document.querySelectorAll('body *')) {
    if (!each.checkVisibility() || each.closest('.vijfluik-unseen, svg, pre')) continue;
    const box = each.getBoundingClientRect(), style = getComputedStyle(each);
    if (box.width < 2 || box.height < 2 || !each.textContent.trim()) continue;
    const told = each.tagName + '.' + each.className + ': ' + each.textContent.trim().slice(0, 40);
    const cuts = ['hidden', 'clip'].includes(style.overflowX);
    if (cuts && each.scrollWidth > each.clientWidth + 1) found.push('cut off ' + told);
    if (cuts && each.scrollHeight > each.clientHeight + 2) found.push('cut off below ' + told);
    let held = each.parentElement;
    while (held && getComputedStyle(held).overflowX === 'visible') held = held.parentElement;
    if (!held && box.right > wide + 1) found.push('beyond the window ' + told);
  }
  for (const row of document.querySelectorAll('.vijfluik-header__inner, .vijfluik-heading__row,'
      + ' .vijfluik-buttons, .vijfluik-footer__inner, .vijfluik-tabs ul, .vijfluik-pages ul')) {
    const boxes = [...row.children].filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect());
    boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1) found.push('overlapping in ' + row.className);
    }));
  }
  return [...new Set(found)].slice(0, 8);
}"""
# Without colours of ours: which parts lost their edge, and which of those in sight have no words.
EDGELESS = """() => [...document.querySelectorAll(
    'input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), select, textarea,'
    + ' .vijfluik-button:not(.vijfluik-button--quiet), .vijfluik-badge, .vijfluik-notice')]
  .filter((each) => each.checkVisibility())
  .filter((each) => { const style = getComputedStyle(each); return style.borderTopStyle === 'none'
    || style.borderTopWidth === '0px' || style.borderTopColor === style.backgroundColor; })
  .map((each) => each.outerHTML.slice(0, 120))"""


def pages() -> dict[str, str]:
    """A page of each kind, by who opens it."""
    asked, given, planned = office.requested(), office.held(), office.planned(days=30)
    release = drafted(reference=f"V-{uuid.uuid4().hex[:8]}")
    document = document_at(given.key)
    return {
        "/": "noor",
        "/mijn-werk/": "noor",
        "/eerste-stappen/": "noor",
        "/trainingen/?zoek=R-0": "noor",
        "/trainingen/nieuw/": "noor",
        f"/trainingen/{given.key}/": "noor",
        f"/trainingen/{asked.key}/plannen/": "noor",
        "/trainingen/inlezen/": "noor",
        "/programma/voorkomen/": "noor",
        "/programma/onderdeel/vk-13/": "noor",
        "/programma/samenhang/": "noor",
        "/registers/": "noor",
        "/cijfers/": "noor",
        "/cijfers/ror-trainings-2018/": "noor",
        "/rapportages/integrale-aanpak-2019/": "noor",
        "/recht/": "noor",
        "/zoeken/?zoek=signalen": "noor",
        "/berichten/": "noor",
        "/mijn-account/": "noor",
        "/mijn-account/agenda/": "noor",
        "/verwerkingen/open/": "noor",
        "/toegankelijkheid/": "noor",
        "/toezicht/": "aukje",
        "/toezicht/rechten/?rol=auditor": "aukje",
        "/beheer/mandaten/": "maarten",
        "/beheer/mandaten/nieuw/": "maarten",
        "/mijn-jaar/": "daan",
        "/aanmelden/": "",
        "/beheer/accounts/": "bastiaan",
        "/documenten/": "ruben",
        f"/documenten/{document}/": "ruben",
        f"/trainingen/{planned.key}/uitnodiging/": "noor",
        f"/rapportage-uitgaven/{release.key}/": "noor",
    }


def go(page: "Page", address: str) -> None:
    """Open a page. What is searched for everywhere is typed: an address finds nothing."""
    path, _, words = address.partition("?zoek=")
    everywhere = path == "/zoeken/"
    page.goto(path if everywhere else address)
    if everywhere:
        page.fill("#zoek", words)
        page.press("#zoek", "Enter")
        page.locator("main h2").first.wait_for()


@pytest.mark.usefixtures("short_report")
@pytest.mark.parametrize("width", [1280, 360])
def test_with_text_at_twice_its_size_nothing_is_cut_off_or_lost(visit: Visit, width: int) -> None:
    found, known = {}, dict[str, "Page"]()
    for address, who in pages().items():
        if who not in known:
            known[who] = visit(who, width=width)
            known[who].context.add_init_script(ENLARGED)
        go(known[who], address)
        found[address] = known[who].evaluate(LOST)
    size = known["noor"].evaluate("getComputedStyle(document.body).fontSize")
    assert size == "32px"
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_where_people_sign_in_nothing_is_cut_off_or_loses_its_edge(
    browser: "Browser",
    proven: str,  # noqa: F811 (the fixture of signing in as outside the demonstration)
    width: int,
) -> None:
    page = opened(browser, at=proven, width=width)
    page.context.add_init_script(ENLARGED)
    username = f"groot-{width}"
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        page.emulate_media(forced_colors="none")
        found[name] = page.evaluate(LOST)
        page.emulate_media(forced_colors="active")
        found[name] += page.evaluate(EDGELESS)

    given = invited(username)
    page.goto(f"/begin/{given.word}/")
    look("begin")
    secret = begun(page, word=given.word)
    look("sign in")
    signed_in(page, username=username, secret=secret)
    page.goto("/bevestigen/")
    look("fresh proof")
    assert {name: each for name, each in found.items() if each} == {}
    page.context.close()


@pytest.mark.usefixtures("short_report")
def test_without_colours_of_ours_edges_focus_and_meaning_stay(visit: Visit) -> None:
    found, known = {}, dict[str, "Page"]()
    for address, who in pages().items():
        if who not in known:
            known[who] = visit(who, forced=True)
        go(known[who], address)
        found[address] = known[who].evaluate(EDGELESS)
    assert {address: each for address, each in found.items() if each} == {}
    page = known["noor"]
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    # A badge says in words and by its shape what its colour said; so does a step that was done.
    page.goto("/trainingen/?zoek=R-012")
    badge = page.locator(".vijfluik-badge").first
    assert badge.inner_text().strip()
    assert badge.locator("svg").count() == 1
    # A bar of a chart differs from the paper, and its number stands beside it.
    page.goto("/cijfers/ror-trainings-2018/")
    bar = page.locator(".vijfluik-bars svg").first
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert bar.evaluate("(each) => getComputedStyle(each).fill") != paper
    # The focus has the system's own ring, on a link, a field and a button.
    for each in ("main a", "main input:not([type=hidden])", "main button"):
        page.goto("/trainingen/")
        page.keyboard.press("Tab")
        page.locator(each).first.focus()
        ring = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, s.outlineWidth]; })()"
        )
        assert ring == ["solid", "3px"], each
