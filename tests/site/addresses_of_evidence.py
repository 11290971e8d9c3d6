"""The addresses of the evaluations and what belongs to them, and of deviations in the support."""

from tests.site import people
from tests.site.addressing import Address, of_register

EVIDENCE = {people.POLICY_OFFICER, people.EVALUATION_COORDINATOR}
# What was learned everybody reads who does something in the programme; overseers do not.
LEARNING = {
    people.POLICY_OFFICER,
    people.PROVIDER,
    people.OTHER_PROVIDER,
    people.ADVISER,
    people.OTHER_ADVISER,
    people.MUNICIPALITY,
    people.OTHER_MUNICIPALITY,
    people.FUND_MANAGER,
    people.KNOWLEDGE_EDITOR,
    people.OTHER_KNOWLEDGE_EDITOR,
    people.EVALUATION_COORDINATOR,
    people.OTHER_EVALUATION_COORDINATOR,
    people.PARTNERSHIP_COORDINATOR,
    people.OTHER_PARTNERSHIP_COORDINATOR,
    people.PARLIAMENTARY_OFFICER,
    people.OTHER_PARLIAMENTARY_OFFICER,
}


def of_evidence() -> dict[str, Address]:
    """The addresses of the evaluations; the fund has its own behind its wall."""
    found: dict[str, Address] = {}
    for record, path, act in (
        ("evaluations", "evaluaties", "beginnen"),
        ("findings", "bevindingen", "openbaar-maken"),
        ("recommendations", "aanbevelingen", "overnemen"),
        ("theories", "verandertheorieen", "vaststellen"),
        ("measurements", "metingen", "vastleggen"),
    ):
        readers = {*EVIDENCE, people.FUND_MANAGER}
        found |= of_register(path, readers=readers, owners=EVIDENCE, act=act, record=record)
    # The lesson of the tests is a draft: everybody enters, and nobody else sees it.
    return found | of_register(
        "lessen", readers=LEARNING, owners=EVIDENCE, act="publiceren", record="lessons",
        writers=EVIDENCE,
    )  # fmt: skip


def of_deviations() -> dict[str, Address]:
    """The addresses of the deviations, which the ministry keeps; a municipality reads its own on
    the page of its support.
    """
    ministry = {people.POLICY_OFFICER}
    return of_register(
        "afwijkingen", readers=ministry, owners=ministry, act="verlengen", record="deviations"
    )
