"""Each component gives the structure that keyboard, ear and printer need."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from lxml import html

from vijfluik.ui.components import actions, figures, history, imports, notices, painting, tables
from vijfluik.ui.components.library import register
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.icons import PATHS
from vijfluik.ui.panels import Panel
from vijfluik.ui.styleguide.specimen_form import SpecimenForm
from vijfluik.ui.templatetags import ui

Guide = Callable[..., str]


def shown(source: str, **context: Any) -> Any:
    """The element that a piece of template gives."""
    return html.fragment_fromstring(
        Template("{% load ui %}" + source).render(Context(context)), create_parent="div"
    )


def test_a_table_names_its_rows_and_says_how_it_is_sorted() -> None:
    content = Table(
        caption="Trainingen",
        columns=[
            Column(label="Onderwerp", row_header=True, sort_url="?s=o"),
            Column(label="Aantal", number=True, sort_url="?s=-a", sorted_as="ascending"),
        ],
        rows=[Row(cells=[Cell(text="Signalen", url="/1/"), Cell(text="12")], key="r1")],
    )
    drawn = shown("{% table content %}", content=content)
    (region,) = drawn.find_class("vijfluik-table-region")
    assert (region.get("role"), region.get("tabindex")) == ("region", "0")
    assert region.get("aria-label") == drawn.findtext(".//caption") == "Trainingen"
    assert drawn.xpath(".//th[@aria-sort]/@aria-sort") == ["ascending"]
    (header,) = drawn.xpath(".//tbody/tr[@id='r1']/th[@scope='row']")
    assert header.text_content() == "Signalen"


def test_a_row_with_another_number_of_cells_than_columns_is_refused() -> None:
    content = Table(caption="x", columns=[Column(label="a")], rows=[Row(cells=[])])
    with pytest.raises(ValueError, match="zip"):
        shown("{% table content %}", content=content)


def test_text_in_a_cell_is_escaped() -> None:
    content = Table(
        caption="x", columns=[Column(label="a")], rows=[Row(cells=[Cell(text="<b>vet</b>")])]
    )
    drawn = shown("{% table content %}", content=content)
    assert drawn.xpath(".//td//b") == []
    assert drawn.findtext(".//td") == "<b>vet</b>"


def test_pagination_keeps_the_filters_of_the_address() -> None:
    request = RequestFactory().get("/trainingen/?jaar=2018&page=2")
    drawn = shown(
        '{% pagination page label="Trainingen" %}',
        request=request,
        page=Paginator(range(120), 50).get_page(2),
    )
    assert drawn.xpath(".//a[@rel='next']/@href") == ["?jaar=2018&page=3"]
    assert drawn.xpath(".//a[@aria-current='page']")[0].text_content().endswith("2")
    assert drawn.findtext(".//p") == "51–100 van 120"


def test_an_error_summary_leads_to_each_wrong_field() -> None:
    form = SpecimenForm({"participants": "-3"})
    drawn = shown("{% error_summary form %}{{ form }}", form=form)
    links = drawn.xpath(".//div[@id='foutoverzicht']//a/@href")
    targets = [href.removeprefix("#") for href in links]
    assert len(targets) == len(form.errors) == 5
    controls = set(drawn.xpath(".//input/@id | .//select/@id | .//textarea/@id"))
    assert set(targets) <= controls


def test_a_form_without_errors_has_no_error_summary() -> None:
    drawn = shown("{% error_summary form %}", form=SpecimenForm())
    assert drawn.find_class("vijfluik-errors") == []


def test_help_and_error_belong_to_their_field_by_name() -> None:
    drawn = shown("{{ form }}", form=SpecimenForm({}))
    (control,) = drawn.xpath(".//input[@name='subject']")
    assert control.get("aria-invalid") == "true"
    described = control.get("aria-describedby").split()
    assert described == ["id_subject_helptext", "id_subject_error"]
    assert all(drawn.xpath(f".//*[@id='{name}']") for name in described)


def test_a_group_of_choices_is_a_fieldset_with_its_legend() -> None:
    drawn = shown("{{ form }}", form=SpecimenForm())
    legends = [legend.text_content().strip() for legend in drawn.xpath(".//fieldset/legend")]
    assert legends == ["Stand", "Doelgroepen (niet verplicht)"]


def test_the_file_field_is_an_ordinary_file_input() -> None:
    drawn = shown("{{ form }}", form=SpecimenForm())
    (control,) = drawn.xpath(".//input[@type='file']")
    assert control.get("name") == "document"
    assert drawn.xpath(f".//*[@id='{control.get('data-file-echo')}'][@role='status']")


def test_a_badge_has_a_shape_and_a_word_beside_its_colour() -> None:
    drawn = shown('{% badge "Gegeven" "positive" %}')
    assert drawn.text_content().strip() == "Gegeven"
    assert len(drawn.xpath(".//*[local-name()='path']")) == 1


def test_the_five_tones_have_five_shapes() -> None:
    shapes = {PATHS[tone] for tone in notices.Tone}
    assert len(shapes) == len(notices.Tone) == 5


def test_an_unknown_tone_or_panel_is_refused() -> None:
    with pytest.raises(ValueError, match="purple"):
        shown('{% badge "x" "purple" %}')
    with pytest.raises(ValueError, match="bewaren"):
        shown('{% sign "bewaren" %}')


@pytest.mark.parametrize("panel", Panel)
def test_a_sign_shows_its_panel_by_place_and_by_name(panel: Panel) -> None:
    drawn = shown("{% sign panel %}", panel=panel)
    leaves = drawn.xpath(".//*[local-name()='path']")
    lit = [i for i, leaf in enumerate(leaves, 1) if leaf.get("class") == "vijfluik-sign__leaf"]
    assert lit == [panel.position]
    assert drawn.text_content().strip() == str(panel.label)


def test_the_edge_opens_the_leaf_of_the_page() -> None:
    leaves = shown('{% edge "verdedigen" %}')[0]
    assert [leaf.get("class").endswith("--open") for leaf in leaves] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert all(not leaf.get("class").endswith("--open") for leaf in shown("{% edge %}")[0])


def test_the_overview_shows_five_panels_in_order(guide: Guide) -> None:
    page = html.fromstring(guide())
    names = [n.text_content() for n in page.find_class("vijfluik-leaf__name")]
    assert names == [str(panel.label) for panel in Panel]


def test_a_quiet_panel_does_not_hint_at_what_is_not_shown(guide: Guide) -> None:
    (quiet,) = html.fromstring(guide()).find_class("vijfluik-leaf__quiet")
    assert quiet.text == "Hier is nu niets dat u aangaat."


def test_a_chart_comes_with_its_sentence_and_its_table(guide: Guide) -> None:
    (chart,) = html.fromstring(guide()).find_class("vijfluik-chart")
    sentence = chart.find_class("vijfluik-chart__sentence")[0].text
    assert chart.xpath(".//div[@role='img']/@aria-label") == [sentence]
    assert len(chart.xpath(".//details//tbody/tr")) == 3


def test_a_task_without_a_known_end_is_told_in_words() -> None:
    drawn = shown('{% progress "Lezen" done=0 total=0 %}')
    (bar,) = drawn.xpath(".//progress")
    assert bar.get("value") is None
    assert "Het einde is nog niet te zeggen" in drawn.text_content()


def test_the_import_names_line_column_fault_and_remedy() -> None:
    error = imports.CellError(
        line=7, column="deelnemers", value="twaalf", wrong="Dit is geen getal.", right="12"
    )
    drawn = shown("{% import_preview errors added=1 known=2 held=1 %}", errors=[error])
    cells = [cell.text_content() for cell in drawn.xpath(".//tbody/tr/*")]
    assert cells == ["7", "deelnemers", "twaalf", "Dit is geen getal.", "12"]


MODULES = (actions, figures, history, imports, notices, painting, tables, ui)
OWN = [
    (name, member)
    for module in MODULES
    for name, member in vars(module).items()
    if inspect.isfunction(member)
    and member.__module__ == module.__name__
    and (name in register.tags or name in register.filters)
]


@pytest.mark.parametrize(("name", "component"), OWN, ids=[name for name, _ in OWN])
def test_every_component_documents_its_parameters(name: str, component: Callable[..., Any]) -> None:
    text = inspect.getdoc(component) or ""
    assert text
    if name in register.filters and "{{" in text:
        return
    missing = [
        parameter
        for parameter in inspect.signature(component).parameters
        if parameter != "context" and parameter not in text
    ]
    assert missing == []
