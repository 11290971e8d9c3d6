"""One offer of a partner: what it is, for whom, and until when it stands."""
