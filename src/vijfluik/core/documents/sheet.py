"""The style sheet of a document that stands on its own, on screen, in the dark and on paper."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from vijfluik.core.documents.structure import Accent, Document, Section, blocks_of

_CSS = """
:root{color-scheme:light dark;--ink:#1b1d21;--soft:#555b66;--line:#c9ced6;--paper:#fff;
--link:#14508c;--box:#f4f1e8;--edge:#8a6d1d}
@media (prefers-color-scheme:dark){:root{--ink:#e8e9ec;--soft:#a9b0bb;--line:#434a55;
--paper:#15171a;--link:#9cc8f5;--box:#2a2618;--edge:#d8b75a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 "Libertinus Serif",Charter,"Bitstream Charter",Cambria,serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 5rem}
h1,h2,h3,h4,h5,h6,.heading{line-height:1.2;font-weight:600;margin:2.4em 0 .6em;text-wrap:balance}
h1{font-size:2.2rem;margin:.2em 0 .2em}h2{font-size:1.55rem}h3{font-size:1.25rem}
h4,h5,h6,.heading{font-size:1.05rem}
p,ul,ol,dl{margin:0 0 1em}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.table:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.cijfer{color:inherit;text-decoration:underline dotted;text-decoration-thickness:.08em;
white-space:nowrap}
.cijfer--lang{white-space:normal}
.banden{display:flex;gap:.25rem;margin:0 0 1.5rem}
.banden .vlak{flex:1;height:.5rem;background:var(--vlak)}
.document-subject{font-style:italic;color:var(--soft);font-size:1.15rem}
.document-details{font-size:.95rem}.document-details div{display:flex;gap:0 1rem;flex-wrap:wrap}
.document-details dt{min-width:9rem;color:var(--soft)}dd{margin:0}
.contents{border-block:1px solid var(--line);padding:1rem 0;margin:2rem 0}
.contents p{font-weight:600;margin:0 0 .3em}.contents ol{list-style:none;padding-left:0;margin:0}
.contents ol ol{padding-left:1.25rem}
.deel.vlak{border-left:.4rem solid var(--vlak);padding-left:1.25rem;margin-top:3rem}
.deel.vlak>:first-child{margin-top:0}
.notice{background:var(--box);border-left:.3rem solid var(--edge);padding:.8rem 1rem;
margin:1.5rem 0}
.notice p{margin:0}
.notice--box{background:none;border:1px solid var(--line);border-left:.4rem solid
var(--vlak,var(--soft));padding:.9rem 1.1rem}.notice--box p+p{margin-top:.25rem}
.table{overflow-x:auto;margin:1.5rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:lining-nums tabular-nums;
font-size:.95rem;border-block:2px solid var(--ink)}
caption{text-align:left;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0}
thead th{border-bottom:1px solid var(--ink)}tbody th{font-weight:400}
tbody tr+tr>*{border-top:1px solid var(--line)}
.getal{text-align:right;white-space:nowrap}
.below{font-size:.9rem;color:var(--soft);margin:0 0 .3em}
.chart{margin:2rem 0 1rem}.chart svg{width:100%;max-width:30rem;height:auto;display:block;
overflow:visible}
.chart .shows{font-weight:600}.chart svg text{fill:currentColor;
font-family:"Liberation Sans",Arial,Helvetica,sans-serif}
.chart svg[viewBox^="-1"] [fill="#131c26"]{fill:var(--ink)}
.chart svg [stroke="#1b1d21"]{stroke:var(--ink)}.chart svg [stroke="#c9ced6"]{stroke:var(--line)}
figcaption{padding-top:.5rem}
.herkomst dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:0 .75rem}
.herkomst .getal{white-space:normal}
@media (max-width:40em){.herkomst :is(table,tbody,tr,th,td){display:block}
.herkomst thead{display:none}
.herkomst .getal{text-align:left}.herkomst tbody tr>*+*{border-top:0}}
.herkomst dt{color:var(--soft)}.herkomst dd{overflow-wrap:anywhere}.herkomst td p{margin:.2em 0 0}
code{font-size:.85em;overflow-wrap:anywhere}tr:target>*{background:var(--box)}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--link:#000;--line:#999}
main{max-width:none;padding:0}body{font-size:10.5pt}
h2,h3,h4{break-after:avoid}tr,figure,.notice{break-inside:avoid}.table{overflow:visible}
.contents a{text-decoration:none}*{print-color-adjust:exact}}
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet and the content security policy that admits it and nothing else."""

    css: str
    policy: str


def stylesheet(document: Document) -> Sheet:
    """Return the sheet of ``document`` with a rule per area colour that it uses."""
    accents = {accent.key: accent for accent in _accents(document)}
    rules = [f".vlak--{key}{{--vlak:{accents[key].colour}}}" for key in sorted(accents)]
    css = "\n".join([_CSS.strip(), *rules]) + "\n"
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return Sheet(css=css, policy=policy)


def _accents(document: Document) -> list[Accent]:
    used = [
        block.accent
        for block in blocks_of(document.blocks)
        if isinstance(block, Section) and block.accent is not None
    ]
    return [*document.palette, *used]
