"""The addresses of a register, below its own word."""

from django.urls import URLPattern, path

from vijfluik.core.registers.declaration import Register
from vijfluik.ui.registers.pages import acts, correcting, importing, lists, quarantine, records
from vijfluik.ui.registers.views import View

Included = tuple[list[URLPattern], str]


def register_urls(register: Register, **instead: View) -> Included:
    """What `include()` takes: every page of a register, in the namespace of its thing.

    A register that takes no files has no pages to read one in.

    Args:
        instead: name of the address → an ordinary view of the room in the place of the usual one,
            such as `detail=pages.detail`; it keeps the access function and the journal.

    Raises:
        ValueError: there is no address of such a name.
    """
    usual: dict[str, tuple[str, View]] = {
        "list": ("", lists.listed(register)),
        "help": ("hulp/", lists.helped(register)),
        "export": ("uitvoer/<slug:format>/", lists.exported(register)),
        "create": ("nieuw/", records.create(register)),
        "import": ("inlezen/", importing.upload(register)),
        "import_help": ("inlezen/hulp/", importing.explained(register)),
        "import_template": ("inlezen/sjabloon.csv", importing.template(register)),
        "import_result": ("inlezen/import/<uuid:batch>/", quarantine.result(register)),
        "import_waiting": ("inlezen/import/<uuid:batch>/fout.csv", quarantine.waiting(register)),
        "import_row": ("inlezen/import/<uuid:batch>/regel/<int:line>/", quarantine.row(register)),
        "import_preview": ("inlezen/<uuid:key>/", importing.preview(register)),
        "import_discard": ("inlezen/<uuid:key>/weg/", importing.given_up(register)),
        "detail": ("<uuid:key>/", records.detail(register)),
        "correct": ("<uuid:key>/wijzigen/", correcting.correct(register)),
        "act": ("<uuid:key>/<slug:step>/", acts.act(register)),
    }
    unknown = set(instead) - set(usual)
    if unknown:
        raise ValueError(f"a register has no addresses named {sorted(unknown)}")
    patterns = [
        path(route, instead.get(name, view), name=name)
        for name, (route, view) in usual.items()
        if register.filed or not name.startswith("import")
    ]
    return patterns, register.thing
