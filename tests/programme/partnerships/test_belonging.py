"""What belongs to a partnership is its lead's, and says its name as figures use it."""

import pytest
from django.db import DatabaseError, transaction
from tests.programme.partnerships.doing import COORDINATOR, ELSEWHERE, correct, new
from tests.registers.examples import content_for
from tests.site.people import somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.partnerships.models import Milestone, Partner, Partnership


def code_of(partner: Partner) -> str:
    with acting(somebody(COORDINATOR)):
        return str(Partner.objects.get(key=partner.key).partnership_code)


def test_a_partner_follows_the_name_that_figures_use(committed: str) -> None:
    partner = new("partnership_partners")
    assert code_of(partner) == ""
    with acting(somebody(COORDINATOR)):
        parent = Partnership.objects.get(key=partner.partnership_id)
    correct(parent, code="taskforce-tf")
    assert code_of(partner) == "taskforce-tf"
    with acting(somebody(COORDINATOR)):
        Partner.objects.filter(key=partner.key).update(partnership_code="iets-anders")
    assert code_of(partner) == "taskforce-tf"


def test_nobody_adds_to_the_partnership_of_another(platform: str) -> None:
    milestone = new("milestones")
    other = somebody(ELSEWHERE)
    register = register_named("milestones")
    with acting(somebody(COORDINATOR)):
        content = content_for(register, reference="N-2", owner="fec")
    with pytest.raises(Refused):
        actions.create(register, who=other, owner="fec", content=content)
    with pytest.raises(Invalid) as caught:
        actions.create(register, who=other, owner="nctv", content=content)
    assert "partnership" in {fault.field for fault in caught.value.faults}
    # The officer may do so everywhere, and still not mix two leads.
    officer = somebody("noor")
    with pytest.raises(Invalid) as caught:
        actions.create(register, who=officer, owner="nctv", content=content)
    assert [fault.field for fault in caught.value.faults] == ["partnership"]
    with acting(officer), pytest.raises(DatabaseError), transaction.atomic():
        Milestone.objects.create(
            lead_id="nctv", reference="N-3", title="Mijlpaal", state="planned",
            partnership_id=milestone.partnership_id, agreed_on=milestone.agreed_on,
            planned_on=milestone.planned_on,
        )  # fmt: skip
