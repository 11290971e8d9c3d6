"""The names of the six roles; `vijfluik.cli.roles` makes them, `site.safety` holds them to it."""

ROLES = ("owner", "app", "clock", "destroyer", "auditor", "report")
PREFIX = "vijfluik_"
