"""Theories of change: why what is done should work, step by step."""
