"""The policy as row-level security reads it."""

from django.db import models


class AccessRule(models.Model):
    """A line of `policy.toml`, loaded by a migration and never changed otherwise."""

    role = models.CharField(max_length=30)
    thing = models.CharField(max_length=40)
    action = models.CharField(max_length=40)
    purpose = models.CharField(max_length=30)
    scope = models.CharField(max_length=10)
    # The compartment whose assessments its thing waits for; empty for none.
    compartment = models.CharField(max_length=30, default="", blank=True)

    class Meta:
        db_table = "access_rule"
        constraints = (
            models.UniqueConstraint("role", "thing", "action", "purpose", name="access_rule_once"),
            models.CheckConstraint(
                name="access_rule_scope_known", condition=models.Q(scope__in=("own", "all"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.role}:{self.thing}:{self.action}:{self.scope}"
