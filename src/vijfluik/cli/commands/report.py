"""`./run report build|bundle|diff|factsheets|releases|publish`: reports, their evidence, releases.

Exit code 0 when the files are there; 1 when a number in the text is not bound to a figure (the
list of the linter is the answer) or the act was refused. Nothing is written then.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from vijfluik.cli import releases
from vijfluik.cli.acting import POLICY_OFFICER, acting_as, add_account_option
from vijfluik.cli.commands.report_diff import add_diff, diff
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.factsheets import add_factsheets, factsheets
from vijfluik.cli.files import write_file
from vijfluik.cli.moments import HELP, moment_for
from vijfluik.cli.progress import say

if TYPE_CHECKING:
    from vijfluik.accountability.reports.actions import ReportFile
    from vijfluik.accountability.reports.building import Built
    from vijfluik.accountability.reports.linter_finding import LintError
    from vijfluik.core.partners.acting import Acting

RELEASES = {"publish": releases.publish, "releases": releases.listed}
SITE = "http://127.0.0.1:8000"
# The formats of reports.formats, which Django has to be ready for; a test compares them.
AREAS = ("verwerven", "voorkomen", "verdedigen", "voorbereiden", "vervolgen")
FORMATS = ("html", "pdf", "docx", "odt", "csv", "json", "jsonld")


def run(arguments: Sequence[str]) -> int:
    """Build the report and answer in JSON on standard output.

    Raises:
        CommandFailed: the account, the report, the moment or the folder is not there, or the
            account may not build reports.
    """
    begun = dt.datetime.now(dt.UTC)
    options = parser().parse_args(arguments)
    who = acting_as(name=options.account)
    if options.act in RELEASES:
        return RELEASES[options.act](options, who=who)
    from vijfluik.accountability.figures.library import UnknownFigure
    from vijfluik.accountability.reports.linter_finding import LintError
    from vijfluik.accountability.reports.prose_errors import ProseError
    from vijfluik.accountability.reports.source import ReportSourceError
    from vijfluik.core.access.gate import Refused
    from vijfluik.core.versions.moments import NotClosed

    acts = {"build": _build, "bundle": _bundle, "diff": diff, "factsheets": factsheets}
    try:
        return acts[options.act](options, who=who, begun=begun)
    except LintError as error:
        return _naked(error)
    except ProseError as error:
        _answer({"error": {"line": error.line, "column": error.column, "message": error.english}})
        sys.stderr.write(f"{error}\n")
        return 1
    except (ReportSourceError, UnknownFigure) as error:
        raise CommandFailed(f"The report cannot be read: {error}.") from None
    except Refused:
        raise CommandFailed(
            f"There is no report {options.report!r}, or {options.account} may not do this."
        ) from None
    except NotClosed as error:
        raise CommandFailed(f"{error}. Give an earlier moment, or try again.") from None


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run report", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    build = acts.add_parser("build", help="write the report in all its formats")
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="made when missing")
    build.add_argument(
        "--language", choices=["nl", "en"], default="nl", help="of the edition (default: nl)"
    )
    build.add_argument(
        "--only",
        dest="formats",
        nargs="+",
        choices=FORMATS,
        default=(),
        metavar="FORMAT",
        help=f"only these of the formats {', '.join(FORMATS)}",
    )
    build.add_argument("--area", choices=AREAS, help="the chapter of one area alone")
    bundle = acts.add_parser("bundle", help="write the evidence of the report, to check offline")
    bundle.add_argument("--out", type=Path, required=True, metavar="FILE", help="a zip file")
    bundle.add_argument(
        "--internal",
        action="store_true",
        help="with everything that a publication hides, for a court of audit; not for publication",
    )
    for each in (build, bundle):
        _add_common(each)
    _add_moment(add_factsheets(acts))
    add_diff(acts)
    releases.add_acts(acts, site=_address, default_site=SITE)
    return made


def _add_common(parser: argparse.ArgumentParser) -> None:
    """The options by which a report is computed."""
    parser.add_argument("--report", default="", metavar="NAME", help="default: the only one")
    _add_moment(parser)


def _add_moment(parser: argparse.ArgumentParser) -> None:
    """As of when, where links lead, and who acts."""
    parser.add_argument("--as-of", metavar="MOMENT", help=HELP)
    parser.add_argument(
        "--site",
        type=_address,
        default=SITE,
        metavar="ADDRESS",
        help=f"where the links to figures lead (default: {SITE})",
    )
    add_account_option(parser, default=POLICY_OFFICER)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise argparse.ArgumentTypeError("an address begins with http:// or https://")
    return text.rstrip("/")


def _build(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    from django.conf import settings

    from vijfluik.accountability.reports.actions import FileFormat, make_files
    from vijfluik.accountability.reports.library import DEFAULT
    from vijfluik.core.documents.structure import Language
    from vijfluik.core.items.areas import Area
    from vijfluik.core.partners.acting import acting

    moment = moment_for(options.as_of, begun=begun)
    say(f"Computing the figures as of {moment.isoformat()} …")
    folder = options.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandFailed(f"{folder} cannot be made: {error.strerror}.") from None
    # Files first, commit after: receipts of a report that could not be written are not kept.
    with acting(who):
        built, files = make_files(
            options.report or DEFAULT,
            language=Language(options.language),
            as_of=moment,
            formats=tuple(FileFormat(each) for each in options.formats) or tuple(FileFormat),
            base_url=options.site,
            demonstration=settings.DEMONSTRATION,
            area=None if options.area is None else Area(options.area),
        )
        written = [_written(each, folder=folder) for each in files]
    for path in written:
        say(f"Wrote {path}")
    _answer(_told(built, files=zip(written, files, strict=True)))
    return 0


def _written(file: "ReportFile", *, folder: Path) -> Path:
    path = folder / f"report.{file.format}"
    write_file(path, file.content)
    return path


def _bundle(options: argparse.Namespace, *, who: "Acting", begun: dt.datetime) -> int:
    from django.conf import settings

    from vijfluik.accountability.evidence.bundling import make_bundle, make_publication
    from vijfluik.accountability.reports.library import DEFAULT
    from vijfluik.core.facts.statements import moment_text
    from vijfluik.core.partners.acting import acting

    moment = moment_for(options.as_of, begun=begun)
    say(f"Computing the figures and their evidence as of {moment.isoformat()} …")
    make = make_bundle if options.internal else make_publication
    with acting(who):
        made = make(
            options.report or DEFAULT,
            as_of=moment,
            base_url=options.site,
            demonstration=settings.DEMONSTRATION,
        )
        write_file(options.out, made.content)
    say(f"Wrote {options.out}")
    _answer(
        {
            "report": options.report or DEFAULT,
            "bundle": "internal, not for publication" if options.internal else "for publication",
            "as_of": moment_text(moment),
            "path": str(options.out),
            "bytes": len(made.content),
            "sha256": made.sha256,
            "manifest_sha256": made.manifest_sha256,
            "files": made.files,
            "receipts": made.receipts,
        }
    )
    return 0


def _told(built: "Built", *, files: Iterable[tuple[Path, "ReportFile"]]) -> dict[str, object]:
    from vijfluik.accountability.figures.receipts import content_of
    from vijfluik.accountability.figures.values import plain_value
    from vijfluik.core.facts.statements import moment_text

    return {
        "notice": "verzonnen gegevens" if built.document.demonstration else None,
        "report": built.report.slug,
        "language": str(built.language),
        "as_of": moment_text(built.as_of),
        "files": [
            {"path": str(path), "sha256": file.sha256, "bytes": len(file.content)}
            for path, file in files
        ],
        "figures": [
            {
                "id": each.definition.id,
                "value": plain_value(shown.outward),
                "text": shown.text(built.language),
                "receipt": content_of(each).key,
            }
            for each, shown in zip(built.figures, built.published, strict=True)
        ],
    }


def _naked(error: "LintError") -> int:
    from vijfluik.accountability.reports.building import findings
    from vijfluik.core.documents.structure import Language

    # The command line is English, whatever the edition.
    _answer({"findings": findings(error, language=Language.ENGLISH)})
    for each in error.findings:
        sys.stderr.write(f"{each.text(Language.ENGLISH)}\n")
    return 1


def _answer(content: object) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
