"""What figures may count of the trainings: the version table, its columns and its breakdowns."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from vijfluik.core.facts.columns import PLACE, Column, ColumnType, Dimension
from vijfluik.core.facts.sources import Source, declare
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.programme.trainings.models import Course
from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience, State


def _providers() -> Mapping[str, str]:
    return dict(Organisation.objects.values_list("code", "name"))


def _places() -> Mapping[str, str]:
    return {str(key): name for key, name in Place.objects.values_list("pk", "name")}


def _courses() -> Mapping[str, str]:
    return dict(Course.objects.values_list("code", "name"))


def _words(vocabulary: type[ActivityKind] | type[Audience] | type[State]) -> Mapping[str, str]:
    return {value: str(label) for value, label in vocabulary.choices}


# Only what stands on the row of the training itself: a value that is looked up elsewhere could
# change later, and a past figure with it.
SOURCE = declare(
    Source(
        name="trainings",
        label=_("trainingen en bijeenkomsten"),
        model="trainings.Training",
        table="trainings_training",
        key="key",
        status="state",
        columns=(
            Column(
                name="provider_id",
                type=ColumnType.TEXT,
                label=_("aanbieder"),
                labels=_providers,
            ),
            Column(name="reference", type=ColumnType.TEXT, label=_("kenmerk")),
            Column(name="title", type=ColumnType.TEXT, label=_("titel")),
            Column(
                name="kind",
                type=ColumnType.TEXT,
                label=_("soort"),
                labels=lambda: _words(ActivityKind),
            ),
            Column(
                name="state", type=ColumnType.TEXT, label=_("stand"), labels=lambda: _words(State)
            ),
            Column(name="course_id", type=ColumnType.TEXT, label=_("aanbod"), labels=_courses),
            Column(name="place_id", type=ColumnType.KEY, label=_("gemeente"), labels=_places),
            Column(
                name="audience",
                type=ColumnType.TEXTS,
                label=_("doelgroepen"),
                labels=lambda: _words(Audience),
            ),
            Column(name="requested_on", type=ColumnType.DATE, label=_("aangevraagd op")),
            Column(name="wanted_on", type=ColumnType.DATE, label=_("gewenste datum")),
            Column(name="planned_on", type=ColumnType.DATE, label=_("gepland op")),
            Column(name="held_on", type=ColumnType.DATE, label=_("gegeven op")),
            Column(name="participants", type=ColumnType.INTEGER, label=_("deelnemers")),
            Column(name="participants_primary", type=ColumnType.INTEGER, label=_("waarvan PO")),
            Column(name="participants_secondary", type=ColumnType.INTEGER, label=_("waarvan VO")),
            Column(name="participants_vocational", type=ColumnType.INTEGER, label=_("waarvan MBO")),
        ),
        dimensions=(
            Dimension(name=PLACE, label=_("gemeente"), column="place_id"),
            Dimension(name="audience", label=_("doelgroep"), column="audience"),
            Dimension(name="course", label=_("aanbod"), column="course_id"),
            Dimension(name="state", label=_("stand"), column="state"),
            Dimension(name="provider", label=_("aanbieder"), column="provider_id"),
        ),
        main=(
            "reference",
            "title",
            "provider_id",
            "state",
            "wanted_on",
            "held_on",
            "place_id",
            "audience",
            "participants",
        ),
    )
)
