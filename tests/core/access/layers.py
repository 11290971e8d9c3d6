"""What Python's access decides of a row of any table: the other half of the comparison.

Records are decided on by the policy and the walls of their register, as `access_record` does. What
stands beside a record (steps, versions, words to search) follows it. A room in which somebody sees
more than those rules say, such as a threat assessment that appeared, is told here once more, from
the sentence in its documents and not from its SQL.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from vijfluik.core.access.decisions import decide, reach
from vijfluik.core.access.policy import policy
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import register_named, registers
from vijfluik.core.registers.walls import walled_off
from vijfluik.programme.attachments.models import LINKS

Row = Mapping[str, Any]
World = Mapping[str, list[Row]]


class Asked:
    """What one actor may do, each question asked of Python's access once."""

    def __init__(self, who: Acting, *, world: World) -> None:
        self.who, self.world = who, world
        self.me = str(who.actor.key)
        self._known: dict[Any, bool] = {}

    def at(self, thing: str, organisation: str | None, action: str = "read") -> bool:
        """Whether the actor may do it at an organisation."""
        return self._once(
            ("at", thing, organisation, action),
            lambda: (
                decide(who=self.who, thing=thing, action=action, organisation=organisation).allowed
            ),
        )

    def everywhere(self, thing: str, action: str = "read") -> bool:
        """Whether the actor may do it everywhere."""
        return self._once(
            ("everywhere", thing, action),
            lambda: reach(who=self.who, thing=thing, action=action).everywhere,
        )

    def own(self, thing: str, organisation: str) -> bool:
        """Whether a rule about the own organisation lets the actor read there."""
        return self._once(
            ("own", thing, organisation),
            lambda: organisation in reach(who=self.who, thing=thing, action="read").organisations,
        )

    def outside(self, register: Register, row: Row) -> bool:
        """Whether a wall of the register stands between the actor and a record."""
        if not register.walled:
            return False
        owner = row[f"{register.scope}_id"]
        record = SimpleNamespace(**row)
        return self._once(
            ("outside", register.thing, owner, row[register.walled]),
            lambda: walled_off(register, record=record, who=self.who, action="read"),
        )

    def works_here(self) -> bool:
        """Whether any mandate gives the actor any right for this purpose."""
        held = {(grant.role, grant.purpose) for grant in self.who.actor.grants}
        return any(
            (rule.role, self.who.purpose) in held
            for rule in policy().rules
            if rule.purpose == self.who.purpose
        )

    def record(self, register: Register, row: Row) -> bool:
        """Whether the actor sees a record of a register."""
        owner = row[f"{register.scope}_id"]
        if self.at(register.thing, owner) and not self.outside(register, row):
            held_back = HELD_BACK.get(register.thing)
            return held_back is None or not held_back(self, row)
        more = MORE.get(register.thing)
        return more is not None and more(self, row)

    def of(self, thing: str, key: str) -> bool:
        """Whether the actor sees the record of a register that stands under this key."""
        register = register_named(thing)
        found = self.find(register.model._meta.db_table, key=key)
        return found is not None and self.record(register, found)

    def find(self, table: str, *, key: str) -> Row | None:
        """The row of a table under this key."""
        return next((row for row in self.world[table] if row["key"] == key), None)

    def _once(self, question: Any, answer: Callable[[], bool]) -> bool:
        if question not in self._known:
            self._known[question] = answer()
        return self._known[question]


Decides = Callable[[Asked, Row], bool]


def _appeared(asked: Asked, row: Row) -> bool:
    """A threat assessment or strategy that appeared is known to everybody in the programme."""
    if row["frame"] not in ("threat", "strategy"):
        return False
    return row["state"] in ("published", "superseded") and asked.everywhere("programme")


def _evaluated(field: str) -> Decides:
    """Whoever evaluates an award or a partnership reads which it is."""

    def decides(asked: Asked, row: Row) -> bool:
        return any(
            each[field] == row["key"] and asked.own("evaluations", each["organisation_id"])
            for each in asked.world["evaluations_evaluation"]
        )

    return decides


def _about_oneself(asked: Asked, row: Row) -> bool:
    """A municipality reads what was decided about itself."""
    return any(
        each["place_id"] is not None and each["place_id"] == row["place_id"]
        and asked.own("municipal_support", each["code"])
        for each in asked.world["partners_organisation"]
    )  # fmt: skip


