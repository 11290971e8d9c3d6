"""What the journal says about releases beside what it says of every record."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

READ_EARLY = Kind(
    name="release.read_early",
    done=_("{actor} las een uitgave vooraf ({language})"),
    tried=_("{actor} wilde een uitgave vooraf lezen"),
    details={"language": Detail.CODE, "format": Detail.CODE, "admission": Detail.KEY},
)
FILE_SERVED = Kind(
    name="release.file_served",
    done=_("{actor} haalde een bestand van een uitgave op ({language}, {format})"),
    tried=_("{actor} wilde een bestand van een uitgave ophalen"),
    details={"language": Detail.CODE, "format": Detail.CODE, "sha256": Detail.CODE},
)
WARNING_ACKNOWLEDGED = Kind(
    name="release.warning_acknowledged",
    done=_("{actor} liet een waarschuwing van de controlelijst staan, met reden"),
    tried=_("{actor} wilde een waarschuwing van de controlelijst laten staan"),
    details={"warning": Detail.CODE},
)
TEXT_WRITTEN = Kind(
    name="release.text_written",
    done=_("{actor} schreef in de tekst van een uitgave ({language}, {part})"),
    tried=_("{actor} wilde in de tekst van een uitgave schrijven"),
    details={"language": Detail.CODE, "part": Detail.CODE},
)


def register_all() -> None:
    """Make the kinds of this room known to the journal."""
    register(READ_EARLY, FILE_SERVED, WARNING_ACKNOWLEDGED, TEXT_WRITTEN)
