"""The shapes of the answers, by the name under which the description holds them."""

from vijfluik.site.contract.shapes import (
    BOTH,
    COUNT,
    DAY,
    FLAG,
    HASH,
    KEY,
    MOMENT,
    NUMBER,
    TEXT,
    Schema,
    closed,
    one_of,
    opened,
    or_nothing,
    several,
)

# A number; the words of what is none; a whole with its parts; or nothing known.
VALUE: Schema = {"type": ["number", "string", "object", "null"]}
END = closed(
    as_of=MOMENT,
    value=VALUE,
    text=BOTH,
    records=COUNT,
    definition=TEXT,
    definition_version=COUNT,
    definition_sha256=HASH,
    receipt=TEXT,
)
CELL = closed(
    dimension=TEXT,
    member=or_nothing(TEXT),
    # A small number is replaced by words.
    records={"type": ["integer", "string"]},
    value=VALUE,
    beside=VALUE,
    optional={"of": VALUE},
)
VERSION = closed(
    definition=TEXT,
    sha256=HASH,
    valid_from=DAY,
    valid_until=or_nothing(DAY),
    reason=TEXT,
    changed=several(TEXT),
    **{"break": or_nothing({"type": "object"})},
)
DISCLOSURE = closed(
    threshold=COUNT,
    publication=TEXT,
    pattern=or_nothing(KEY),
    adopted=FLAG,
    notes={"type": "object", "additionalProperties": TEXT},
)
DIVISION = closed(
    name=one_of("nu"),
    on=DAY,
    value=VALUE,
    cells=several(CELL),
    mergers=several(closed(before=several(TEXT), after=TEXT, on=DAY)),
    divided=several(TEXT),
)
PART = opened(cause=TEXT, label=BOTH, amount=VALUE, exact=or_nothing(TEXT), records=COUNT)

SHAPES: dict[str, Schema] = {
    "Gezondheid": closed(status=one_of("ok")),
    "Gereedheid": closed(
        status=one_of("ok", "not ready"),
        checks={"type": "object", "additionalProperties": FLAG, "minProperties": 1},
    ),
    "Cijfer": closed(
        notice=TEXT,
        id=TEXT,
        value=VALUE,
        text=TEXT,
        source=TEXT,
        as_of=MOMENT,
        receipt=TEXT,
        name=TEXT,
        unit=TEXT,
        status=TEXT,
        note=TEXT,
        definition_version=COUNT,
        versions=several(VERSION),
        definition={"type": "object"},
        parameters={"type": "object"},
        sql=TEXT,
        sql_sha256=HASH,
        records=COUNT,
        unstated=COUNT,
        cells=several(CELL),
        receipt_sha256=HASH,
        disclosure=DISCLOSURE,
        optional={
            "root": HASH,
            "division": DIVISION,
            "numerator": NUMBER,
            "denominator": NUMBER,
            "supplied_by": {},
            "document": {},
            "place": {},
            "value_in": {},
            "cents": {"type": ["integer", "null"]},
            "named": several(or_nothing(TEXT)),
        },
    ),
    "Verandering": closed(
        notice=TEXT,
        figure=TEXT,
        name=BOTH,
        unit=BOTH,
        **{"from": END},
        to=END,
        division=TEXT,
        method=TEXT,
        method_text=TEXT,
        amount_in=TEXT,
        difference=VALUE,
        exact=or_nothing(TEXT),
        parts=several(PART),
        sum_of_parts=VALUE,
        sum_of_parts_exact=or_nothing(TEXT),
        hides_parts=FLAG,
        text=BOTH,
        optional={"break": closed(changed=several(TEXT), versions=several({"type": "object"}))},
    ),
    "Rechten": closed(
        version=TEXT,
        rights=several(
            closed(
                thing=TEXT,
                role=TEXT,
                purpose=TEXT,
                scope=one_of("all", "own"),
                actions=several(TEXT),
                reason=BOTH,
                law=several(TEXT),
                rests_on={},
            )
        ),
    ),
    "Document": closed(
        format=one_of("vijfluik-document/1"),
        notice=or_nothing(TEXT),
        type=one_of("Document"),
        title=TEXT,
        language=one_of("nl", "en"),
        as_of=MOMENT,
        subject=TEXT,
        blocks=several(opened(type=TEXT)),
        publisher=TEXT,
        demonstration=FLAG,
        details=several(several(TEXT)),
        palette=several({"type": "object"}),
        draft=FLAG,
        letter=FLAG,
    ),
    "Dataset": opened(
        **{
            "@context": {"type": "object"},
            "@id": TEXT,
            "@type": one_of("dcat:Dataset"),
            "dct:identifier": TEXT,
            "dct:title": {},
            "dct:publisher": {"type": "object"},
            "dcat:distribution": several({"type": "object"}),
        }
    ),
    "Vraag": closed(publicKey=opened(challenge=TEXT)),
    "Sleutels": closed(keys=several(opened(kty=TEXT, kid=TEXT, use=one_of("sig"), alg=TEXT))),
}
