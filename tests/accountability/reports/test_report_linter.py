"""The linter refuses what cannot be proved and leaves ordinary policy prose alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.reports.linter import (
    Finding,
    FindingCode,
    LintError,
    lint,
    require_clean,
)
from vijfluik.accountability.reports.prose import parse
from vijfluik.accountability.reports.prose_binding import Sources
from vijfluik.accountability.reports.structure import FigureValue, SeriesBreak, figure_table
from vijfluik.core.documents.structure import (
    Cell,
    Column,
    Language,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)

MakeSources = Callable[..., Sources]
MakeFigure = Callable[..., FigureValue]
NL, EN = Language.DUTCH, Language.ENGLISH


def excerpts(text: str, sources: Sources, code: FindingCode) -> list[str]:
    return [found.excerpt for found in lint(parse(text), sources=sources) if found.code is code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er zijn 12 gemeenten bereikt.", ["12"]),
        ("Er zijn twaalf gemeenten bereikt.", ["twaalf"]),
        ("In 2018 zijn vijfhonderd trainingen gegeven.", ["vijfhonderd"]),
        ("Ruim 4.800 deelnemers en 63% tevreden.", ["4.800", "63%"]),
        ("Het kostte € 1,4 miljoen.", ["€ 1,4", "miljoen"]),
        ("Vijfentwintig scholen, tweeëntwintig wijken.", ["Vijfentwintig", "tweeëntwintig"]),
        ("Honderdtwintig mensen, tweeduizend uur.", ["Honderdtwintig", "tweeduizend"]),
        ("Drieduizendvijfhonderd meldingen.", ["Drieduizendvijfhonderd"]),
        ("Tientallen gemeenten en honderden professionals.", ["Tientallen", "honderden"]),
        ("Een twintigtal scholen deed mee.", ["twintigtal"]),
        ("De helft van de gemeenten doet mee.", ["De helft van"]),
        ("Een kwart van de scholen.", ["Een kwart van"]),
        ("Twee derde is tevreden.", ["Twee"]),
        ("Het aantal verdubbelde.", ["verdubbelde"]),
        ("Zij bereikten 2018 deelnemers.", ["2018"]),
        ("Zij bereikten 2018 nieuwe deelnemers.", ["2018"]),
        ("Er waren acht gemeenten.", ["acht"]),
        ("Er zijn acht nieuwe trainingen gemaakt.", ["acht"]),
        ("*Twaalf* **13** gemeenten.", ["Twaalf", "13"]),
        ("Zie [de 12 gemeenten](https://x.nl/).", ["12"]),
        ("# De 12 gemeenten", ["12"]),
        ("- 3 trainingen\n- vier scholen", ["3", "vier"]),
        ("Vier gemeenten, vier ogen en vier scholen.", ["Vier", "vier"]),
        ("een of twee keer", ["twee"]),
        ("Anderhalve ton.", ["Anderhalve"]),
        ("Onder 500 deelnemers is gevraagd.", ["500"]),
        ("Zie tabel 2 en 12 nieuwe gemeenten.", ["12"]),
        ("Op 12 april waren er 45.", ["45"]),
    ],
)
def test_naked_dutch_numbers_are_refused(sources: MakeSources, text: str, found: list[str]) -> None:
    assert excerpts(text, sources(), FindingCode.NAKED_NUMBER) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve municipalities and 13 schools.", ["Twelve", "13"]),
        ("Twenty-five schools; five hundred trainings.", ["Twenty-five", "five", "hundred"]),
        ("Dozens of schools, half of the teachers.", ["Dozens", "half of"]),
        ("They reached 2018 participants.", ["2018"]),
        ("Ten trainings were held.", ["Ten"]),
    ],
)
def test_naked_english_numbers_are_refused(
    sources: MakeSources, text: str, found: list[str]
) -> None:
    assert excerpts(text, sources(language=EN), FindingCode.NAKED_NUMBER) == found


CLEAN_DUTCH = [
    "Deze rapportage beslaat de periode eind 2017 tot en met april 2019.",
    "Op 15 april 2019 is de brief verzonden (Kamerstuk 29754, nr. 491).",
    "Zie Kamerstukken II 2018/19, 29 754, nr. 491 en 492 en dossier 32824.",
    "De motie-Wiersma (32824 nr. 274) is beantwoord.",
    "Artikel 17, lid 5, van de wet en de artikelen 5 en 6 zijn van toepassing.",
    "De regeling (Stcrt. 2022, 19011) loopt van 2023-2026.",
    "Verordening (EU) 2021/784 en Richtlijn (EU) 2016/681 gelden.",
    "De Nationale Contraterrorismestrategie 2016-2020 vormt het kader.",
    "Het eerste, tweede en derde doel, de 2e editie en het 49e dreigingsbeeld.",
    "In 2017 en 2018 zijn trainingen gegeven; in 2018 zijn professionals bereikt.",
    "De peildatum is 1 maart 2019 om 12.30 uur.",
    "Zij neemt de regels in acht en het kabinet acht dit van groot belang.",
    "De coördinator acht het noodzakelijk dat gemeenten meedoen.",
    "Vierogenprincipe, tweejaarlijks, eenmalig en enerzijds zijn geen getallen.",
    "Beslissen gebeurt met vier ogen.",
    "De leden van het kabinet, de raad en de commissie zijn gehoord.",
    "Zie hoofdstuk 3, tabel 2 en bijlage 1 van versie 3.2.",
    "De norm ISO 27001, PDF/UA-1, BIO2 en Covid-19 zijn codes.",
    "Ten minste en ten slotte zijn woorden; een gemeente is er een.",
    "Het meldpunt is 24/7 bereikbaar voor 18-jarigen.",
    "Gemeenten, politie en onderwijs werken samen aan preventie.",
    "De training moet leiden tot meer kennis en kan bijdragen aan vertrouwen.",
    "Onderzocht wordt of de training effectief is.",
    "Het doel is om radicalisering te voorkomen.",
    "Er loopt een wetenschappelijk onderzoek naar de werking van de aanpak.",
    "Het lopende WODC-onderzoek wordt in 2020 verwacht.",
    "Onderzoek laat zien wat professionals nodig hebben.",
    "De aanpak is gericht op het voorkomen van nieuwe aanwas.",
    "Wij zorgen voor goede begeleiding en voor heldere afspraken.",
    "In [[ror-trainings-2018]] gevallen, {{een of twee|vaste uitdrukking}} keer.",
    "Voor [[ror-participants-2018 als ruim 4.800]] mensen was er plaats.",
    "1. eerste punt\n2. tweede punt",
]


@pytest.mark.parametrize("text", CLEAN_DUTCH)
def test_realistic_dutch_policy_prose_passes(sources: MakeSources, text: str) -> None:
    assert lint(parse(text), sources=sources()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "This report covers late 2017 to April 2019.",
        "On 15 April 2019 the letter was sent (Parliamentary Paper 29754, no. 491).",
        "Article 17(5) and articles 5 and 6 apply, see table 2 and annex 1.",
        "The strategy 2016-2020 was adopted on April 15, 2016.",
        "The first, second and 3rd goal; one school took part.",
        "The training should lead to more knowledge and may contribute to trust.",
        "Decisions need four eyes.",
        "In [[ror-trainings-2018]] cases, {{one or two|set phrase}} times.",
        "Ongoing university research looks at the approach.",
    ],
)
def test_realistic_english_policy_prose_passes(sources: MakeSources, text: str) -> None:
    assert lint(parse(text), sources=sources(language=EN)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "De aanpak leidt tot minder uitreizigers.",
        "Dit heeft geleid tot meer vertrouwen.",
        "De trainingen leiden tot meer meldingen.",
        "De aanpak zorgt voor minder dreiging.",
        "Dit zorgde in de wijken voor een daling.",
        "De aanpak is effectief.",
        "Een bewezen effectieve interventie.",
        "Dit draagt in hoge mate bij aan de veiligheid.",
        "Het programma heeft bijgedragen aan rust.",
        "Dankzij de aanpak is het rustig.",
        "De aanpak verkleint het risico.",
        "Om dit te bereiken, leidt de aanpak tot minder dreiging.",
    ],
)
@pytest.mark.serves("X-01.3")
def test_effect_without_a_study_is_refused_and_with_one_passes(
    sources: MakeSources, text: str
) -> None:
    assert len(excerpts(text, sources(), FindingCode.EFFECT_WITHOUT_STUDY)) == 1
    proved = text.removesuffix(".") + " [[effect:WODC-1]]."
    assert lint(parse(proved), sources=sources()) == ()


def test_study_of_another_kind_or_another_sentence_proves_nothing(sources: MakeSources) -> None:
    process = "De aanpak is effectief [[effect:WODC-2]]."
    assert excerpts(process, sources(), FindingCode.EFFECT_WITHOUT_STUDY) == ["WODC-2"]
    elsewhere = "Er is een studie [[effect:WODC-1]]. De aanpak is effectief."
    assert excerpts(elsewhere, sources(), FindingCode.EFFECT_WITHOUT_STUDY) == ["effectief"]
    unknown = "De aanpak is effectief [[effect:NIETS]]."
    assert excerpts(unknown, sources(), FindingCode.UNKNOWN_STUDY) == ["NIETS"]


@pytest.mark.parametrize(
    "text",
    [
        "The approach leads to fewer travellers.",
        "It contributed to trust.",
        "The training is effective.",
        "This reduced the risk.",
    ],
)
def test_english_effect_without_a_study_is_refused(sources: MakeSources, text: str) -> None:
    english = sources(language=EN)
    assert len(excerpts(text, english, FindingCode.EFFECT_WITHOUT_STUDY)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Over het lopend onderzoek naar de aanslag is contact.", NL),
        ("Er zijn lopende strafrechtelijke onderzoeken.", NL),
        ("Er loopt een onderzoek tegen de man.", NL),
        ("Er loopt momenteel een strafrechtelijk onderzoek.", NL),
        ("De zaak is onder de rechter.", NL),
        ("Hij is verdachte in deze zaak.", NL),
        ("There is an ongoing criminal investigation.", EN),
        ("The man is under investigation.", EN),
        ("The case is sub judice.", EN),
    ],
)
@pytest.mark.serves("X-04.4")
def test_running_investigations_are_refused(
    sources: MakeSources, text: str, language: Language
) -> None:
    code = FindingCode.RUNNING_INVESTIGATION
    assert len(excerpts(text, sources(language=language), code)) == 1


def only(text: str, sources: Sources) -> Finding:
    (finding,) = lint(parse(text), sources=sources)
    return finding


def test_false_hedge_tells_the_value_and_what_would_be_right(sources: MakeSources) -> None:
    finding = only("Er waren [[ror-participants-2018 als ruim 5.000]] mensen.", sources())
    assert finding.code is FindingCode.FALSE_HEDGE
    assert (finding.line, finding.column) == (1, 10)
    assert "4.823" in finding.message.dutch
    assert "4.823" in finding.message.english
    assert "'ruim 4.800'" in finding.remedy.dutch


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Met [[ror-participants-2018 als veel]].", FindingCode.UNREADABLE_HEDGE),
        ("Met [[jep-2018 als ruim 45]].", FindingCode.STATED_WITHOUT_DATA),
        ("Met [[onbekend]].", FindingCode.UNKNOWN_FIGURE),
        ("Met ruim [[ror-participants-2018]].", FindingCode.HEDGE_OUTSIDE),
        ("Meer dan [[ror-trainings-2018]].", FindingCode.HEDGE_OUTSIDE),
        ("Met [[nul als ruim 1]].", FindingCode.FALSE_HEDGE),
    ],
)
def test_binding_that_says_too_much_is_refused(
    sources: MakeSources, text: str, code: FindingCode
) -> None:
    assert only(text, sources()).code is code


def test_hedge_word_is_only_seen_as_a_word_of_its_own(sources: MakeSources) -> None:
    assert lint(parse("In heelal-ruimte bijnaam [[ror-trainings-2018]]"), sources=sources()) == ()


def test_places_are_those_of_the_source(sources: MakeSources) -> None:
    text = "# Kop\n\nEerste regel\nmet *twaalf* en [[onbekend]]\n\n- punt\n  en ruim [[nul]] 13"
    places = [(f.line, f.column, f.code.value) for f in lint(parse(text), sources=sources())]
    assert places == [
        (4, 6, "naked-number"),
        (4, 17, "unknown-figure"),
        (7, 6, "hedge-outside"),
        (7, 19, "naked-number"),
    ]


def test_clean_prose_is_let_through_and_the_rest_is_listed(sources: MakeSources) -> None:
    require_clean(parse("Alles in orde."), sources=sources())
    with pytest.raises(LintError) as caught:
        require_clean(parse("12 en 13"), sources=sources())
    assert [finding.excerpt for finding in caught.value.findings] == ["12", "13"]
    assert caught.value.findings[0].text(NL).startswith("1:1: naked-number: '12': Dit getal")


def series(figure: MakeFigure, *, breaks: tuple[SeriesBreak, ...] = ()) -> Table:
    return figure_table(
        caption="Trainingen",
        columns=("Aanbieder", "2017", "2018", "2019"),
        rows=(
            (
                "ROR",
                (
                    figure("ror-trainings-2017", 460),
                    figure("ror-trainings-2018", 406),
                    figure("ror-requested-2019", 389, status="aangevraagd"),
                ),
            ),
        ),
        language=NL,
        breaks=breaks,
    )


def test_table_that_mixes_statuses_needs_a_visible_marker(
    sources: MakeSources, figure: MakeFigure
) -> None:
    prose = parse("[[[trainingen]]]")
    mixed = sources(inserts={"trainingen": (Section("a", "A", (series(figure),)),)})
    (finding,) = lint(prose, sources=mixed)
    assert finding.code is FindingCode.MIXED_SERIES
    assert finding.excerpt == "Trainingen: ror-requested-2019"
    mark = SeriesBreak("ror-requested-2019", "*", "Aangevraagd in plaats van gegeven.")
    marked = sources(inserts={"trainingen": (series(figure, breaks=(mark,)),)})
    assert lint(prose, sources=marked) == ()


def test_table_with_typed_numbers_is_refused(sources: MakeSources) -> None:
    table = Table(
        "Twaalf gemeenten", (Column("Wie"), Column("2018")), (Row("A", (Cell((Text("38"),)),)),)
    )
    inserts = {"tabel": (table, Paragraph((Text("in 2018"),)))}
    findings = lint(parse("[[[tabel]]]"), sources=sources(inserts=inserts))
    assert [finding.code for finding in findings] == [FindingCode.NAKED_NUMBER] * 2
    assert all(finding.line == 0 for finding in findings)


def test_versions_of_one_definition_may_not_mix_unmarked(
    sources: MakeSources, figure: MakeFigure
) -> None:
    old = figure("a", 1, definition="d", definition_version="1", hedge=Hedge.EXACT)
    new = figure("b", 2, definition="d", definition_version="2")
    table = figure_table(
        caption="Reeks", columns=("x", "2017", "2018"), rows=(("y", (old, new)),), language=NL
    )
    base = sources(inserts={"reeks": (table,)})
    with_figures = Sources(
        figures={"a": old, "b": new}, language=NL, inserts=base.inserts, studies={}
    )
    (finding,) = lint(parse("[[[reeks]]]"), sources=with_figures)
    assert finding.excerpt == "Reeks: b"
