"""The components: each a template tag with typed parameters, a template and a place in the CSS.

All are loaded by `{% load ui %}`; the style guide shows each in all its states.
"""
