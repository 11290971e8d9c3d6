"""The provider of identities of these tests."""

from tests.core.accounts.provider_started import agreed, running, started

__all__ = ["agreed", "running", "started"]
