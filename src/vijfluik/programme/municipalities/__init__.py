"""The room of the municipalities: what each still says of its year, and what support it gets."""
