"""The people of the demonstration, by the role they have in the tests."""

from django.test import Client
from django.utils import timezone

from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.demo.people import key_of

POLICY_OFFICER = "noor"
PROVIDER = "ruben"
OTHER_PROVIDER = "sietske"
PRIVACY_OFFICER = "fleur"
AUDITOR = "aukje"
ADMINISTRATOR = "maarten"
OUTSIDER = "gijs"
EX_MEMBER = "lieke"
EVERYBODY = (
    POLICY_OFFICER,
    PROVIDER,
    OTHER_PROVIDER,
    PRIVACY_OFFICER,
    AUDITOR,
    ADMINISTRATOR,
    OUTSIDER,
    EX_MEMBER,
)


def browser(username: str) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    professional = Professional.objects.get(key=key_of(username))
    client.force_login(professional, backend="vijfluik.site.demonstration.DemonstrationBackend")
    return client


def somebody(username: str, *, purpose: Purpose = Purpose.PROGRAMME) -> Acting:
    """This person, for acting without a page."""
    professional = Professional.objects.get(key=key_of(username))
    assert professional.last_login is None or professional.last_login <= timezone.now()
    return Acting(actor=actor_for(professional), purpose=purpose)
