"""The programme of the source: areas, items, and the registers and figures that serve them."""
