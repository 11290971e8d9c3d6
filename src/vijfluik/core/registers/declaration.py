"""The declaration of a register: what it holds, who it is for and what can be done in it.

It composes ordinary Django parts and repeats nothing that the model says already: labels, lengths,
vocabularies and what is optional are those of the model's fields. A page that needs something else
is an ordinary view in the room that keeps the same access function and journal; a new option is
added here when a third register asks for it. How to declare one: docs/registers.md.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.lifecycle.models import Step
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.faults import Fault

if TYPE_CHECKING:
    from vijfluik.core.registers.lookups import Lookups

Text = str | Promise
WITHDRAWN = "withdrawn"
WITHDRAW = "withdraw"
CORRECT = "correct"
# The reason of a correction that takes another one back, where reasons are chosen.
UNDONE = "Vorige wijziging teruggedraaid"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A state in a word; `tone` is one of positive, info, warning, negative, neutral."""

    label: Text
    tone: str = "neutral"


@dataclass(frozen=True, kw_only=True)
class Money:
    """An amount in euro cents, to be written with its sign."""

    cents: int


Value = Text | int | Decimal | dt.date | Mark | Money | None


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing that is known of a record, by the name of the model's field.

    Attributes:
        name: of the model's field; the owner and the state stand among them, in the order of pages
            and files.
        word: its name between machines, Dutch; from the label when empty.
        synonyms: other headings under which people send it.
        hint: what stands in it, for the page that explains files; also what would be right when it
            is missing.
        example: a cell for the file that people start from, which can be read in as it is.
        needed: the states in which it may not be empty, beside what the model asks.
        only: the states in which it may stand on a record; everywhere when empty. A withdrawn
            record keeps what it said.
        past: a day that cannot be still to come.
        on: for a place, the fields with the day on which it must exist, the first that is filled.
        filled_by: in files, the fields that fill it when it is empty, the first that is filled.
        listed: it stands in the list; otherwise on the record's own page alone.
        names: its words name the record, and lead to it. One field of a register does.
        short: its words in the list, where the usual ones are too long.
        heading: what stands above it in the list, where the label is too long.
        sort: the words in addresses that sort by it upwards and downwards; from the label when
            None, empty for not.
        entered: whether people fill it in on the form of a new record; the acts ask for the rest.
        usual: what it is when nobody says, from the other values of a new record or of a row of a
            file; empty for nothing usual. Neither form nor file asks for it then, it is shown
            where it was filled, and a correction may change it and not empty it.
        derived: the database fills it from what the record belongs to. It is shown, counted and
            exported; nobody is asked for it and no file gives it.
        agreed: it was agreed with others, so once recorded only an act that asks for it changes it;
            a correction and a file do not.
    """

    name: str
    word: str = ""
    synonyms: tuple[str, ...] = ()
    hint: Text = ""
    example: str = ""
    needed: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    past: bool = False
    on: tuple[str, ...] = ()
    filled_by: tuple[str, ...] = ()
    listed: bool = False
    names: bool = False
    short: Callable[[Any], Value] | None = None
    heading: Text = ""
    sort: tuple[str, str] | None = None
    entered: bool = True
    usual: Callable[[Content], Any] | None = None
    derived: bool = False
    agreed: bool = False

    @property
    def given(self) -> bool:
        """Whether people give it: not the state, which steps decide, nor what is derived."""
        return not self.derived and self.name != "state"


@dataclass(frozen=True, kw_only=True)
class Filter:
    """A filter of the list.

    What it offers follows from the field at the end of `path`: a vocabulary, the year of a day,
    what a foreign key leads to, yes or no.

    Attributes:
        name: its identifier; the last part of the path when empty.
        word: its name in addresses, Dutch.
        path: as in `QuerySet.filter`, such as `course__theme`.
        label: the label of the field when empty.
        first: it stands open; the others unfold.
        choices: what it offers instead.
    """

    word: str
    path: str
    name: str = ""
    label: Text = ""
    first: bool = False
    choices: Callable[[], Iterable[tuple[str, str]]] | None = None

    @property
    def identifier(self) -> str:
        """Its identifier."""
        return self.name or self.path.rpartition("__")[2]


@dataclass(frozen=True, kw_only=True)
class Act:
    """How a step of the lifecycle is asked for and told.

    Attributes:
        name: the edge of the lifecycle.
        word: how it is called in addresses, Dutch.
        done: what was done, for the timeline and the message afterwards.
        asks: the fields that its form asks for beside the reason.
        day: of these, the one with the day on which the step was true; today when empty. In a file
            without states it also tells that the step was taken.
        recorded_on: of these, one that tells so in a file without being that day.
        initial: values to begin with, from the record.
        icon, tone: its sign in the timeline.
        undone_by: the edge that takes it back, offered in the message afterwards.
        danger: it asks once more, because it cannot be taken back.
        question: what that page asks; whether the registration was an error when empty.
        consequences: what follows from it, for the page that asks once more.
        busy: what is being done while one waits, for a step of more than a second; empty when it is
            done at once.
    """

    name: str
    word: str
    done: Text
    asks: tuple[str, ...] = ()
    day: str = ""
    recorded_on: str = ""
    initial: Callable[[Any], Mapping[str, object]] | None = None
    icon: str = "version"
    tone: str = "info"
    undone_by: str = ""
    danger: bool = False
    question: Text = ""
    consequences: tuple[Text, ...] = ()
    busy: Text = ""


@dataclass(frozen=True, kw_only=True)
class Term:
    """Something that is due while a record is in a state.

    Attributes:
        kind: its name in the database.
        label: what must be done.
        state: while the record is in it. Of several terms in a state the one that ends first
            counts.
        ends: the last day on which it is in time, from the record; None for nothing due.
        provision: on what ground; pages say it in their language, the database in Dutch.
        answer: the edge that does it.
    """

    kind: str
    label: Text
    state: str
    ends: Callable[[Any], dt.date | None]
    provision: Text
    answer: str


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the pages of a register say.

    Attributes:
        path: the word in addresses.
        title: of the list.
        new: the button and title of the page for a new record.
        intro: what the register is for, on its help page.
        begin: a sentence on the page for a new record.
        begun: what follows after recording one.
        opened: what was done when a record was made.
        opening: the step that recorded it, as a verb.
        tones: state → tone.
        open: state → what records in it are called in Overzicht, for work at hand.
        help: its own template of help; the general one when empty.
        caveat: what every reader has to know of its records, said on the list, on each record and
            in each file; empty for nothing.
    """

    path: str
    title: Text
    new: Text
    intro: Text
    begin: Text = ""
    begun: Text = ""
    opened: Text = ""
    opening: Text = ""
    tones: Mapping[str, str] = field(default_factory=dict)
    open: Mapping[str, Text] = field(default_factory=dict)
    help: str = "ui/registers/help.html"
    caveat: Text = ""


