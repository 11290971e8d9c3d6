"""The data of the partnerships, a module per register."""

from vijfluik.programme.partnerships.models.delivery import Delivery, DeliveryStep
from vijfluik.programme.partnerships.models.milestone import Milestone, MilestoneStep
from vijfluik.programme.partnerships.models.partner import Partner, PartnerStep
from vijfluik.programme.partnerships.models.partnership import Partnership, PartnershipStep
from vijfluik.programme.partnerships.models.post import Post, PostStep
from vijfluik.programme.partnerships.models.rights_check import RightsCheck, RightsCheckStep
from vijfluik.programme.partnerships.models.structure import Structure, StructureStep
from vijfluik.programme.partnerships.models.talk import Talk, TalkStep

__all__ = [
    "Delivery",
    "DeliveryStep",
    "Milestone",
    "MilestoneStep",
    "Partner",
    "PartnerStep",
    "Partnership",
    "PartnershipStep",
    "Post",
    "PostStep",
    "RightsCheck",
    "RightsCheckStep",
    "Structure",
    "StructureStep",
    "Talk",
    "TalkStep",
]
