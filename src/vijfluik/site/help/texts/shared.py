"""Sentences that the help of many pages shares."""

from django.utils.translation import gettext_lazy as _

JOURNAL = _("Elke inzage wordt vastgelegd in het journaal: wie, wanneer en op welke grond.")
CHANGES = _(
    "Elke wijziging staat in het verloop, met naam en moment. Niets wordt overschreven: wat "
    "er eerder stond, blijft te zien."
)
FOUR_EYES = _(
    "Een ander dan wie het voorstelt, besluit erover. Niemand beslist over een voorstel van "
    "zichzelf."
)
TERMS = _(
    "Loopt er een termijn, dan krijgt wie moet handelen 30, 14 en 7 dagen van tevoren een bericht."
)
NOTHING_KEPT = _("Wat u hier leest of zoekt, verandert niets aan een registratie.")
FRESH = _("Een bestand meenemen vraagt een nieuw bewijs van wie u bent, en wordt vastgelegd.")
ASK_MANDATES = _(
    "De mandaatbeheerder van uw organisatie, als u iets niet ziet of niet mag wat voor uw "
    "werk nodig is."
)
ASK_ACCOUNTS = _("De accountbeheerder van uw organisatie.")
ASK_PRIVACY = _("De functionaris gegevensbescherming.")
ASK_PROGRAMME = _("Een beleidsmedewerker van het programma.")
ASK_REPORTS = _("Wie de rapportage maakt; bij twijfel een beleidsmedewerker van het programma.")
ASK_LAW = _("De jurist van uw organisatie. Wat hier staat, vervangt geen juridisch advies.")
