"""Instalments, declared as a register: children of an award."""
