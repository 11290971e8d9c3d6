"""The addresses of the questions why a figure or a report changed."""

from tests.site.addressing import Address


def of_differences(
    *, figures: set[str], records: set[str], reports: set[str]
) -> dict[str, Address]:
    """The addresses by their routes.

    Args:
        figures: who may read figures.
        records: who may enter the register of their records.
        reports: who may read reports.
    """
    figure = "/cijfers/ror-trainings-2018/waarom"
    return {
        "cijfers/<slug:figure>/waarom/": Address(path=f"{figure}/", allowed=figures),
        "cijfers/<slug:figure>/waarom.json": Address(path=f"{figure}.json", allowed=figures),
        "cijfers/<slug:figure>/waarom/vastleggingen/": Address(
            path=f"{figure}/vastleggingen/?oorzaak=nieuw", allowed=figures & records
        ),
        "rapportages/<slug:slug>/verschil/": Address(
            path="/rapportages/integrale-aanpak-2019/verschil/", allowed=figures & reports
        ),
    }
