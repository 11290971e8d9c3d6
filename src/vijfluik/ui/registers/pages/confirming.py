"""Carrying an import out while the person sees how far it is, with and without script.

The page that answers is sent piece by piece: its head, a bar for each report of progress, of which
the style sheet shows the last, and at the end where to go on. The import runs beside it and is one
transaction: whoever closes the page ends nothing, and a worker that is stopped leaves nothing.
"""

import logging
import queue
import threading
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connections
from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing.progress import Progress, Stage, Tell, silent
from vijfluik.core.registers.importing.refusals import FileRefused
from vijfluik.core.registers.importing.writing import Choice, Outcome, confirm
from vijfluik.core.registers.models import StagedFile
from vijfluik.ui.registers.importing_shown import import_frame

logger = logging.getLogger(__name__)

# Where the pieces go in the page.
PLACE = "<!-- how far -->"


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """What a person confirmed of a staged file; see `core.registers.importing.writing.confirm`."""

    who: Acting
    key: uuid.UUID
    seen: str
    choice: Choice
    reason: str

    @property
    def complete(self) -> bool:
        """Whether nothing is missing that would be asked for at once."""
        return self.choice == Choice.SKIP or bool(self.reason.strip())

    def carried_out(self, register: Register, *, tell: Tell = silent) -> Outcome:
        """Do it; errors as in `confirm`."""
        return confirm(
            register,
            who=self.who,
            key=self.key,
            seen=self.seen,
            choice=self.choice,
            reason=self.reason,
            tell=tell,
        )


@dataclass(kw_only=True)
class Running:
    """An import in a thread of its own, with what it tells; ends with None."""

    register: Register
    chosen: Confirmed
    language: str
    told: "queue.SimpleQueue[Progress | None]" = field(default_factory=queue.SimpleQueue)
    outcome: Outcome | None = None
    refused: tuple[str, ...] = ()

    def run(self) -> None:
        """Carry it out, and remember how it ended."""
        try:
            with override(self.language):
                self.outcome = self.chosen.carried_out(self.register, tell=self.told.put)
        except Invalid as invalid:
            self.refused = tuple(f"{fault.wrong}; {fault.right}" for fault in invalid.faults)
        except FileRefused as refused:
            self.refused = (refused.message,)
        except Exception:
            # Of a request Django would tell; nobody else hears of what ends a thread.
            logger.exception("an import of %s ended in an error", self.register.thing)
        finally:
            # Of this thread alone.
            connections.close_all()
            self.told.put(None)


def told(outcome: Outcome) -> str:
    """What an import did, in a sentence."""
    return _("%(file)s is ingelezen: %(added)d toegevoegd, %(corrected)d gewijzigd.") % {
        "file": outcome.batch.file_name,
        "added": len(outcome.added),
        "corrected": len(outcome.corrected),
    }


def confirming(
    request: HttpRequest, *, register: Register, staged: StagedFile, chosen: Confirmed
) -> StreamingHttpResponse:
    """The page that shows how far it is; the import begins when the page is sent."""
    language = get_language() or "nl"
    title = _("Bestand wordt ingelezen")
    frame = import_frame(register, title=title, step=2)
    context = {**frame, "file_name": staged.file_name, "place": PLACE}
    page = render_to_string("ui/registers/import_confirming.html", context, request=request)
    running = Running(register=register, chosen=chosen, language=language)
    return StreamingHttpResponse(_pieces(page, running=running))


def _pieces(page: str, *, running: Running) -> Iterator[str]:
    head, _place, foot = page.partition(PLACE)
    thread = threading.Thread(target=running.run, name="import")
    thread.start()
    with override(running.language):
        yield head
        shown: tuple[object, ...] = ()
        while (progress := running.told.get()) is not None:
            context = _bar(progress)
            # What looks the same is not said again.
            if tuple(context.values()) != shown:
                shown = tuple(context.values())
                yield render_to_string("ui/registers/import_progress.html", context)
        thread.join()
        yield render_to_string("ui/registers/import_ended.html", _end(running))
    yield foot


def _bar(progress: Progress) -> dict[str, object]:
    labels = {
        Stage.READING: _("Regels lezen"),
        Stage.COMPARING: _("Vergelijken met wat vastligt"),
        Stage.WRITING: _("Vastleggen"),
    }
    return {"label": labels[progress.stage], "done": progress.done, "total": progress.total}


def _end(running: Running) -> dict[str, object]:
    thing, outcome = running.register.thing, running.outcome
    if outcome is not None:
        onward = reverse(f"{thing}:import_result", args=[outcome.batch.key])
        return {"done": told(outcome), "refused": (), "onward": onward}
    refused = running.refused or (_("Er ging iets mis. Er is niets ingelezen."),)
    back = reverse(f"{thing}:import_preview", args=[running.chosen.key])
    return {"done": "", "refused": refused, "onward": back}
