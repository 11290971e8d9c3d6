"""Networks of key figures (item VK-06): the networks, their meetings, and who takes part in them.

Who takes part is a citizen with consent, and the only person in this wing beside those who work
here. A network is never a way to report people: nothing in this room has a place for what somebody
says about another, and no other room refers to a member. `docs/networks.md` tells the whole.
"""
