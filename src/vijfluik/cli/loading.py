"""Migrate the demonstration database and load it: `python -m vijfluik.cli.loading [--load]`.

A process of its own, because it alone needs the owner's connection.
"""

import importlib.util
import os
import sys


def main() -> None:
    """Do it; the caller marks the database when this has ended well."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", database="owner", verbosity=0)
    if "--load" in sys.argv:
        load()


def load() -> None:
    """Load the whole demonstration, or the people and places of it while there is no more."""
    from vijfluik.cli.progress import say

    if importlib.util.find_spec("vijfluik.demo.load") is None:
        from vijfluik.demo import base

        base.main()
        return
    demonstration = importlib.import_module("vijfluik.demo.load")
    demonstration.load(progress=say)


if __name__ == "__main__":
    main()