def _open_or_admitted(asked: Asked, row: Row) -> bool:
    """A release is read when it is open, and beforehand by whoever was admitted for today."""
    if not asked.everywhere("released"):
        return False
    public = row["state"] in ("published", "rectified")
    if public and (row["embargo_until"] is None or _past(row["embargo_until"])):
        return True
    if row["state"] not in ("adopted", "published", "rectified"):
        return False
    return any(
        each["release_id"] == row["key"] and _admits(asked, each)
        for each in asked.world["releases_reader"]
    )


def _admits(asked: Asked, row: Row) -> bool:
    if row["professional_id"] != asked.me or row["state"] != "admitted":
        return False
    return bool(row["valid_from"] <= today().isoformat() <= row["valid_until"])


def _own_admission(asked: Asked, row: Row) -> bool:
    return bool(row["professional_id"] == asked.me)


def _past(moment: str) -> bool:
    return dt.datetime.fromisoformat(moment) <= dt.datetime.now(dt.UTC)


def _consent_is_over(asked: Asked, row: Row) -> bool:
    """Two weeks after the last day of consent, or with the network, nobody reads a member."""
    held = asked.find("networks_member", key=row["key"])
    network = held and asked.find("networks_network", key=held["network_id"])
    if held is None or network is None or network["state"] != "active":
        return True
    if dt.date.fromisoformat(held["consent_until"]) + dt.timedelta(days=14) < today():
        return True
    return any(
        step["network_id"] == network["key"] and step["edge"] == "reopen"
        and step["business_date"] > held["consent_on"]
        for step in asked.world["networks_networkstep"]
    )  # fmt: skip


# Register → who sees a record beside whom its rules name.
MORE: Mapping[str, Decides] = {
    "editions": _appeared,
    "awards": _evaluated("award_id"),
    "partnerships": _evaluated("partnership_id"),
    "deviations": _about_oneself,
    "releases": _open_or_admitted,
    "release_readers": _own_admission,
}
# Register → when a record is shown to nobody.
HELD_BACK: Mapping[str, Decides] = {"network_members": _consent_is_over}


def _own(column: str) -> Decides:
    return lambda asked, row: row[column] == asked.me


def _everywhere(thing: str) -> Decides:
    return lambda asked, _row: asked.everywhere(thing)


def _own_or_everywhere(column: str, thing: str) -> Decides:
    return lambda asked, row: row[column] == asked.me or asked.everywhere(thing)


def _of(thing: str, column: str) -> Decides:
    return lambda asked, row: asked.of(thing, row[column])


def _made_release(asked: Asked, row: Row) -> bool:
    """What stands behind a release is read by its makers."""
    release = asked.find("releases_release", key=row["release_id"])
    return release is not None and asked.at("releases", release["organisation_id"])


def _by_rules(thing: str) -> Decides:
    return lambda asked, row: asked.at(thing, row["organisation_id"])


def _assessment(asked: Asked, row: Row) -> bool:
    """Whoever appraises reads it; whoever asked for the grant does when it is decided."""
    if not asked.of("applications", row["application_id"]):
        return False
    found = asked.find("grants_application", key=row["application_id"])
    if found is not None and found["state"] in ("awarded", "rejected"):
        return True
    return asked.everywhere("applications", "appraise")


def _tombstone(asked: Asked, row: Row) -> bool:
    return asked.own(row["thing"], row["organisation"])


def _document(asked: Asked, row: Row) -> bool:
    """Before it is shared a document is one's own people's, and never without its record."""
    thing = next(each for each, link in LINKS.items() if row[f"{link}_id"])
    seen = row["shared"] or row["brought_by_id"] == asked.me
    if not seen and not asked.own("documents", row["organisation_id"]):
        return False
    return asked.of(thing, row[f"{LINKS[thing]}_id"])


def _content(asked: Asked, row: Row) -> bool:
    """The bytes are shown with their document, and not while a scanner has not answered."""
    document = asked.find("attachments_document", key=row["key"])
    if document is None or document["state"] == "withdrawn":
        return False
    return document["scan"] in ("clean", "not_scanned") and _document(asked, document)


def _due(asked: Asked, row: Row) -> bool:
    """A date due is seen by whoever reads such records there, and inside a wall with its record."""
    thing, owner = row["register"], row["organisation_id"]
    if not (asked.everywhere(thing) or asked.own(thing, owner)):
        return False
    known = {each.thing: each for each in registers()}
    if thing not in known or not known[thing].walled or thing == "lessons":
        return True
    return asked.of(thing, row["object_key"])


def _professional(asked: Asked, row: Row) -> bool:
    """Oneself, colleagues for whoever works here, and whom a deputising is about."""
    if row["key"] == asked.me or asked.works_here():
        return True
    named = ("professional_id", "replaced_id", "proposed_by_id", "ended_by_id")
    return any(
        asked.me in (deputy["professional_id"], deputy["replaced_id"])
        and row["key"] in [deputy[each] for each in named]
        for deputy in asked.world["mandates_deputy"]
    )


