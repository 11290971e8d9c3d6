"""Importing trainings from a file: stage, read, interpret, compare, preview, write, put right."""
