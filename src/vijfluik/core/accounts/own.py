"""What somebody does to the own account: take it in use, begin anew, change what proves it."""

import datetime as dt
import uuid

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.accounts.actions import attempted, tell
from vijfluik.core.accounts.codes import step_of
from vijfluik.core.accounts.faults import Invalid, NotNow
from vijfluik.core.accounts.kinds import ACTIVATED, PASSWORD_CHANGED, RECOVERED
from vijfluik.core.accounts.links import Working
from vijfluik.core.accounts.models import (
    Account,
    Authenticator,
    EndedBecause,
    Identity,
    Link,
    LinkKind,
    Passkey,
    Password,
    Visit,
)
from vijfluik.core.accounts.proving import sealed_for
from vijfluik.core.accounts.sealing import seal
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional


def begin_with(
    *, who: Acting, link: Working, person: Professional, password: str, secret: bytes, code: str
) -> None:
    """Use a link: set password and app; at a recovery everything of before goes.

    Args:
        who: the person whose link it is; whoever holds the link is taken for that person.
        secret: of the app, as the page showed it.
        code: what the app shows now, so that it is sure to work.

    Raises:
        Invalid: the password will not do or the code is wrong.
        NotNow: the link does not work any more.
    """
    kind = ACTIVATED if link.kind == LinkKind.INVITATION else RECOVERED
    with attempted(kind, who=who, key=person.key), acting(who):
        now = timezone.now()
        faults = _faults_of_password(password, person=person)
        step = step_of(code, secret=secret, seconds=now.timestamp())
        if step is None:
            faults["code"] = _("Deze code klopt niet. Typ de zes cijfers die de app nu toont.")
        if faults or step is None:
            raise Invalid(faults)
        use_link(link, at=now)
        clear(person=person, at=now)
        Password(professional_id=person.key, encoded=make_password(password), set_at=now).save(
            force_insert=True
        )
        Authenticator(
            professional_id=person.key,
            sealed=seal(secret, use=sealed_for(person.key)),
            last_step=step,
            set_at=now,
        ).save(force_insert=True)
        tell(person.key, action=kind)


def use_link(link: Working, *, at: dt.datetime) -> None:
    """Note inside `acting` of the person that the link was used; it counts once.

    Raises:
        NotNow: it does not work any more.
    """
    used = Link.objects.filter(
        key=link.key, used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=at
    ).update(used_at=at)
    if not used:
        raise NotNow(_("Deze link werkt niet meer. Vraag de accountbeheerder een nieuwe."))


def clear(*, person: Professional, at: dt.datetime) -> None:
    """Begin inside `acting` of the person: of a new account there is nothing yet; of another
    nothing of before proves anything now.
    """
    mine = {"professional": person.key}
    for model in (Passkey, Password, Authenticator, Identity):
        model.objects.filter(**mine).delete()
    Visit.objects.filter(**mine, ended_at__isnull=True).update(
        ended_at=at, ended_by=person.key, ended_because=EndedBecause.RECOVERED
    )
    Account.objects.filter(**mine, activated_at__isnull=True).update(activated_at=at)


def change_password(
    *, who: Acting, person: Professional, password: str, visit: uuid.UUID | None
) -> None:
    """Another password, after a fresh proof; every other visit of the person ends.

    Args:
        visit: the visit in which it is done, which goes on.

    Raises:
        Invalid: the password will not do.
    """
    with attempted(PASSWORD_CHANGED, who=who, key=person.key), acting(who):
        faults = _faults_of_password(password, person=person)
        if faults:
            raise Invalid(faults)
        now = timezone.now()
        Password.objects.filter(professional=person.key).update(
            encoded=make_password(password), set_at=now
        )
        others = Visit.objects.filter(professional=person.key, ended_at__isnull=True)
        if visit is not None:
            others = others.exclude(key=visit)
        others.update(ended_at=now, ended_by=person.key, ended_because=EndedBecause.BY_ONESELF)
        tell(person.key, action=PASSWORD_CHANGED)


def _faults_of_password(password: str, *, person: Professional) -> dict[str, str]:
    if "\0" in password:
        return {"password": _("Gebruik tekens die u kunt typen.")}
    try:
        validate_password(password, user=person)
    except ValidationError as error:
        return {"password": " ".join(error.messages)}
    return {}
