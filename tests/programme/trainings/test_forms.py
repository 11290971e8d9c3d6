"""The forms: what they ask, what they hand on, and how faults and merges come back."""

import datetime as dt

from django.http import QueryDict
from tests.programme.trainings.doing import wanted
from tests.programme.trainings.world import People, request

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.contents import completed, content_of
from vijfluik.core.registers.faults import Conflict, Difference, Fault, Invalid
from vijfluik.core.registers.filtering import wanted_from
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.ui.registers import forms
from vijfluik.ui.registers.importing_forms import RowForm


def asked(people: People) -> Training:
    return actions.request_training(
        who=people.ror, provider="opleider", content=request(reference="F-1")
    )


def test_a_request_hands_on_its_content(people: People) -> None:
    data = QueryDict(
        "provider=opleider&reference=F-9&kind=training&course=basis&title=Titel&requester="
        "&requested_on=2018-01-08&wanted_on=2018-03-15&place=&audience=police&audience=teachers"
    )
    form = forms.CreateForm(data, register=REGISTER, owners=["opleider"])
    assert form.is_valid(), form.errors
    content = completed(REGISTER, values=form.values())
    assert (form.owner(), content.course, content.place) == ("opleider", "basis", None)
    assert content.audience == ("police", "teachers")
    assert content.wanted_on == dt.date(2018, 3, 15)


def test_a_provider_out_of_reach_cannot_be_chosen(people: People) -> None:
    form = forms.CreateForm(QueryDict("provider=opleider"), register=REGISTER, owners=["school"])
    assert "provider" in form.errors


def test_a_correction_shows_the_record_and_asks_why(people: People) -> None:
    training = asked(people)
    form = forms.CorrectForm(register=REGISTER, record=training)
    assert form.initial["title"] == training.title
    assert "participants" not in form.fields
    assert "provider" not in form.fields
    assert 'name="seen"' in form.as_p()


def test_a_correction_sent_as_it_was_shown_changes_nothing(people: People) -> None:
    training = asked(people)
    data = QueryDict(mutable=True)
    for name, value in content_of(REGISTER, record=training).items():
        if isinstance(value, tuple):
            data.setlist(name, list(value))
        else:
            data[name] = "" if value is None else str(value)
    data.update({"seen": "1", "reason": "R"})
    form = forms.CorrectForm(data, register=REGISTER, record=training)
    assert form.is_valid(), form.errors
    before = content_of(REGISTER, record=training)
    assert all(getattr(before, name) == value for name, value in form.values().items())


def test_faults_stand_at_their_fields(people: People) -> None:
    form = forms.ActForm(
        {"planned_on": "2018-03-15", "seen": "1"},
        register=REGISTER,
        act=REGISTER.act("plan"),
        edge=REGISTER.edge("plan"),
        record=asked(people),
    )
    assert form.is_valid()
    forms.put_faults(
        form,
        invalid=Invalid(
            [Fault(field="planned_on", wrong="fout", right="goed"), Fault(field="x", wrong="ook")]
        ),
    )
    assert form.errors["planned_on"] == ["fout → goed"]
    assert "ook" in form.non_field_errors()[0]


def test_a_merge_is_shown_in_the_form_with_its_new_token(people: People) -> None:
    training = asked(people)
    data = QueryDict("title=Van+mij&seen=1&reason=R&requester=Oud", mutable=True)
    form = forms.CorrectForm(data, register=REGISTER, record=training)
    form.full_clean()
    conflict = Conflict(
        differences=[
            Difference(field="title", label="titel", was="A", theirs="B", yours="C", clash=True)
        ],
        changed_by="Els",
        seen="7",
        merged={"title": "Van mij", "requester": "Nieuw", "audience": ("police",)},
    )
    forms.put_conflict(form, conflict=conflict)
    assert (form["seen"].value(), form["requester"].value()) == ("7", "Nieuw")
    assert form["audience"].value() == ["police"]
    assert "Els" in form.non_field_errors()[0]


def test_a_row_asks_each_cell_under_its_heading() -> None:
    form = RowForm({"cell0": "A", "cell1": " 12 "}, cells={"kenmerk": "A", "deel nemers": "?"})
    assert form.is_valid()
    assert form.cells() == {"kenmerk": "A", "deel nemers": "12"}
    forms.put_faults(form, invalid=Invalid([Fault(field="deel nemers", wrong="fout")]))
    assert form.errors["cell1"] == ["fout"]


def test_the_filters_of_the_address_become_a_filter(people: People) -> None:
    with acting(people.ror):
        asked(people)
        form = forms.FilterForm(
            {"zoek": "x", "aanbieder": "opleider", "stand": "held", "jaar": "2018"},
            register=REGISTER,
        )
        assert form.is_valid(), form.errors
    found = wanted_from(REGISTER, cleaned=form.cleaned_data)
    given = {name: value for name, value in found.values.items() if value}
    assert (found.search, given) == (
        "x",
        dict(wanted(provider="opleider", state="held", year=2018).values),
    )
