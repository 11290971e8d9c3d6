"""Libraries in their own right: bytes, Arrow and NumPy in, values out. No Django, no database."""
