"""What the journal says of a destruction."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind

RECORD_DESTROYED = Kind(
    name="record.destroyed",
    done=_("{actor} vernietigde {object} ({versions} versies)"),
    tried=_("{actor} wilde {object} vernietigen"),
    details={
        "tombstone": Detail.KEY,
        "versions": Detail.COUNT,
        "steps": Detail.COUNT,
        "digest": Detail.CODE,
    },
    optional=frozenset({"tombstone", "versions", "steps", "digest"}),
)
