"""What figures may count of the partnerships and of what belongs to them."""

from django.utils.translation import gettext_noop as _

from vijfluik.core.registers.counting import declare_source
from vijfluik.programme.partnerships.registers import (
    CHECKS,
    DELIVERIES,
    MILESTONES,
    PARTNERS,
    PARTNERSHIPS,
    POSTS,
    STRUCTURES,
    TALKS,
)

# A mission and a partner are named by their own words.
declare_source(PARTNERSHIPS, breakdowns={"name": _("naam")})
declare_source(PARTNERS, breakdowns={"name": _("partner")})
declare_source(MILESTONES)
declare_source(POSTS)
declare_source(CHECKS)
declare_source(DELIVERIES)
declare_source(STRUCTURES)
declare_source(TALKS)
