"""The people of the demonstration, by the role they have in the tests."""

from django.test import Client
from django.utils import timezone

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import account_named, actor_for

BACKEND = "vijfluik.site.demonstration.DemonstrationBackend"

POLICY_OFFICER = "noor"
PROVIDER = "ruben"
OTHER_PROVIDER = "sietske"
ADVISER = "wietske"
OTHER_ADVISER = "oscar"
MUNICIPALITY = "daan"
OTHER_MUNICIPALITY = "femke"
FUND_MANAGER = "roos"
KNOWLEDGE_EDITOR = "ilse"
OTHER_KNOWLEDGE_EDITOR = "jorrit"
EVALUATION_COORDINATOR = "marleen"
OTHER_EVALUATION_COORDINATOR = "pieter"
PARTNERSHIP_COORDINATOR = "koen"
OTHER_PARTNERSHIP_COORDINATOR = "yara"
PARLIAMENTARY_OFFICER = "anouk"
OTHER_PARLIAMENTARY_OFFICER = "sander"
PRIVACY_OFFICER = "fleur"
AUDITOR = "aukje"
ADMINISTRATOR = "maarten"
OTHER_ADMINISTRATOR = "willemijn"
ACCOUNT_ADMINISTRATOR = "bastiaan"
OTHER_ACCOUNT_ADMINISTRATOR = "amina"
OUTSIDER = "gijs"
EX_MEMBER = "lieke"
EVERYBODY = (
    POLICY_OFFICER,
    PROVIDER,
    OTHER_PROVIDER,
    ADVISER,
    OTHER_ADVISER,
    MUNICIPALITY,
    FUND_MANAGER,
    KNOWLEDGE_EDITOR,
    EVALUATION_COORDINATOR,
    PARTNERSHIP_COORDINATOR,
    PARLIAMENTARY_OFFICER,
    PRIVACY_OFFICER,
    AUDITOR,
    ADMINISTRATOR,
    OTHER_ADMINISTRATOR,
    ACCOUNT_ADMINISTRATOR,
    OUTSIDER,
    EX_MEMBER,
)


def professional(username: str) -> Professional:
    """Their account, found as signing in finds it."""
    found = account_named(username)
    assert found is not None
    return found


def browser(username: str) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    with acting(somebody(username)):
        client.force_login(professional(username), backend=BACKEND)
    return client


def somebody(username: str, *, purpose: Purpose = Purpose.PROGRAMME) -> Acting:
    """This person, for acting without a page."""
    found = professional(username)
    assert found.last_login is None or found.last_login <= timezone.now()
    return Acting(actor=actor_for(found), purpose=purpose)
