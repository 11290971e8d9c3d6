"""Where everything stands in a bundle, and what it is called."""

import hashlib

from vijfluik.core.documents.plain import written

FORMAT = "vijfluik-evidence/1"
PUBLIC = "vijfluik-publication/1"
PUBLISHED = "vijfluik-published-receipt/1"
PROOF = "vijfluik-inclusion/1"
SEAL = "sha256_of_the_rest"
MANIFEST = "manifest.json"
README = "README.txt"
NOTICE = (
    "intern, niet voor publicatie / internal, not for publication: in receipts nothing is hidden"
)
PUBLIC_NOTICE = "voor publicatie / for publication: small numbers are not in it"
# What of a receipt stays behind when a number of it is hidden.
SECRET = frozenset({"root", "cells_sha256"})
# What writes a report: another version may write other bytes of the same document.
WRITERS = ("typst", "pikepdf", "python-docx", "lxml")


def definition_path(key: str) -> str:
    """The file of a definition, by its key `id@version`."""
    return f"definitions/{key.replace('@', '.v')}.json"


def sql_path(receipt: str) -> str:
    """The file of the statement that gave a receipt."""
    return f"sql/{receipt}.sql"


def receipt_path(receipt: str) -> str:
    """The file of a receipt, by its key."""
    return f"receipts/{receipt}.json"


def published_path(receipt: str) -> str:
    """The file of what a receipt says in public, by the key of that receipt."""
    return f"published/{receipt}.json"


def records_path(root: str) -> str:
    """The file of a record set, by its root: a hash per record."""
    return f"records/{root}.txt"


def report_path(*, language: str, kind: str) -> str:
    """The file of an edition of the report in a format."""
    return f"report/{language}/report.{kind}"


def sealed(manifest: dict[str, object]) -> bytes:
    """The file of a manifest, with the SHA-256 of all else that it says as the last thing in it."""
    rest = {name: value for name, value in manifest.items() if name != SEAL}
    return written(rest | {SEAL: hashlib.sha256(written(rest)).hexdigest()})


EXPLAINED = """\
EVIDENCE OF A REPORT

This bundle lets anybody check, without the platform and without a network, that every figure of
the report follows from its records. It holds no records: of each record it holds a salted hash.

INTERN, NIET VOOR PUBLICATIE. INTERNAL, NOT FOR PUBLICATION: receipts hold every cell of a figure,
also the small ones that a publication suppresses. What may be published is the other bundle.

manifest.json    every file with its size and SHA-256, and what the bundle is of
report/          the report in all its editions and formats; report.json is the document itself
receipts/        per figure: definition, parameters, moment, SQL, records, cells, value, text
definitions/     what each figure counts, as it was in force
sql/             the statement that gave the figure
records/         per record set: the leaf of each record, in the order of their keys

To check it with the software:   ./run figures verify --bundle FILE

To check it by hand:
  1. sha256sum every file and compare with manifest.json.
  2. The SHA-256 of a receipt begins with its name. In it stand the SHA-256 of its definition and
     of its SQL; those are the files beside it.
  3. A leaf is SHA-256(byte 0, row hash); a node is SHA-256(byte 1, left, right); a node without a
     neighbour moves up as it is (RFC 9162). The last node is `root` of the receipt.
  4. The number of leaves is `records` of the receipt; its cells add up to its value.
  5. Each figure in report.json names its receipt; its value is the value of that receipt.

The SHA-256 of manifest.json was written into the journal of the platform when the bundle was made.
Whoever changes everything consistently changes that as well: ask for it.
"""

PUBLIC_EXPLAINED = """\
EVIDENCE OF A REPORT, FOR PUBLICATION

This bundle lets anybody check, without the platform and without a network, that every figure of
the report is what its receipt says. It holds no records, and no small number that the report hides.

manifest.json    every file with its size and SHA-256, and what the bundle is of
report/          the report in all its editions and formats; report.json is the document itself
receipts/        per figure of which nothing is hidden: definition, SQL, cells, value, text
published/       per figure of which something is hidden: the same, with a sign for a hidden number
definitions/     what each figure counts, as it was in force
sql/             the statement that gave the figure

To check it with the software:   ./run figures verify --bundle FILE

To check it by hand:
  1. sha256sum every file and compare with manifest.json.
  2. The SHA-256 of a file in receipts/ begins with its name. A file in published/ names the SHA-256
     of its receipt, as the annex of the report does. That receipt is not here: whoever knew all of
     it but the small numbers could try them until the hash fits.
  3. What is shown of a breakdown in which each record counts once, and at least as much as its
     signs stand for, makes up the whole.
  4. Each figure in report.json names its receipt; its value is the value of that receipt.

A court of audit gets the internal bundle of the same report and compares:

  ./run figures verify --bundle FILE --against INTERNAL

The SHA-256 of manifest.json was written into the journal of the platform when the bundle was made.
"""
