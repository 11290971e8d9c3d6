"""Trainings as plain data under their English identifiers, for the command line."""

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.programme.trainings.access import listed_trainings
from vijfluik.programme.trainings.content import content_of
from vijfluik.programme.trainings.filtering import TrainingFilter, ordering


def plain_rows(*, who: Acting, filters: TrainingFilter) -> list[dict[str, object]]:
    """The trainings that pass and that the person may see, the latest wanted day first.

    Raises:
        Refused: the person may see no trainings.
    """
    with acting(who), listed_trainings(who=who) as (trainings, shown):
        found = filters.apply(trainings).order_by(*ordering(""))
        rows = [
            {
                "key": training.key,
                "provider": training.provider_id,
                "state": training.state,
                **vars(content_of(training)),
            }
            for training in found.iterator(chunk_size=2000)
        ]
        shown.showed((row["key"] for row in rows), filters=filters.used())
    return rows
