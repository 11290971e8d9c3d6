"""What the journal says about reports."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

REPORT_BUILT = Kind(
    name="report.built",
    done=_("{actor} maakte de rapportage {report} ({language}) als {format}, stand {as_of}"),
    tried=_("{actor} wilde een rapportage maken"),
    details={
        "report": Detail.CODE,
        "language": Detail.CODE,
        "format": Detail.CODE,
        "as_of": Detail.MOMENT,
        "sha256": Detail.CODE,
    },
)
REPORT_BUNDLED = Kind(
    name="report.bundled",
    done=_("{actor} maakte het bewijs bij de rapportage {report}, stand {as_of}"),
    tried=_("{actor} wilde het bewijs bij een rapportage maken"),
    details={
        "report": Detail.CODE,
        "as_of": Detail.MOMENT,
        "receipts": Detail.COUNT,
        "manifest_sha256": Detail.CODE,
        "sha256": Detail.CODE,
    },
)
RECORD_PROVED = Kind(
    name="figure.proved",
    done=_("{actor} maakte een bewijs dat één vastlegging in het cijfer {figure} zit"),
    tried=_("{actor} wilde bewijzen dat een vastlegging in een cijfer zit"),
    details={"figure": Detail.CODE, "receipt": Detail.CODE, "as_of": Detail.MOMENT},
)


def register_all() -> None:
    """Make the kinds of this room known to the journal."""
    register(REPORT_BUILT, REPORT_BUNDLED, RECORD_PROVED)
