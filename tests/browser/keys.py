"""The keyboard scripts of docs/accessibility.md, read from the document and played in a browser.

A section is a piece of work. `As *name*, at `address`:` says who goes where, or `at *what somebody
was given*`; each row of the table below it has what is pressed and what then follows. Pressed:
`` `Enter` ``, ``type `words` ``, `type *what somebody knows*`, `` `Tab` to *name* `` (again and
again until what has the focus is called so) and `` `Space`, choose `file` ``. Follows: `*words*`
that can be read, or `focus: *name*`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vijfluik.cli.checkout import root

if TYPE_CHECKING:
    from playwright.sync_api import Page

WHO = re.compile(r"As \*(.+?)\*, at [`*](.+?)[`*]:")
PRESSED = re.compile(
    r"type `(?P<words>[^`]+)`"
    r"|type \*(?P<known>[^*]+)\*"
    r"|`(?P<opens>\w+)`, choose `(?P<file>[^`]+)`"
    r"|`(?P<tab>(?:Shift\+)?Tab)` to \*(?P<name>[^*]+)\*"
    r"|`(?P<key>[^`]+)`"
)
FOLLOWS = re.compile(r"(?P<focus>focus: )?\*(?P<words>[^*]+)\*")
MOST_TABS = 120
LOOKS = 40
# Not of the demonstration: proves who they are.
NEWCOMER = "Nina Nieuw"
# Making the files of a release takes longest, in milliseconds.
LONGEST = 20_000
# What has the focus: what it is called, and what is wrong with how its reader sees that.
FOCUSED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return { name: '', fault: '', at: null };
  const words = (node) => (node?.textContent || '').replace(/\\s+/g, ' ').trim();
  const named = (here.getAttribute('aria-labelledby') || '').split(' ')
    .map((id) => words(document.getElementById(id))).join(' ').trim();
  const field = here.matches('input, select, textarea');
  const label = field ? words(here.labels?.[0]) : words(here);
  const name = here.getAttribute('aria-label') || named || label || here.title || '';
  const box = here.getBoundingClientRect();
  const at = { nth: [...document.querySelectorAll('*')].indexOf(here), left: box.left,
    right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY };
  // A heading is marked in the margin; parts of a date have a ring of the browser's own.
  const own = here.getAttribute('tabindex') === '-1' || here.matches('[type^=date]');
  if (own) return { name, fault: '', at };
  const style = getComputedStyle(here);
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const middle = box.top + Math.min(box.height, innerHeight) / 2;
  const y = Math.min(Math.max(middle, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const shape = here.querySelector?.('circle');
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
    || (shape && getComputedStyle(shape).strokeWidth !== '0px');
  let fault = '';
  if (here.tabIndex > 0) fault = 'is put in an order of its own';
  else if (!name) fault = 'has no name: ' + here.outerHTML.slice(0, 120);
  else if (box.width < 2 || box.height < 2) fault = 'cannot be seen';
  else if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
    fault = 'lies outside the window';
  else if (!marked) fault = 'is not marked as having the focus';
  else if (top && !(here.contains(top) || top.contains(here)
    || (here.labels && [...here.labels].some((each) => each.contains(top)))))
    fault = 'is covered by ' + top.outerHTML.slice(0, 120);
  return { name, fault, at };
}"""
MARK = "() => { window.fromBefore = true; }"
# The same page as before the keys, and nothing in it has the focus any more.
LOST = "() => window.fromBefore === true && document.activeElement === document.body"


@dataclass(frozen=True, kw_only=True)
class Row:
    """What somebody presses and what follows; `address` is where they go first, empty for on."""

    who: str
    address: str
    pressed: str
    follows: str


def scripts(document: Path) -> dict[str, list[Row]]:
    """Piece of work → its rows, in the order of the document."""
    found: dict[str, list[Row]] = {}
    title = who = address = ""
    for line in document.read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            title, who = line.removeprefix("### "), ""
        elif said := WHO.fullmatch(line):
            who, address = said.groups()
        elif who and line.startswith("| ") and not line.startswith("| Keys"):
            pressed, follows = (cell.strip() for cell in line.strip("|").split(" | "))
            found.setdefault(title, []).append(
                Row(who=who, address=address, pressed=pressed, follows=follows)
            )
            address = ""
    return found


SCRIPTS = scripts(Path(root(), "docs", "accessibility.md"))


def usernames() -> dict[str, str]:
    """Name → sign-in name, of the people of the demonstration."""
    told = tomllib.loads(Path(root(), "src/vijfluik/demo/people.toml").read_text("utf-8"))
    return {each["name"]: each["username"] for each in told["people"]}


