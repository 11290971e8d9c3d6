"""Countable facts: the types of a figure's query and its compiler.

Pure Python without a database: a room declares what may be counted (`sources`), a definition says
what is counted (`queries`), `compiling` turns the two into SQL with parameters.
"""
