"""The one library in which all components register, so that a template loads one name."""

from django.template import Library

register = Library()
