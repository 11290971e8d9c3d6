"""Rounds, declared as a register."""
