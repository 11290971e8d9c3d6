"""A matter as a question on the page: what is known of it, and a form for what is missing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.municipalities.year.keystrokes import seconds
from vijfluik.programme.municipalities.year.matters import Kind, Matter
from vijfluik.programme.partnerships.plans.model import goals
from vijfluik.programme.partnerships.plans.pages import ModelForm
from vijfluik.programme.partnerships.registers import PARTNERSHIPS
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.forms import SEEN, ActForm, ContentForm

# What only the municipality can say, also where the register's own form begins with a guess.
_TO_SAY = {Kind.ACCOUNT: ("spent_cents",)}
# What a step can ask and a plan of action does not need.
_LEFT_OUT = {
    Kind.BEGIN: ("started_said", "term_years", "review_on"),
    Kind.GOAL: ("started_on",),
}
# What this page does not let somebody leave empty.
_NEEDED = {Kind.ACCOUNT: ("spent_cents", "results"), Kind.BEGIN: ("started_on", "ends_on")}
_OF_A_PLAN = ("goal", "ground", "name", "reference", "decided_on")


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to answer: a form with its button.

    Attributes:
        word: what the button sends.
        asked: the fields that are still empty.
        known: those that are filled in already.
    """

    word: str
    label: str
    form: forms.Form
    asked: Sequence[forms.BoundField]
    known: Sequence[forms.BoundField]

    @property
    def seconds(self) -> float:
        """How long it takes to type, by the model of `keystrokes`."""
        return seconds(asked=[each.field for each in self.asked], known=len(self.known))

    @property
    def fault_in_known(self) -> bool:
        """Whether something that was filled in already is wrong, so that it must be seen."""
        return any(each.errors for each in self.known)


def ways_of(matter: Matter, *, municipality: str, data: QueryDict | None = None) -> Sequence[Way]:
    """The ways to answer a matter.

    Args:
        municipality: the name of the organisation, for what is made.
        data: what was sent, when this matter was answered; None for empty forms.
    """
    if matter.kind == Kind.PLAN:
        return [_way("vastleggen", _("Plan vastleggen"), _plan_form(matter, municipality, data))]
    if matter.kind == Kind.GOALS:
        return [_way("overnemen", _("Doelen overnemen"), _goals_form(matter, data))]
    return [_step(matter, edge=edge, data=data) for edge in matter.edges]


def prefix_of(matter: Matter, *, word: str) -> str:
    """What stands before the names of the fields: no two forms of the page share one."""
    return f"{matter.word}-{word}"


def _way(word: str, label: str, form: forms.Form) -> Way:
    fields = form.visible_fields()
    known = [each for each in fields if form.get_initial_for_field(each.field, each.name)]
    return Way(
        word=word,
        label=label,
        form=form,
        asked=[each for each in fields if each not in known],
        known=known,
    )


def _step(matter: Matter, *, edge: str, data: QueryDict | None) -> Way:
    act, taken = matter.register.act(edge), matter.register.edge(edge)
    initial: dict[str, object] = dict(act.initial(matter.record)) if act.initial else {}
    for name in _TO_SAY.get(matter.kind, ()):
        initial[name] = getattr(matter.record, name)
    if matter.ready:
        initial[SEEN] = token_of(matter.register, key=matter.record.key)
    form: forms.Form = _made(
        lambda **given: ActForm(
            register=matter.register, act=act, edge=taken, record=matter.record, **given
        ),
        matter=matter,
        word=act.word,
        initial=initial,
        data=data,
    )
    for name in _LEFT_OUT.get(matter.kind, ()):
        form.fields.pop(name, None)
    for name in _NEEDED.get(matter.kind, ()):
        form.fields[name].required = True
    return _way(act.word, str(taken.label), form)


def _plan_form(matter: Matter, municipality: str, data: QueryDict | None) -> forms.Form:
    initial = {
        "name": f"Plan van aanpak {municipality}",
        "reference": f"PVA-{today().year}",
        "decided_on": today(),
    }
    made: forms.Form = _made(
        lambda **given: ContentForm(
            register=PARTNERSHIPS,
            names=_OF_A_PLAN,
            needed=_OF_A_PLAN,
            owners=[matter.record.lead_id],
            **given,
        ),
        matter=matter,
        word="vastleggen",
        initial=initial,
        data=data,
    )
    return made


def _goals_form(matter: Matter, data: QueryDict | None) -> forms.Form:
    initial = {"begins": today(), "goals": [goal.word for goal in goals()]}
    made: forms.Form = _made(ModelForm, matter=matter, word="overnemen", initial=initial, data=data)
    return made


def _made(
    make: Callable[..., Any],
    *,
    matter: Matter,
    word: str,
    initial: Mapping[str, object],
    data: QueryDict | None,
) -> Any:
    prefix = prefix_of(matter, word=word)
    sent = data if data is not None and data.get("manier") == word else None
    return capitalised(make(data=sent, prefix=prefix, initial=dict(initial)))
