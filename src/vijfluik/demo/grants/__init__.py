"""Invented money, from budget line to instalment, of the programme and of the fund.

`grants.toml` holds what the totals come to; the records are worked out from there.
"""

from vijfluik.demo.grants.loading import load_grants

__all__ = ["load_grants"]
