"""The data of the partners, a module per concept."""

from vijfluik.core.partners.models.four_eyes import FourEyes
from vijfluik.core.partners.models.mandate import Mandate, Purpose, Role
from vijfluik.core.partners.models.organisation import Organisation, OrganisationKind
from vijfluik.core.partners.models.place import Place, PlaceKind, PlaceMembership, PlaceSuccession
from vijfluik.core.partners.models.professional import Professional

__all__ = [
    "FourEyes",
    "Mandate",
    "Organisation",
    "OrganisationKind",
    "Place",
    "PlaceKind",
    "PlaceMembership",
    "PlaceSuccession",
    "Professional",
    "Purpose",
    "Role",
]
