"""Notices: that something is waiting, in the platform and by mail. None holds anything of a record.

A notice is a kind and a reference; who may not see what it refers to does not see the notice. A
mail says "er staat iets voor u klaar" and where, and nothing else. `worker` makes, gathers and
sends them; what could not be sent stands in the platform.
"""
