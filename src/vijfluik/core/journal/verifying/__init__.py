"""Verification: everything is hashed anew from the columns, and the first fault has its place."""

from vijfluik.core.journal.verifying.faults import Fault, Outcome, What
from vijfluik.core.journal.verifying.run import verify, verify_at

__all__ = ["Fault", "Outcome", "What", "verify", "verify_at"]