def play(
    rows: list[Row],
    *,
    pages: Callable[[str], "Page"],
    files: Mapping[str, Path],
    known: Mapping[str, Callable[["Page"], str]],
) -> None:
    """Press what the rows say, and look whether what they promise follows.

    Args:
        pages: who → the page of their own browser.
        files: the names of files that may be chosen → where they are.
        known: what somebody knows or was given, by what the document calls it.
    """
    for row in rows:
        page = pages(row.who)
        if row.address:
            page.goto(known[row.address](page) if row.address in known else row.address)
        page.evaluate(MARK)
        for found in _found(PRESSED, row.pressed):
            _press(page, found, files=files, known=known)
        for found in _found(FOLLOWS, row.follows):
            if found["focus"]:
                _wait_for_focus(page, found["words"])
            else:
                _wait_for_words(page, found["words"], row=row)
        assert not _asked(page, LOST), f"{page.url}: the focus is lost after {row.pressed}"


def _found(pattern: re.Pattern[str], cell: str) -> Iterator[re.Match[str]]:
    """All that a cell says; nothing may be left that is not understood."""
    rest = pattern.sub("", cell).replace(",", "").replace("then", "").strip()
    assert not rest, f"{cell!r} says {rest!r}, which nobody can press or see"
    return pattern.finditer(cell)


def _press(
    page: "Page",
    found: re.Match[str],
    *,
    files: Mapping[str, Path],
    known: Mapping[str, Callable[["Page"], str]],
) -> None:
    if found["words"]:
        page.keyboard.type(found["words"])
    elif found["known"]:
        page.keyboard.type(known[found["known"]](page))
    elif found["file"]:
        with page.expect_file_chooser() as chooser:
            page.keyboard.press(found["opens"])
        chooser.value.set_files(files[found["file"]])
    elif found["tab"]:
        _tab(page, found["tab"], name=found["name"])
    else:
        page.keyboard.press(found["key"])


def _tab(page: "Page", key: str, *, name: str) -> None:
    """Press a key until what has the focus is called so; each stop on the way must be seen, and
    come after the one before it, to the right of it or lower.
    """
    passed: list[str] = []
    before = None
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        here = _focused(page)
        assert not here["fault"], f"{page.url}: {here['name'][:60]!r} {here['fault']}"
        if key == "Tab" and _goes_back(before, here["at"]):
            raise AssertionError(f"{page.url}: {here['name'][:60]!r} stands before {passed[-1]!r}")
        if here["name"].startswith(name):
            return
        passed.append(here["name"][:30])
        before = here["at"]
    raise AssertionError(f"{page.url}: {key} never reaches {name!r}, but {passed}")


def _goes_back(before: dict[str, float] | None, here: dict[str, float] | None) -> bool:
    """Whether the eye must go up or back in the same column; from the end of a page to its
    beginning it may.
    """
    if before is None or here is None or here["nth"] < before["nth"]:
        return False
    higher = here["bottom"] <= before["top"]
    beside = here["top"] < before["bottom"] and before["top"] < here["bottom"]
    return (higher and here["left"] < before["right"]) or (
        beside and here["right"] <= before["left"]
    )


def _focused(page: "Page") -> dict[str, Any]:
    """What has the focus; what is wrong with it only when that lasts longer than a transition,
    which on a busy machine may take a second.
    """
    here: dict[str, Any] = _asked(page, FOCUSED)
    for _ in range(LOOKS):
        if not here["fault"]:
            break
        page.wait_for_timeout(50)
        here = page.evaluate(FOCUSED)
    return here


def _asked(page: "Page", question: str) -> Any:
    """What a page answers, also when the keys before led to another, which came only now."""
    from playwright.sync_api import Error

    try:
        return page.evaluate(question)
    except Error as error:
        if "context was destroyed" not in str(error):
            raise
        page.wait_for_load_state()
        return page.evaluate(question)


def _wait_for_words(page: "Page", words: str, *, row: Row) -> None:
    from playwright.sync_api import TimeoutError as TooLate

    try:
        page.get_by_text(re.compile(re.escape(words))).locator("visible=true").first.wait_for(
            timeout=LONGEST
        )
    except TooLate as error:
        main = " ".join(page.locator("main").inner_text().split())
        raise AssertionError(f"{page.url}: no {words!r} after {row.pressed}: {main}") from error


def _wait_for_focus(page: "Page", name: str) -> None:
    """Until what has the focus is called so; a page's policy lets no condition be evaluated."""
    here = {}
    for _ in range(100):
        here = _focused(page)
        if here["name"].startswith(name):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{page.url}: the focus is on {here.get('name')!r}, not on {name!r}")
