"""Reports whose numbers are computed: bound prose, its linter, tables and charts."""
