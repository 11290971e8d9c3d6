"""Needs of municipalities and other organisations, asked in rounds, and the offers that fit."""
