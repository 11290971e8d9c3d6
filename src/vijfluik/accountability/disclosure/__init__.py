"""Disclosure control: what of the cells of a publication is shown, and what nobody can work out."""
