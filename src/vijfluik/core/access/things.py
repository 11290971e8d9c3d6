"""What the policy's things and acts are called, for the sentences of the journal."""

from django.utils.translation import gettext_lazy as _

THINGS = {
    "programme": _("het programma"),
    "trainings": _("de trainingen"),
    "advice": _("de adviesvragen"),
    "papers": _("de Kamerstukken"),
    "bills": _("de wetsvoorstellen"),
    "undertakings": _("de moties en toezeggingen"),
    "obligations": _("de internationale verplichtingen"),
    "publications": _("de publicaties"),
    "editions": _("de uitgaven"),
    "reach": _("het bereik"),
    "evaluations": _("de evaluaties"),
    "findings": _("de bevindingen"),
    "recommendations": _("de aanbevelingen"),
    "theories": _("de verandertheorieën"),
    "figures": _("de cijfers"),
    "official_values": _("de opgegeven waarden"),
    "reports": _("de rapportages"),
    "journal": _("het journaal"),
    "mandates": _("de mandaten"),
    "law": _("het recht"),
    "session": _("een sessie"),
}
ACTS = {
    "read": _("lezen"),
    "create": _("vastleggen"),
    "correct": _("corrigeren"),
    "step": _("stap zetten"),
    "withdraw": _("intrekken"),
    "import": _("inlezen"),
    "export": _("uitvoeren"),
    "confirm": _("bevestigen"),
    "verify": _("controleren"),
    "build": _("opmaken"),
    "grant": _("voorstellen"),
    "approve": _("goedkeuren"),
    "review": _("beoordelen"),
    "end": _("beëindigen"),
    "assess": _("gevolgen nagaan"),
}
