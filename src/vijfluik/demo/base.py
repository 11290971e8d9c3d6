"""The part of the demonstration that every database for tests has as well: people and places.

And what opens the networks of two municipalities, without which nobody could record in them.

Run as `python -m vijfluik.demo.base` on an empty, migrated database.
"""

import django


def main() -> None:
    """Load them in one transaction of the owner."""
    django.setup()
    from django.db import transaction

    from vijfluik.core.partners.queries import today
    from vijfluik.demo.people import load_people
    from vijfluik.demo.places import load_places
    from vijfluik.demo.processing import load_opened

    with transaction.atomic(using="owner"):
        load_people()
        load_places()
        load_opened(day=today())


if __name__ == "__main__":
    main()
