"""One sheet as a document, made of the lines of all."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vijfluik.accountability.disclosure.words import note_text
from vijfluik.accountability.factsheets.lines import SheetLine
from vijfluik.accountability.factsheets.places import Municipality
from vijfluik.accountability.factsheets.words import SheetWords, sheet_words
from vijfluik.accountability.figures.permalink import permalink
from vijfluik.accountability.reports.breakdown_tables import HIDDEN, bound_cell
from vijfluik.accountability.reports.inserting import palette
from vijfluik.accountability.reports.structure import bound, exact_text
from vijfluik.accountability.reports.words import building_words
from vijfluik.core.documents.inline import Text
from vijfluik.core.documents.structure import (
    Block,
    BulletList,
    Cell,
    CellKind,
    Column,
    Document,
    Language,
    Note,
    Paragraph,
    Receipt,
    ReceiptAnnex,
    Row,
    Section,
    Table,
)
from vijfluik.core.partners.queries import AMSTERDAM


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """What every sheet is made of. kept: whether receipts are stored, so that they have a page."""

    lines: Sequence[SheetLine]
    as_of: dt.datetime
    language: Language
    demonstration: bool
    kept: bool

    def document(self, place: Municipality) -> Document:
        """The sheet of a municipality."""
        words = sheet_words(self.language)
        details = [(words.code, place.code)]
        if place.region:
            details.append((words.region, place.region))
        return Document(
            title=words.title.format(name=place.name),
            language=self.language,
            as_of=self.as_of.astimezone(AMSTERDAM),
            subject=words.subject.format(name=place.name),
            blocks=(
                Paragraph((Text(words.introduction),)),
                *self._sections(place, words=words),
                *self._annex(words),
            ),
            publisher=words.publisher,
            demonstration=self.demonstration,
            details=tuple(details),
            palette=palette(),
        )

    def _sections(self, place: Municipality, *, words: SheetWords) -> tuple[Section, ...]:
        own = [each for each in self.lines if each.says_itself]
        activities = [each for each in own if not each.money]
        money = [each for each in own if each.money]
        counting = [each for each in self.lines if not each.says_itself]
        rules = BulletList(tuple((Text(rule),) for rule in words.rules))
        return (
            Section("activiteiten", words.activities,
                    (self._numbers(activities, place=place, caption=words.activities),)),
            Section("geld", words.money, (self._numbers(money, place=place, caption=words.money),)),
            Section("meetellen", words.counted, (self._counting(counting, place=place),)),
            Section("lezen", words.reading, (rules,)),
        )  # fmt: skip

    def _numbers(self, lines: Sequence[SheetLine], *, place: Municipality, caption: str) -> Block:
        words = sheet_words(self.language)
        if not lines:
            return Paragraph((Text(words.nothing),))
        rows = tuple(
            Row(
                each.shown.name,
                (self._own(each, place=place), self._whole(each), Cell((Text(each.shown.status),))),
            )
            for each in lines
        )
        hides = any(cell.note for row in rows for cell in row.cells)
        return Table(
            caption=f"{caption}, {place.name}",
            columns=(
                Column(words.what),
                Column(place.name, CellKind.NUMBER),
                Column(words.country, CellKind.NUMBER),
                Column(words.status),
            ),
            rows=rows,
            notes=(Note(marker=HIDDEN, text=note_text(self.language)),) if hides else (),
        )

    def _counting(self, lines: Sequence[SheetLine], *, place: Municipality) -> Block:
        words = sheet_words(self.language)
        if not lines:
            return Paragraph((Text(words.nothing),))
        return Table(
            caption=f"{words.counted}, {place.name}",
            columns=(
                Column(words.what),
                Column(words.counts),
                Column(words.country, CellKind.NUMBER),
            ),
            rows=tuple(
                Row(
                    each.shown.name,
                    (
                        Cell((Text(words.yes if str(place.key) in each.cells else words.no),)),
                        self._whole(each),
                    ),
                )
                for each in lines
            ),
        )

    def _own(self, line: SheetLine, *, place: Municipality) -> Cell:
        cell = line.cells.get(str(place.key))
        if cell is None:
            return Cell((Text(sheet_words(self.language).none),))
        return bound_cell(cell, figure=line.shown, of=line.figure, language=self.language)

    def _whole(self, line: SheetLine) -> Cell:
        return Cell((bound(line.shown, text=exact_text(line.shown, language=self.language)),))

    def _annex(self, words: SheetWords) -> tuple[Block, ...]:
        if not self.lines:
            return ()
        return (
            ReceiptAnnex(
                title=words.annex,
                introduction=(Text(words.annex_introduction),),
                receipts=tuple(self._receipt(each) for each in self.lines),
            ),
        )

    def _receipt(self, line: SheetLine) -> Receipt:
        definition, said = line.figure.definition, building_words(self.language)
        address = permalink(figure=definition.id, receipt=line.content.key)
        return Receipt(
            key=line.content.key,
            figure=definition.id,
            label=line.shown.name,
            value=exact_text(line.shown, language=self.language),
            details=(
                (said.meaning, definition.basis.text.in_language(self.language)),
                (said.definition, definition.key),
                (said.hash, line.content.sha256),
            ),
            url=address if self.kept else line.shown.url,
            sha256=line.content.sha256,
        )
