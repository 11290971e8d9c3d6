"""A mock of the Overzicht: five panels with invented figures, tasks and changes."""

from vijfluik.ui.components.painting import PanelChange, PanelFigure, PanelSummary, PanelTask
from vijfluik.ui.panels import Panel


def five_panels() -> list[PanelSummary]:
    """Five panels, each in another state: full, due, late, quiet."""
    return [
        PanelSummary(
            panel=Panel.VERWERVEN,
            url="#",
            figures=[
                PanelFigure(
                    label="medewerkers getraind in de vreemdelingenketen",
                    value="1.240",
                    url="#",
                    change="+86",
                ),
            ],
            changes=[PanelChange(label="Definitie herzien", url="#", when="12 april")],
        ),
        PanelSummary(
            panel=Panel.VOORKOMEN,
            url="#",
            figures=[
                PanelFigure(label="trainingen ROR in 2018", value="406", url="#", change="−54"),
                PanelFigure(label="deelnemers ROR in 2018", value="ruim 4.800", url="#"),
                PanelFigure(label="bijeenkomsten JEP in 2018", value="45", url="#"),
            ],
            due=[
                PanelTask(label="Aantallen SSV bevestigen", url="#", when="vandaag"),
                PanelTask(
                    label="Training Zwolle afsluiten", url="#", when="2 dagen te laat", late=True
                ),
            ],
        ),
        PanelSummary(
            panel=Panel.VERDEDIGEN,
            url="#",
            figures=[
                PanelFigure(label="lopende beveiligingsplannen", value="geen gegevens", url="#")
            ],
            due=[PanelTask(label="Cijferlijst nalopen", url="#", when="over 3 dagen")],
        ),
        PanelSummary(panel=Panel.VOORBEREIDEN, url="#"),
        PanelSummary(
            panel=Panel.VERVOLGEN,
            url="#",
            figures=[PanelFigure(label="lessen met een beproeving", value="7 van 12", url="#")],
            changes=[PanelChange(label="Bron toegevoegd", url="#", when="gisteren")],
        ),
    ]
