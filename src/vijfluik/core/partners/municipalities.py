"""Which municipality an organisation is: those that nobody said it of, and saying it."""

from django.db import transaction

from vijfluik.core.partners.models import Organisation, OrganisationKind, Place, PlaceKind

OWNER = "owner"


class NotTied(Exception):
    """It cannot be said so; the message names the remedy."""


def untied(*, using: str = "default") -> list[Organisation]:
    """The organisations of municipalities of which nobody said which municipality they are."""
    rows = Organisation.objects.using(using).filter(
        kind=OrganisationKind.MUNICIPALITY, place__isnull=True
    )
    return list(rows.order_by("name", "code"))


def tie(*, organisation: str, place: str) -> Place:
    """Say which municipality an organisation is, as the owner of the database.

    Args:
        organisation: its code.
        place: the code of a municipality; of several lives under one code the latest is taken.

    Raises:
        NotTied: one of the two is not there, is no municipality, or the place has another already.
    """
    with transaction.atomic(using=OWNER):
        found = Organisation.objects.using(OWNER).filter(code=organisation).first()
        if found is None or found.kind != OrganisationKind.MUNICIPALITY:
            raise NotTied(f"There is no organisation of a municipality with code {organisation!r}.")
        municipality = (
            Place.objects.using(OWNER)
            .filter(code=place, kind=PlaceKind.MUNICIPALITY)
            .order_by("-valid_from")
            .first()
        )
        if municipality is None:
            raise NotTied(f"There is no municipality with code {place!r}, such as GM0363.")
        other = Organisation.objects.using(OWNER).filter(place=municipality).exclude(pk=found.pk)
        if (taken := other.first()) is not None:
            raise NotTied(
                f"{municipality.name} ({place}) is the organisation {taken.code!r} already."
            )
        found.place = municipality
        found.save(update_fields=["place"])
    return municipality
