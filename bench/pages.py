"""How fast the pages are when twenty people work, on the machine that also drives the load.

    ./run bench pages [--scale 100000] [--minutes 5] [--users 20]
    ./run bench pages --highest [--minutes 1]           (more and more people, until it is too slow)
    ./run bench pages --base http://127.0.0.1:8000      (a demonstration that runs already)

Makes a demonstration of that many records in a database of its own (a minute, the first time),
serves it as `./run demo` does, drives it and prints. Nothing is cached and the journal is on. Each
simulated user signs in, then keeps choosing a kind of page by the shares in `pages.toml` and pauses
as people do. The peer in the same run is `/gezond/`: one query, no sign-in, no journal; the ratio
says what everything else costs.
"""

import argparse
import contextlib
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

MIX = Path(__file__).with_name("pages.toml")
ACCOUNTS = ("noor", "ruben", "jamila", "sietske")
WORDS = ("signalen", "jongeren", "wijk", "school", "Oosterlo", "ROR-2018", "polarisatie")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
OPEN = re.compile(r"(http://127\.0\.0\.1:\d+)/")
RECORD = re.compile(r'href="(/trainingen/[0-9a-f-]{36}/)"')

Form = Mapping[str, str | list[str]]


@dataclass
class Browser:
    """One signed-in user: cookies, the last records seen, and the times of its pages in ms."""

    host: str
    port: int
    account: str
    rng: random.Random
    cookies: dict[str, str] = field(default_factory=dict)
    records: list[str] = field(default_factory=list)
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, form: Form | None = None) -> tuple[int, str, str]:
        """One request on a connection of its own, as a browser behind a proxy would."""
        connection = HTTPConnection(self.host, self.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(form, doseq=True)
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        location = answer.getheader("Location") or ""
        connection.close()
        return answer.status, text, location

    def sign_in(self) -> None:
        """Choose the demonstration account."""
        _, page, _ = self.ask("GET", "/aanmelden/")
        token = TOKEN.search(page)
        if token is None:
            raise SystemExit("The sign-in page has no form; is this a demonstration?")
        self.ask(
            "POST",
            "/aanmelden/",
            {"csrfmiddlewaretoken": token[1], "account": self.account, "next": "/"},
        )

    def timed(self, kind: str, method: str, path: str, form: Form | None = None) -> str:
        """A request whose time counts for its kind; an unexpected status is kept as a fault.

        A form that was accepted leads on; one that comes back says what is wrong with it, or that
        somebody else corrected the same record meanwhile (409), as happens among people.
        """
        started = time.perf_counter()
        status, text, _ = self.ask(method, path, form)
        self.times[kind].append((time.perf_counter() - started) * 1000)
        if status not in ((302, 409) if kind == "write" else (200,)):
            self.faults.append(f"{status} {method} {path}")
        return text

    def visit(self, kind: str) -> None:
        """One page of a kind."""
        getattr(self, f"visit_{kind}")()

    def visit_list(self) -> None:
        """The register: 50 rows, sometimes a later page."""
        page = self.timed("list", "GET", f"/trainingen/?pagina={self.rng.choice([1, 1, 1, 2, 3])}")
        self.records = RECORD.findall(page) or self.records

    def visit_search(self) -> None:
        """The register, searched as its form does: the words in the body, and sealed from there."""
        words = {
            "zoek": self.rng.choice(WORDS),
            "csrfmiddlewaretoken": self.cookies.get("csrftoken", ""),
        }
        page = self.timed("search", "POST", "/trainingen/", words)
        self.records = RECORD.findall(page) or self.records

    def visit_detail(self) -> None:
        """A record with its timeline."""
        if not self.records:
            return self.visit_list()
        self.timed("detail", "GET", self.rng.choice(self.records))
        return None

    def visit_write(self) -> None:
        """Open the form to correct a record (not timed) and save it."""
        if not self.records:
            return self.visit_list()
        address = f"{self.rng.choice(self.records)}wijzigen/"
        status, page, _ = self.ask("GET", address)
        if status != 200:
            return self.visit_list()
        values = form_values(page)
        values["reason"] = ["proef van de snelheid"]
        # Another name in each run, because a correction that changes nothing is refused.
        values["requester"] = [f"Wijkteam {time.time_ns() // 1_000_000}"]
        self.timed("write", "POST", address, values)
        return None

    def visit_overview(self) -> None:
        """Overzicht."""
        self.timed("overview", "GET", "/")

    def visit_work(self) -> None:
        """Mijn werk."""
        self.timed("work", "GET", "/mijn-werk/")

    def visit_figures(self) -> None:
        """Cijfers, computed now."""
        self.timed("figures", "GET", "/cijfers/")


class FormReader(HTMLParser):
    """The fields of the form in the main part of a page that sends what was filled in (POST)."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._main = self._inside = False
        self._area = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the value that a browser would send."""
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "main":
            self._main = True
        elif tag == "form":
            self._inside = self._main and (given.get("method") or "").lower() == "post"
        elif not self._inside:
            return
        elif tag == "input" and name:
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.values.setdefault(name, []).append(value)
        elif tag == "textarea":
            self._area = name
            self.values[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            self.values.setdefault(self._select, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        """Leave what ends."""
        if tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._inside = False

    def handle_data(self, data: str) -> None:
        """The text of a larger field."""
        if self._area:
            self.values[self._area][0] += data


def form_values(page: str) -> dict[str, list[str]]:
    """The fields of the form on a page, as a browser would send them."""
    reader = FormReader()
    reader.feed(page)
    return reader.values


def work(browser: Browser, *, share: dict[str, int], pause: float, until: float) -> None:
    """One user until the end of the run."""
    kinds, weights = list(share), list(share.values())
    time.sleep(browser.rng.uniform(0, pause))
    while time.monotonic() < until:
        browser.visit(browser.rng.choices(kinds, weights)[0])
        time.sleep(browser.rng.expovariate(1 / pause))


def peer_times(browser: Browser, *, until: float) -> list[float]:
    """The peer, asked once a second while the others work."""
    found = []
    while time.monotonic() < until:
        started = time.perf_counter()
        browser.ask("GET", "/gezond/")
        found.append((time.perf_counter() - started) * 1000)
        time.sleep(1)
    return found


def runnable() -> int:
    """How many threads of this machine run or wait for a processor, this one left out."""
    for line in Path("/proc/stat").read_text(encoding="ascii").splitlines():
        if line.startswith("procs_running"):
            return int(line.split()[1]) - 1
    return 0


def watch_machine(found: list[int], *, until: float) -> None:
    """Look ten times a second how busy the machine is."""
    while time.monotonic() < until:
        found.append(runnable())
        time.sleep(0.1)


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> None:
    """Run the mix and print one line per kind of page."""
    mix = tomllib.loads(MIX.read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(prog="bench/pages.py", description=__doc__)
    parser.add_argument("--base", help="a demonstration that runs already; else one is served")
    parser.add_argument("--scale", type=int, default=100_000, help="records of the one served")
    parser.add_argument("--minutes", type=float, default=mix["minutes"])
    parser.add_argument("--users", type=int, default=mix["users"])
    parser.add_argument("--highest", action="store_true", help="how many people it holds for")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    chosen = parser.parse_args()
    with contextlib.ExitStack() as held:
        base = chosen.base or held.enter_context(served(scale=chosen.scale))
        if chosen.highest:
            find_highest(mix, chosen, base=base)
        else:
            report(drive(mix, chosen, base=base, people=chosen.users), chosen, mix=mix)


@contextlib.contextmanager
def served(*, scale: int) -> Iterator[str]:
    """A demonstration of that size on a free port, as everybody serves one; its address."""
    command = [sys.executable, "-m", "vijfluik", "demo", f"--scale={scale}"]
    subprocess.run([*command, "--no-serve"], check=True, stdout=sys.stderr)
    # Four people ask what hundreds would: the bound per person is no part of what is measured.
    without_bound = {**os.environ, "VIJFLUIK_PAGES_PER_MINUTE": "1000000"}
    demo = subprocess.Popen(
        [*command, "--port=0"], stdout=subprocess.PIPE, text=True, env=without_bound
    )
    assert demo.stdout is not None
    try:
        found = next((OPEN.search(line) for line in demo.stdout if OPEN.search(line)), None)
        if found is None:
            raise SystemExit("The demonstration did not open; see above.")
        threading.Thread(target=demo.stdout.read, daemon=True).start()
        yield found[1]
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(timeout=30)


@dataclass(kw_only=True)
class Measured:
    """What one run measured: times in ms by kind of page, of the peer, and how busy it was."""

    people: int
    minutes: float
    times: dict[str, list[float]]
    peer: list[float]
    busy: list[int]
    faults: list[str]

    @property
    def asked(self) -> int:
        """How many pages."""
        return sum(len(values) for values in self.times.values())

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.asked / (self.minutes * 60)

    def slowest(self) -> tuple[str, float]:
        """The kind of page that took longest, and its p95 in ms."""
        return max(
            ((kind, percentile(values, 0.95)) for kind, values in self.times.items()),
            key=lambda found: found[1],
        )


def drive(mix: dict[str, Any], chosen: argparse.Namespace, *, base: str, people: int) -> Measured:
    """Let so many people work until the time is over."""
    place = urlsplit(base)
    users = [
        Browser(
            host=place.hostname or "127.0.0.1",
            port=place.port or 80,
            account=ACCOUNTS[number % len(ACCOUNTS)],
            rng=random.Random(chosen.seed * 1000 + number),
        )
        for number in range(people)
    ]
    for user in users:
        user.sign_in()
    until = time.monotonic() + chosen.minutes * 60
    threads = [
        threading.Thread(
            target=work,
            args=(user,),
            kwargs={"share": mix["share"], "pause": mix["pause_seconds"], "until": until},
        )
        for user in users
    ]
    busy: list[int] = []
    threads.append(threading.Thread(target=watch_machine, args=(busy,), kwargs={"until": until}))
    for thread in threads:
        thread.start()
    peer = peer_times(users[0], until=until)
    for thread in threads:
        thread.join()
    times: dict[str, list[float]] = defaultdict(list)
    for user in users:
        for kind, values in user.times.items():
            times[kind] += values
    return Measured(
        people=people,
        minutes=chosen.minutes,
        times=times,
        peer=peer,
        busy=busy,
        faults=[fault for user in users for fault in user.faults],
    )


def find_highest(mix: dict[str, Any], chosen: argparse.Namespace, *, base: str) -> None:
    """More people each time, until a kind of page is beyond the goal; print what still held."""
    goal, held = mix["goal_p95_ms"], None
    people = chosen.users
    while True:
        found = drive(mix, chosen, base=base, people=people)
        kind, slowest = found.slowest()
        print(
            f"{people} people, {found.rate:.1f} pages/s: slowest {kind} p95 {slowest:.0f} ms,"
            f" peer p95 {percentile(found.peer, 0.95):.1f} ms, ratio"
            f" {slowest / percentile(found.peer, 0.95):.1f}, {len(found.faults)} faults,"
            f" {statistics.mean(found.busy):.2f} threads wanted a processor",
            flush=True,
        )
        if slowest > goal or found.faults:
            break
        held, people = found, people + max(5, people // 4)
    if held is None:
        print(f"goal p95 {goal} ms: it does not hold for {chosen.users} people")
    else:
        print(f"goal p95 {goal} ms holds up to {held.people} people, {held.rate:.1f} pages/s")


def report(found: Measured, chosen: argparse.Namespace, *, mix: dict[str, Any]) -> None:
    """Print n, median and p95 per kind, beside the peer, and how busy the machine was."""
    goal, floor = mix["goal_p95_ms"], percentile(found.peer, 0.95)
    rows = {
        kind: {
            "n": len(values),
            "median_ms": round(statistics.median(values), 1),
            "p95_ms": round(percentile(values, 0.95), 1),
            "ratio_to_peer_p95": round(percentile(values, 0.95) / floor, 2),
            "within_goal": percentile(values, 0.95) <= goal,
        }
        for kind, values in sorted(found.times.items())
    }
    runnable = statistics.mean(found.busy)
    if chosen.json:
        told = {"pages": rows, "peer_p95_ms": round(floor, 1), "faults": found.faults}
        print(json.dumps({**told, "runnable": round(runnable, 2)}))
        return
    print(
        f"{found.people} people asked {found.asked} pages on {os.cpu_count()} processors, for which"
    )
    print(f"{runnable:.2f} threads of the whole machine ran or waited on average")
    print(f"peer /gezond/ p95 {floor:.1f} ms; goal p95 {goal} ms; faults {len(found.faults)}")
    for kind, row in rows.items():
        print(kind.ljust(10), *(f"{name}={value}" for name, value in row.items()))
    for fault in sorted(set(found.faults))[:10]:
        print("fault", fault)


if __name__ == "__main__":
    main()
