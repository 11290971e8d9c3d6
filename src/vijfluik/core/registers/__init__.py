"""Registers: lists that people work in, declared without HTML."""
