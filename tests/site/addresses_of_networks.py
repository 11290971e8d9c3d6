"""The addresses of the networks of key figures."""

from tests.site import people
from tests.site.addressing import Address, of_register

PLANS = {people.MUNICIPALITY, people.OTHER_MUNICIPALITY}
OF_NETWORKS = {
    "networks": ("netwerken", "nalopen"),
    "network_meetings": ("netwerkbijeenkomsten", "intrekken"),
    "network_members": ("netwerkleden", "toestemming-intrekken"),
}


def of_networks() -> dict[str, Address]:
    """The addresses of the networks: the municipality's own, and numbers for the ministry."""
    found: dict[str, Address] = {}
    for thing, (path, act) in OF_NETWORKS.items():
        found |= of_register(
            path, readers=PLANS, owners={people.MUNICIPALITY}, act=act, record=thing, filed=False
        )
    for path, thing in (("netwerken", "networks"), ("netwerkleden", "network_members")):
        found[f"{path}/<uuid:key>/informatieblad/"] = Address(
            path=f"/{path}/{{{thing}}}/informatieblad/", allowed={people.MUNICIPALITY}
        )
    found["netwerken/aantallen/"] = Address(
        path="/netwerken/aantallen/", allowed={people.POLICY_OFFICER}
    )
    return found
