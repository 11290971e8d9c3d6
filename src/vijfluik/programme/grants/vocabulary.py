"""The closed lists of the grants. No theme names a faith, an origin or a political conviction."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Compartment(TextChoices):
    """What a record belongs to; each value is a thing of the policy (`core.registers.walls`)."""

    PROGRAMME = "grants_programme", _("programma")
    FUND = "grants_fund", _("onafhankelijk fonds")


class Scheme(TextChoices):
    """What money is for; the codes are those that figures ask for."""

    STRENGTHENING = "versterkingsgelden", _("versterkingsgelden lokale aanpak")
    FUND = "fonds-tegengeluid", _("fonds alternatieve geluiden")
    FAMILY_SUPPORT = "familiesteun", _("subsidie Landelijk Steunpunt Extremisme")
    CAPACITY = "capaciteitsopbouw", _("capaciteitsopbouw in derde landen")
    OPEN_SOURCE = "opensource-capaciteit", _("opensource: capaciteit politie en KMar")
    REFERRAL = "opensource-iru", _("opensource: extra geld, onder meer voor de IRU")
    FEC = "fec-tf", _("FEC-project terrorismefinanciering")
    SERVICE = "aivd-zicht", _("investering in de AIVD")
    CTER = "cter-capaciteit", _("CTER-capaciteit Landelijke Eenheid")


# The scheme whose rounds, applications, awards and instalments stand behind the wall.
BEHIND_THE_WALL = Scheme.FUND


class Recurrence(TextChoices):
    """Whether money comes back each year; empty where the source does not say."""

    ONE_OFF = "one_off", _("eenmalig")
    STRUCTURAL = "structural", _("structureel")


class Overlap(TextChoices):
    """Why a line is not added to a total: its money stands in another line already."""

    REPEATS = "repeats", _("herhaalt een andere regel")
    PAID_FROM = "paid_from", _("wordt betaald uit een andere regel")


class Category(TextChoices):
    """What an application is for."""

    PERSON_CENTRED = "person_centred", _("persoonsgerichte aanpak")
    NETWORK = "network", _("netwerk")
    EXPERTISE = "expertise", _("deskundigheid")
    PREVENTION = "prevention", _("preventie")
    EVALUATION = "evaluation", _("evaluatie")
    VOICE = "voice", _("alternatief geluid")


class Theme(TextChoices):
    """What a project does."""

    YOUTH_WORK = "youth_work", _("jongerenwerk")
    EDUCATION = "education", _("onderwijs")
    PARENTING = "parenting", _("opvoeding en gezin")
    DIALOGUE = "dialogue", _("gesprek in de buurt")
    ONLINE = "online", _("online weerbaarheid")
    STORIES = "stories", _("verhalen maken en delen")
    SPORT_ARTS = "sport_arts", _("sport en kunst")
    PROFESSIONALS = "professionals", _("toerusten van professionals")
    COOPERATION = "cooperation", _("samenwerking in de regio")
    RETURN = "return", _("terugkeer in de samenleving")


class Level(TextChoices):
    """Where a project for building capacity works."""

    INTERNATIONAL = "international", _("internationaal")
    REGIONAL = "regional", _("regionaal")
    NATIONAL = "national", _("nationaal")


class Finding(TextChoices):
    """What the assessor found of one criterion: words with a reason, and no score."""

    MEETS = "meets", _("voldoet")
    PARTLY = "partly", _("voldoet deels")
    FAILS = "fails", _("voldoet niet")


class LineState(TextChoices):
    """Where a budget line stands."""

    DRAFT = "draft", _("ontwerp")
    ADOPTED = "adopted", _("vastgesteld")
    CLOSED = "closed", _("afgesloten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class RoundState(TextChoices):
    """Where a round stands."""

    ANNOUNCED = "announced", _("aangekondigd")
    OPEN = "open", _("open")
    CLOSED = "closed", _("gesloten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class ApplicationState(TextChoices):
    """Where an application stands."""

    APPLIED = "applied", _("aangevraagd")
    ASSESSED = "assessed", _("beoordeeld")
    AWARD_PROPOSED = "award_proposed", _("toekenning voorgesteld")
    REJECTION_PROPOSED = "rejection_proposed", _("afwijzing voorgesteld")
    AWARDED = "awarded", _("toegewezen")
    REJECTED = "rejected", _("afgewezen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class AwardState(TextChoices):
    """Where an award stands."""

    PREPARED = "prepared", _("in voorbereiding")
    AWARDED = "awarded", _("toegekend")
    RUNNING = "running", _("in uitvoering")
    ACCOUNTED = "accounted", _("verantwoord")
    SETTLED = "settled", _("vastgesteld")
    RECLAIMING = "reclaiming", _("terugvordering")
    RECOVERED = "recovered", _("teruggevorderd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


# An award commits money from its signature on.
COMMITTED = (
    AwardState.AWARDED,
    AwardState.RUNNING,
    AwardState.ACCOUNTED,
    AwardState.SETTLED,
    AwardState.RECLAIMING,
    AwardState.RECOVERED,
)
SETTLED = (AwardState.SETTLED, AwardState.RECLAIMING, AwardState.RECOVERED)


class InstalmentState(TextChoices):
    """Where an instalment stands."""

    PLANNED = "planned", _("gepland")
    PAID = "paid", _("betaald")
    CANCELLED = "cancelled", _("vervallen")
    WITHDRAWN = "withdrawn", _("ingetrokken")
