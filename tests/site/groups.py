"""Who belongs together in the table of addresses, and who keeps the records that it asks for."""

from tests.site import people
from tests.site.addresses_of_evidence import EVIDENCE
from tests.site.addresses_of_processing import PROCESSING
from tests.site.addresses_of_releases import KEPT

COORDINATORS = {
    people.MUNICIPALITY,
    people.FUND_MANAGER,
    people.KNOWLEDGE_EDITOR,
    people.EVALUATION_COORDINATOR,
    people.PARTNERSHIP_COORDINATOR,
    people.PARLIAMENTARY_OFFICER,
}
PROGRAMME = {
    people.POLICY_OFFICER,
    people.PROVIDER,
    people.OTHER_PROVIDER,
    people.ADVISER,
    people.OTHER_ADVISER,
    *COORDINATORS,
    people.PRIVACY_OFFICER,
    people.AUDITOR,
}
TRAININGS = {people.POLICY_OFFICER, people.PROVIDER, people.OTHER_PROVIDER}
OWN_TRAINING = {people.POLICY_OFFICER, people.PROVIDER}
ADVICE = {people.POLICY_OFFICER, people.ADVISER, people.OTHER_ADVISER}
OWN_ADVICE = {people.POLICY_OFFICER, people.ADVISER}
ADVISERS = {people.ADVISER, people.OTHER_ADVISER}
MUNICIPALITIES = {people.MUNICIPALITY, people.OTHER_MUNICIPALITY}
OFFERING = {
    people.POLICY_OFFICER,
    people.PROVIDER,
    people.OTHER_PROVIDER,
    *ADVISERS,
    people.KNOWLEDGE_EDITOR,
    people.OTHER_KNOWLEDGE_EDITOR,
}
OFFERS = OFFERING | MUNICIPALITIES
# Who inquires into needs has a mandate for that beside the one for advice.
ASKING = {people.POLICY_OFFICER, people.ADVISER}
NEEDS = ASKING | {people.MUNICIPALITY}
PARLIAMENT = {people.POLICY_OFFICER, people.PARLIAMENTARY_OFFICER}
KNOWLEDGE = {people.POLICY_OFFICER, people.KNOWLEDGE_EDITOR}
MONEY = {people.POLICY_OFFICER, people.MUNICIPALITY, people.FUND_MANAGER}
OWN_MONEY = {people.POLICY_OFFICER, people.MUNICIPALITY}
FUNDERS = {people.POLICY_OFFICER, people.FUND_MANAGER}
PARTNERSHIPS = {
    people.POLICY_OFFICER,
    people.PARTNERSHIP_COORDINATOR,
    people.OTHER_PARTNERSHIP_COORDINATOR,
}
OWN_PARTNERSHIP = {people.POLICY_OFFICER, people.PARTNERSHIP_COORDINATOR}
# A plan of action is a partnership of the municipality itself.
PLANS = {people.MUNICIPALITY, people.OTHER_MUNICIPALITY}
OF_PLANS = {"partnerships", "partnership_partners", "milestones"}
# Thing → its word in addresses, and the word of a first step.
OF_PARTNERSHIPS = {
    "partnerships": ("samenwerkingen", "beginnen"),
    "partnership_partners": ("partners", "uittreden"),
    "milestones": ("mijlpalen", "bijstellen"),
    "posts": ("posten", "vervullen"),
    "rights_checks": ("mensenrechtentoetsen", "voorleggen"),
    "deliveries": ("leveringen", "leveren"),
    "talks": ("gesprekken", "vastleggen"),
    "structures": ("structuren", "nalopen"),
}
REGISTERS = (
    OFFERS
    | TRAININGS
    | ADVICE
    | PARLIAMENT
    | KNOWLEDGE
    | EVIDENCE
    | MONEY
    | PARTNERSHIPS
    | PLANS
    | PROCESSING
)
FIGURES = {*REGISTERS, *COORDINATORS, people.AUDITOR} - {people.PRIVACY_OFFICER}
REPORTS = {people.POLICY_OFFICER, people.AUDITOR}
OVERSIGHT = {people.PRIVACY_OFFICER, people.AUDITOR}
ADMINISTRATION = {people.ADMINISTRATOR, people.OTHER_ADMINISTRATOR}
# Register → who keeps the record that the table below asks for, under the register's name.
KEEPERS = {
    "offers": people.ADVISER,
    "trajectories": people.ADVISER,
    "need_rounds": people.ADVISER,
    "needs": people.MUNICIPALITY,
    "publications": people.KNOWLEDGE_EDITOR,
    "editions": people.KNOWLEDGE_EDITOR,
    "reach": people.KNOWLEDGE_EDITOR,
    "evaluations": people.EVALUATION_COORDINATOR,
    "findings": people.EVALUATION_COORDINATOR,
    "recommendations": people.EVALUATION_COORDINATOR,
    "theories": people.EVALUATION_COORDINATOR,
    "measurements": people.EVALUATION_COORDINATOR,
    "lessons": people.EVALUATION_COORDINATOR,
    "deviations": people.POLICY_OFFICER,
    "templates": people.PARLIAMENTARY_OFFICER,
    "law_reviews": people.PARLIAMENTARY_OFFICER,
    "zones": people.PARLIAMENTARY_OFFICER,
    "papers": people.PARLIAMENTARY_OFFICER,
    "bills": people.PARLIAMENTARY_OFFICER,
    "undertakings": people.PARLIAMENTARY_OFFICER,
    "obligations": people.PARLIAMENTARY_OFFICER,
    "budget_lines": people.POLICY_OFFICER,
    "rounds": people.POLICY_OFFICER,
    "applications": people.MUNICIPALITY,
    "processing_activities": people.POLICY_OFFICER,
    "assessments": people.POLICY_OFFICER,
    "networks": people.MUNICIPALITY,
    "network_meetings": people.MUNICIPALITY,
    "network_members": people.MUNICIPALITY,
    **KEPT,
    "awards": people.POLICY_OFFICER,
    "instalments": people.POLICY_OFFICER,
}
