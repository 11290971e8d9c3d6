"""The letters of an award: the award itself, and its settlement.

Both are decisions of their own (Awb titel 4.2): to whom, on what, with conditions or reasons, and
with how to object. A letter is Dutch, whatever the language of the page around it.
"""
