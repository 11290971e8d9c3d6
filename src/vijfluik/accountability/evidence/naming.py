"""Where everything stands in a bundle, and what it is called."""

import hashlib

from vijfluik.core.documents.plain import written

FORMAT = "vijfluik-evidence/1"
PROOF = "vijfluik-inclusion/1"
SEAL = "sha256_of_the_rest"
MANIFEST = "manifest.json"
README = "README.txt"
NOTICE = "not for publication: small counts are not suppressed in receipts"
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

NOT FOR PUBLICATION: receipts hold every cell of a figure, also the small ones that a publication
suppresses.

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
