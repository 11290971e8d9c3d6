"""The part of the demonstration that every database for tests has as well: people and places.

Run as `python -m vijfluik.demo.base` on an empty, migrated database.
"""

import django


def main() -> None:
    """Load people and places in one transaction of the owner."""
    django.setup()
    from django.db import transaction

    from vijfluik.demo.people import load_people
    from vijfluik.demo.places import load_places

    with transaction.atomic(using="owner"):
        load_people()
        load_places()


if __name__ == "__main__":
    main()
