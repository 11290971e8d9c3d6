"""Small lists of every kind, as their publishers write them."""

import json
import zipfile
from pathlib import Path

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2025-01-01"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>OMAR</FIRST_NAME><SECOND_NAME>KHALID</SECOND_NAME>
<REFERENCE_NUMBER>QDi.001</REFERENCE_NUMBER><NATIONALITY><VALUE>Iraq</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Abu Omar</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Tall One</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-02-03</DATE>
</INDIVIDUAL_DATE_OF_BIRTH>
<NAME_ORIGINAL_SCRIPT>عمر خالد</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_DOCUMENT><NUMBER>P123</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL>
<INDIVIDUAL><DATAID>2</DATAID><REFERENCE_NUMBER>QDi.002</REFERENCE_NUMBER></INDIVIDUAL>
</INDIVIDUALS><ENTITIES><ENTITY><DATAID>3</DATAID><FIRST_NAME>EXAMPLE FRONT</FIRST_NAME>
<REFERENCE_NUMBER>QDe.003</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>
"""
EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity logicalId="13">
<remark>one</remark><regulation programme="TAQA"><publicationUrl>x</publicationUrl></regulation>
<subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Omar Khalid" strong="true"><regulationSummary numberTitle="1"/></nameAlias>
<nameAlias firstName="O." lastName="Khaled" strong="false" wholeName=""/>
<nameAlias wholeName="Tall One" strong="true"><remark>Low quality alias</remark></nameAlias>
<birthdate birthdate="1970-02-03" year="1970" city="Mosul"/>
<birthdate year="1971" monthOfYear="4" dayOfMonth="0" city=""/>
<citizenship countryIso2Code="IQ"/><citizenship countryIso2Code="00"/>
<identification number="P123"/></sanctionEntity>
<sanctionEntity logicalId="14"><subjectType code="enterprise"/></sanctionEntity></export>
"""
EU_CSV = (
    "fileGenerationDate;Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;"
    "BirthDate_BirthDate;BirthDate_City;Citizenship_CountryIso2Code;Identification_Number\n"
    "2025;13;P;Omar Khalid;;;;\n2025;13;P;Omar Khaled;1970-02-03;Mosul;IQ;P123\n2025;14;E;;;;;\n"
)
SDN = (
    '36,"KHALID, Omar","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 03 Feb 1970; POB Mosul, Iraq; nationality Iraq; Passport P123 (Iraq)."\n'
    '37,"EXAMPLE FRONT",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \nwrong,row\n\x1a\n'
)
ALT = '36,12,"aka","KHALED, Omar",-0- \n'
UK = (
    "Last Updated,01/01/2025\n"
    "Name 6,Name 1,Name 2,DOB,Town of Birth,Nationality,Passport Number,Group Type,Alias Type,"
    "Alias Quality,Name Non-Latin Script,Group ID\n"
    "KHALID,Omar,,03/02/1970,Mosul,Iraq,P123,Individual,Primary name,,عمر خالد,77\n"
    "KHALED,Omar,,00/00/1970,,,,Individual,AKA,Low,,77\n,,,,,,,Entity,,,,78\n"
)
FTM = "\n".join((
    json.dumps({
        "id": "Q1", "schema": "Person", "datasets": ["x"],
        "properties": {
            "name": ["Omar Khalid"], "weakAlias": ["Tall One"], "birthDate": ["1970-02-03"],
            "passportNumber": ["P123"], "citizenship": ["iq"], "birthPlace": ["Mosul"],
        },
    }),
    json.dumps({"id": "A1", "schema": "Address", "properties": {"full": ["Street 1"]}}),
    json.dumps({"id": "Q2", "schema": "Person", "properties": {}}),
    "{broken",
))  # fmt: skip
LINES = "\n".join((
    json.dumps({"id": "a", "list": "l", "schema": "Person", "names": [["Omar Khalid", "primary"]],
                "dob": ["1970-02-03"], "cc": ["Iraq"]}),
    json.dumps({"id": "b", "names": []}),
    json.dumps({"names": [["No Id", "primary"]]}),
    "[1, 2]",
))  # fmt: skip
PLAIN = "Name;Alias;DOB;Nationality\nOmar Khalid;Abu Omar; 03-02-1970;Iraq\n;;;\n;;1970;\n"

TEXTS = {
    "un.xml": UN, "eu.xml": EU_XML, "eu.csv": EU_CSV, "uk.csv": UK, "entities.jsonl": LINES,
    "ftm.json": FTM, "plain.csv": PLAIN, "sdn.csv": SDN,
}  # fmt: skip

ROW = "<table:table-row>{}</table:table-row>"
DATE = (
    '<table:table-cell office:value-type="date" office:date-value="{}">'
    "<text:p>03-02-70</text:p></table:table-cell>"
)
LINKED = (
    '<table:table-cell office:value-type="string"><text:p><text:a xmlns:xlink='
    '"http://www.w3.org/1999/xlink" xlink:href="https://example.org/1">Stcrt</text:a></text:p>'
    '</table:table-cell><table:table-cell table:number-columns-repeated="1017"/>'
)
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Sheet1">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""
DUTCH = ("Achternaam", "Voorna(a)m(en)", "Alias", "Geboortedatum", "Geboorteplaats",
         "Datum besluit", "Link")  # fmt: skip
ENGLISH = ("Surname", "First name(s)", "Alias", "Date of Birth", "Place of Birth",
           "Date of ministerial decision", "Link official notification")  # fmt: skip


def cell(text: str) -> str:
    """A cell as spreadsheet programs write it: dates and links have a kind of their own."""
    if text[:3] in {"197", "202"}:
        return DATE.format(text)
    return LINKED if text == "Stcrt" else CELL.format(text)


def spreadsheet(file: Path, header: tuple[str, ...], *, head: str = "") -> Path:
    """The Dutch list with a person, an organisation and a row without a name."""
    rows = [
        ("Nationale lijst",), ("",), header,
        ("Khalid", "Omar", "Abu Omar; O. Khaled", "03-02-1970", "Mosul", "01/01/2020", "Stcrt"),
        ("Khalid", "Said", "", "1971-04-05", "", "2020-01-01", "Stcrt"),
        ("Example Front", "", "", "", "n/a: abroad", "01/01/2020", "Stcrt"),
        ("", "", "nobody", "", "", "", ""),
    ]  # fmt: skip
    table = "".join(
        ROW.format("".join(cell(text) for text in (*row, *[""] * (7 - len(row))))) for row in rows
    )
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", MANIFEST)
        packed.writestr("content.xml", head + CONTENT.format(table))
    return file
