"""The closed lists of the networks. Of a person they say a task and a consent, and nothing else.

Reasons are lists too: a reason stays in the journal for ever, so nobody types one here. Their
values are the Dutch words themselves, which the journal shows.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import UNDONE


class Theme(models.TextChoices):
    """What a network and its meetings are about: subjects, never people."""

    LIVING_TOGETHER = "living_together", _("samenleven in de buurt")
    TENSIONS = "tensions", _("spanningen en polarisatie")
    EXCLUSION = "exclusion", _("uitsluiting en discriminatie")
    GROWING_UP = "growing_up", _("opgroeien en opvoeden")
    SCHOOL_AND_WORK = "school_and_work", _("school en werk")
    ONLINE = "online", _("online leefwereld")
    RESILIENCE = "resilience", _("weerbaarheid")
    TRUST = "trust", _("vertrouwen tussen inwoners en overheid")
    EVENTS_ELSEWHERE = "events_elsewhere", _("gebeurtenissen elders die hier raken")
    HELP_NEARBY = "help_nearby", _("hulp en steun in de buurt")


class NetworkState(models.TextChoices):
    """Whether a network is there. That nobody looked at it for long is said by the day."""

    ACTIVE = "active", _("actief")
    ENDED = "ended", _("beëindigd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class MeetingState(models.TextChoices):
    """A meeting is recorded when it has been."""

    HELD = "held", _("gehouden")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class MemberState(models.TextChoices):
    """A member takes part with consent. Whoever withdraws it is no record any more."""

    CONSENTED = "consented", _("toestemming gegeven")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class MemberRole(models.TextChoices):
    """What somebody does in the network; not what somebody is outside it."""

    MEMBER = "member", _("lid")
    CONTACT = "contact", _("aanspreekpunt")
    CHAIR = "chair", _("voorzitter")
    HOST = "host", _("gastheer of gastvrouw")


class Given(models.TextChoices):
    """How consent was given."""

    WRITTEN = "written", _("schriftelijk, ondertekend")
    ONLINE = "online", _("per e-mail")
    ORAL = "oral", _("mondeling, daarna bevestigd")


class Use(models.TextChoices):
    """What consent was given for; each apart, none of them needed for another."""

    INVITE = "invite", _("uitnodigen voor bijeenkomsten")
    INFORM = "inform", _("informatie van de gemeente toesturen")
    CONSULT = "consult", _("mening vragen over de thema's van het netwerk")
    SHARE_WITH_MEMBERS = "share", _("contactgegeven delen met andere leden")


class Months(models.TextChoices):
    """How long consent lasts; it ends by itself and never later than after two years."""

    TWELVE = "12", _("12 maanden")
    SIX = "6", _("6 maanden")
    TWENTY_FOUR = "24", _("24 maanden")


class Change(models.TextChoices):
    """Why a network or a meeting is put right."""

    SLIP = "verschreven", _("verschreven")
    CHANGED = "gegevens gewijzigd", _("gegevens gewijzigd")
    TAKEN_BACK = UNDONE, _("vorige wijziging teruggedraaid")


class Mistake(models.TextChoices):
    """Why the record of a network or a meeting is withdrawn."""

    MISTAKE = "bij vergissing vastgelegd", _("bij vergissing vastgelegd")
    TWICE = "dubbel vastgelegd", _("dubbel vastgelegd")


class Ending(models.TextChoices):
    """Why a network ends."""

    DONE = "doel bereikt", _("doel bereikt")
    FEW = "te weinig deelname", _("te weinig deelname")
    JOINED = "opgegaan in een ander netwerk", _("opgegaan in een ander netwerk")


class Again(models.TextChoices):
    """Why a network that ended is there again."""

    GOES_ON = "het netwerk gaat verder", _("het netwerk gaat verder")
    MISTAKE = "bij vergissing beëindigd", _("bij vergissing beëindigd")


class MemberChange(models.TextChoices):
    """Why what is known of a member is put right."""

    ASKED = "op verzoek van het lid", _("op verzoek van het lid")
    SLIP = "verschreven", _("verschreven")
    TAKEN_BACK = UNDONE, _("vorige wijziging teruggedraaid")


class Leaving(models.TextChoices):
    """On what ground the data of a member are destroyed."""

    WITHDREW = "toestemming ingetrokken", _("het lid trekt de toestemming in")
    NOT_NEEDED = "niet meer nodig voor het netwerk", _("niet meer nodig voor het netwerk")
    MISTAKE = "bij vergissing vastgelegd", _("bij vergissing vastgelegd")
    DIED = "overleden", _("het lid is overleden")