def _mandate(asked: Asked, row: Row) -> bool:
    """One's own, those that one deputises, and all for whoever oversees or administers them."""
    if row["professional_id"] == asked.me or asked.everywhere("mandates"):
        return True
    return any(
        deputy["mandate_id"] == row["key"] and deputy["professional_id"] == asked.me
        for deputy in asked.world["mandates_deputy"]
    )


def _deputy(asked: Asked, row: Row) -> bool:
    if asked.me in (row["professional_id"], row["replaced_id"]):
        return True
    return asked.everywhere("mandates")


def _notice(asked: Asked, row: Row) -> bool:
    """One's own, while what it is about may still be read."""
    if row["professional_id"] != asked.me:
        return False
    if row["kind"] in ("mandate_ends", "deputy_asked", "recovery_of_you"):
        return True
    if row["due"] is not None:
        due = asked.find("lifecycle_due", key=row["due"])
        return due is not None and _due(asked, due)
    held = {(grant.role, grant.purpose) for grant in asked.who.actor.grants}
    wanted = (row["thing"], "read")
    return any(
        (rule.role, rule.purpose) in held for rule in policy().rules
        if (rule.thing, rule.action) == wanted
    )  # fmt: skip


def _mail(asked: Asked, row: Row) -> bool:
    """One's own; one that could not be sent also for whoever administers accounts."""
    if row["professional_id"] == asked.me:
        return True
    return row["fault"] != "" and asked.everywhere("accounts")


# Tables of no register that are behind row-level security.
SPECIAL: Mapping[str, Decides] = {
    "accounts_account": _own_or_everywhere("professional_id", "accounts"),
    "accounts_authenticator": _own("professional_id"),
    "accounts_identity": _own_or_everywhere("professional_id", "accounts"),
    "accounts_link": _own_or_everywhere("professional_id", "accounts"),
    "accounts_passkey": _own("professional_id"),
    "accounts_password": _own("professional_id"),
    "accounts_visit": _own_or_everywhere("professional_id", "accounts"),
    "attachments_content": _content,
    "attachments_document": _document,
    "catalogue_item": _everywhere("programme"),
    "disclosure_exemption": _everywhere("figures"),
    "disclosure_parameter": _everywhere("figures"),
    "disclosure_pattern": _everywhere("figures"),
    "figure_definition": _everywhere("figures"),
    "figure_official": _everywhere("official_values"),
    "figure_receipt": _everywhere("figures"),
    "grants_assessment": _assessment,
    "law_provision": _everywhere("law"),
    "lifecycle_due": _due,
    "lifecycle_worked": lambda _asked, _row: True,
    "mandates_deputy": _deputy,
    "notices_feed": _own("professional_id"),
    "notices_mail": _mail,
    "notices_notice": _notice,
    "notices_round": lambda _asked, _row: True,
    "notices_setting": _own("professional_id"),
    "partners_mandate": _mandate,
    "partners_professional": _professional,
    "registers_importbatch": _own("imported_by_id"),
    "registers_stagedfile": _own("staged_by_id"),
    "releases_acknowledgement": _made_release,
    "releases_file": _of("releases", "release_id"),
    "releases_wording": _made_release,
    "retention_tombstone": _tombstone,
    "trainings_importbatch": _own("imported_by_id"),
    "trainings_stagedfile": _own("staged_by_id"),
    "undertakings_houseentry": lambda asked, row: asked.at("undertakings", row["organisation_id"]),
}


def deciders() -> dict[str, Decides]:
    """Table → what Python decides of each of its rows, for every table behind row-level security.

    The versions of a table, and its words to search, are decided on as the rows themselves.
    """
    found: dict[str, Decides] = {}
    for table, decides in SPECIAL.items():
        found[table] = decides
        found[f"{table}_version"] = decides
    for register in registers():
        table = register.model._meta.db_table
        found[table] = found[f"{table}_version"] = _record(register)
        found[f"{table}_search"] = _of(register.thing, "key")
        found[register.steps._meta.db_table] = _of(register.thing, f"{register.step_link}_id")
    # What somebody reads beside its rules stands on pages of its own, and is not found by words.
    found["releases_release_search"] = _by_rules("releases")
    found["municipalities_deviation_search"] = _by_rules("deviations")
    return found


def _record(register: Register) -> Decides:
    return lambda asked, row: asked.record(register, row)
