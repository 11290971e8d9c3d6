"""`./run report factsheets --out DIR`: a sheet per municipality, as PDF and as web page.

All sheets are of one closed moment. A run that was stopped goes on where it was when the same
folder is given: the moment stands in its manifest.
"""

import argparse
import datetime as dt
import json
import re
import sys
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vijfluik import __version__
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.files import read_file, write_file
from vijfluik.cli.moments import moment_for
from vijfluik.cli.progress import say

if TYPE_CHECKING:
    from vijfluik.accountability.factsheets.places import Municipality
    from vijfluik.accountability.factsheets.writing import Written
    from vijfluik.core.partners.acting import Acting

MANIFEST = "manifest.json"
SECONDS_BETWEEN = 2.0


def factsheets(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    """Write the sheets and answer in JSON on standard output.

    Raises:
        CommandFailed: the folder holds sheets of another moment, or cannot be written.
        Refused, NotClosed: see `make_sheets`.
    """
    from django.conf import settings

    from vijfluik.accountability.factsheets.actions import make_sheets
    from vijfluik.accountability.factsheets.writing import Work, write_all, written_before
    from vijfluik.core.documents.structure import Language
    from vijfluik.core.facts.statements import moment_text
    from vijfluik.core.partners.acting import acting

    folder = options.out
    before = _manifest(folder)
    moment = _moment(options, before=before, begun=begun)
    head = {
        "as_of": moment_text(moment),
        "language": options.language,
        "site": options.site,
        "software": __version__,
    }
    _require_same(before, head=head, folder=folder)
    say(f"Computing the figures as of {moment.isoformat()} …")
    with acting(who):
        sheets, places = make_sheets(
            as_of=moment,
            language=Language(options.language),
            demonstration=settings.DEMONSTRATION,
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandFailed(f"{folder} cannot be made: {error.strerror}.") from None
    _keep(folder, head=head, sheets=[])
    stems = {_stem(each): each for each in places}
    done = [found for stem in stems if (found := written_before(stem, folder=folder)) is not None]
    if done:
        say(f"{len(done)} of {len(stems)} were there already; going on with the others")
    there = {each.stem for each in done}
    works = [
        Work(stem=stem, document=sheets.document(place))
        for stem, place in stems.items()
        if stem not in there
    ]
    told = time.monotonic()
    try:
        for each in write_all(works, folder=folder, base_url=options.site):
            done.append(each)
            if time.monotonic() - told >= SECONDS_BETWEEN:
                told = time.monotonic()
                say(f"{len(done)} of {len(stems)} sheets written")
    except OSError as error:
        raise CommandFailed(f"{folder} cannot be written: {error.strerror}.") from None
    said = [_told(each, place=stems[each.stem]) for each in sorted(done, key=lambda one: one.stem)]
    manifest = _keep(folder, head=head, sheets=said)
    say(f"Wrote {len(stems)} sheets in {folder}")
    sys.stdout.write(json.dumps(manifest | {"written": len(works)}, ensure_ascii=False) + "\n")
    return 0


def add_factsheets(
    acts: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Give `./run report` this act; the common options are added to what comes back."""
    made = acts.add_parser(
        "factsheets", help="write a sheet per municipality; goes on where it was stopped"
    )
    made.add_argument("--out", type=Path, required=True, metavar="DIR", help="made when missing")
    made.add_argument(
        "--language", choices=["nl", "en"], default="nl", help="of the sheets (default: nl)"
    )
    made.set_defaults(report="")
    return made


def _moment(
    options: argparse.Namespace, *, before: dict[str, object], begun: dt.datetime
) -> dt.datetime:
    """What was asked for; otherwise that of a run that was stopped; otherwise now."""
    kept = before.get("as_of")
    if options.as_of is None and isinstance(kept, str):
        return dt.datetime.fromisoformat(kept)
    return moment_for(options.as_of, begun=begun)


def _manifest(folder: Path) -> dict[str, object]:
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        found = json.loads(read_file(path))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise CommandFailed(f"{path} is no manifest of sheets. Give another folder.")
    return found


def _require_same(before: dict[str, object], *, head: dict[str, str], folder: Path) -> None:
    for name, value in head.items():
        if before and before.get(name) != value:
            raise CommandFailed(
                f"{folder} holds sheets with {name} {before.get(name)}, not {value}. Give another"
                " folder, or remove this one."
            )


def _keep(
    folder: Path, *, head: dict[str, str], sheets: Sequence[dict[str, object]]
) -> dict[str, object]:
    manifest = {**head, "finished": bool(sheets), "sheets": list(sheets)}
    content = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    write_file(folder / MANIFEST, content)
    return manifest


def _told(written: "Written", *, place: "Municipality") -> dict[str, object]:
    files = {f"{written.stem}.{kind}": digest for kind, digest in sorted(written.hashes.items())}
    return {"code": place.code, "name": place.name, "files": files}


def _stem(place: "Municipality") -> str:
    plain = unicodedata.normalize("NFKD", place.name).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"{place.code}-{name}".rstrip("-")