@dataclass(frozen=True, kw_only=True)
class About:
    """What a rule may ask about the record whose content it looks at.

    `key` is that of a record which is there already; None for a new one.
    """

    state: str
    owner: str
    today: dt.date
    lookups: "Lookups"
    key: uuid.UUID | None = None


Rules = Callable[[Content, About], Iterable[Fault]]


def no_rules(_content: Content, _about: About) -> Iterable[Fault]:
    """For a register without rules beyond those of its fields."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Register:
    """A register in twelve parts.

    Attributes:
        thing: what the policy, the journal and the command line call it; the namespace of its
            addresses.
        words: what its pages say.
        model: a `Record`.
        steps: the model of its steps, with one foreign key to `model`.
        lifecycle: with an edge "withdraw" to the state "withdrawn".
        scope: the foreign key to the owning organisation.
        fields: what is known of a record, in the order of pages and files.
        filters: of the list, beside the search in all texts.
        acts: one for each edge of the lifecycle.
        terms: what is due in which state.
        rules: faults beyond those that follow from the fields.
        items: the items of the programme that it serves.
        lapsed: what time says over a record's state, such as that its term is over; None for
            nothing. A predicate on today: no job writes it down.
        reasons: edge → the only reasons that may be given for it, where words of one's own would
            be a place for what may not stand here: a reason stays in the journal for ever. Empty
            for a register in which people say it themselves.
        filed: records may be read in from a file, which is kept as it came until it is confirmed.
        persons: its records are people. They are counted from no row and read in from no file;
            whoever is withdrawn is destroyed (`core.retention`), and each reading names them.
    """

    thing: str
    words: Words
    model: type[models.Model]
    steps: type[Step]
    lifecycle: Lifecycle
    scope: str
    fields: tuple[Field, ...]
    filters: tuple[Filter, ...]
    acts: tuple[Act, ...]
    terms: tuple[Term, ...]
    items: tuple[str, ...]
    rules: Rules = no_rules
    lapsed: Callable[[Any], Mark | None] | None = None
    reasons: Mapping[str, type[models.TextChoices]] = field(default_factory=dict)
    filed: bool = True
    persons: bool = False

    def __post_init__(self) -> None:
        """Refuse a declaration that contradicts itself.

        Raises:
            ValueError: an edge has no act, or an act no edge; nothing names a record; a register
                of people takes files or reasons in words.
        """
        edges = {edge.name for edge in self.lifecycle.edges}
        if {act.name for act in self.acts} != edges or WITHDRAW not in edges:
            raise ValueError(f"{self.thing}: acts and edges differ, or {WITHDRAW!r} is missing")
        if sum(each.names for each in self.fields) != 1:
            raise ValueError(f"{self.thing}: exactly one field names the record")
        known = {each.name for each in self.fields}
        if not {self.scope, "state", "reference"} <= known:
            raise ValueError(f"{self.thing}: {self.scope}, state and reference are fields too")
        if self.persons and (self.filed or not self.reasons):
            raise ValueError(f"{self.thing}: people come from no file, and reasons are chosen")

    @property
    def title(self) -> Text:
        """The title of its list."""
        return self.words.title

    @property
    def path(self) -> str:
        """Its word in addresses."""
        return self.words.path

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields that people give: all but the owner, the state and what is derived."""
        return tuple(each.name for each in self.fields if each.given and each.name != self.scope)

    @cached_property
    def derived(self) -> tuple[str, ...]:
        """The fields that the database fills."""
        return tuple(each.name for each in self.fields if each.derived)

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by their names."""
        return {each.name: each for each in self.fields}

    @cached_property
    def naming(self) -> Field:
        """The field that names a record."""
        return next(each for each in self.fields if each.names)

    @property
    def walled(self) -> str:
        """The field with the compartment that a record stands in; empty without walls."""
        return str(getattr(self.model, "walled", ""))

    @property
    def walled_own(self) -> str:
        """The thing whose rules say too which records behind the walls are one's own; or empty."""
        return str(getattr(self.model, "walled_own", ""))

    @cached_property
    def object_type(self) -> str:
        """What the journal calls a record."""
        return self.model._meta.label_lower

    @cached_property
    def batch_type(self) -> str:
        """What the journal calls an import."""
        return f"{self.model._meta.app_label}.importbatch"

    @cached_property
    def step_link(self) -> str:
        """The foreign key of the steps to the record."""
        return next(
            each.name
            for each in self.steps._meta.local_concrete_fields
            if isinstance(each, models.ForeignKey) and each.remote_field.model is self.model
        )

    def reason_kept(self, reason: str, *, edge: str) -> str:
        """The reason as it may be kept: one that is none of those to choose from is not."""
        if not self.reasons:
            return reason
        chosen = self.reasons.get(edge)
        return reason if chosen is not None and reason in chosen.values else ""

    def act(self, name: str) -> Act:
        """The act of an edge."""
        return next(act for act in self.acts if act.name == name)

    def act_of_word(self, word: str) -> Act | None:
        """The act of a word in an address; None for a word that is none."""
        return next((act for act in self.acts if act.word == word), None)

    def edge(self, name: str) -> Edge:
        """The edge of that name."""
        return self.lifecycle.edge(name)

    def due_of(self, record: Any) -> tuple[Term, dt.date] | None:
        """What is due of a record in its state, with its last day; None for nothing."""
        found = [
            (term, ends)
            for term in self.terms
            if term.state == record.state and (ends := term.ends(record)) is not None
        ]
        return min(found, key=lambda each: each[1], default=None)

    @cached_property
    def state_labels(self) -> Mapping[str, Text]:
        """State → label."""
        field: Any = self.model._meta.get_field("state")
        return dict(field.flatchoices)

    def state_label(self, state: str) -> Text:
        """A state in a word."""
        return self.state_labels[state]

    def standing(self, record: Any) -> Mark:
        """A record's state in a word with its weight, or that its time is over."""
        lapsed = self.lapsed(record) if self.lapsed is not None else None
        if lapsed is not None:
            return lapsed
        tone = self.words.tones.get(record.state, "neutral")
        return Mark(label=self.state_label(record.state), tone=tone)

    def owner_of(self, record: Any) -> str:
        """The code of the organisation that owns a record."""
        return str(getattr(record, f"{self.scope}_id"))

    def title_of(self, record: Any) -> str:
        """The words that name a record; of a vocabulary, its word."""
        said = getattr(record, f"get_{self.naming.name}_display", None)
        return str(getattr(record, self.naming.name)) if said is None else capfirst(said())

    def link_of(self, step: Any) -> Any:
        """The key of the record that a step is of."""
        return getattr(step, f"{self.step_link}_id")


def ordered(register: Register) -> Sequence[str]:
    """The usual order of its list, a total one."""
    return tuple(str(each) for each in register.model._meta.ordering or ()) or ("key",)
