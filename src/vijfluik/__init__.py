"""Vijfluik: the platform with which a country runs its integrated approach to extremism."""

__version__ = "0.1.0"
