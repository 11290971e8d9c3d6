"""Where a document stands and who reads it, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.documents.stored.scanning import Verdict
from vijfluik.core.registers.declaration import Mark
from vijfluik.programme.attachments.models import Document
from vijfluik.programme.attachments.vocabulary import Origin, State

_SCANNED = {
    Verdict.WAITING: Mark(label=gettext_lazy("wacht op controle"), tone="warning"),
    Verdict.INFECTED: Mark(label=gettext_lazy("schadelijk"), tone="negative"),
    Verdict.NOT_SCANNED: Mark(label=gettext_lazy("niet gecontroleerd"), tone="neutral"),
    Verdict.CLEAN: Mark(label=gettext_lazy("niets gevonden"), tone="positive"),
}


def standing_of(document: Document) -> Mark:
    """Its state, or what is known of malware in it; a letter made here needs no scanner."""
    if document.state == State.WITHDRAWN:
        return Mark(label=gettext_lazy("vernietigd"), tone="neutral")
    if document.state == State.REPLACED:
        return Mark(label=gettext_lazy("vervangen"), tone="neutral")
    if document.origin == Origin.LETTER:
        return Mark(label=gettext_lazy("verzonden"), tone="positive")
    return _SCANNED[Verdict(document.scan)]


def who_reads(document: Document) -> str:
    """Whom it is shared with."""
    if document.shared:
        return _("wie de registratie leest")
    return _("alleen %(organisation)s") % {"organisation": document.organisation.name}
