"""Help for every page: one declaration of topics, and the way from a page to its own."""
