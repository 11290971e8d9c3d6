"""Reading files of records: from bytes to rows of cells, and from a cell to a value.

Pure: no database, no clock. A room says what its columns mean; this package says what stands in
the file, under which line and column, and what is wrong with it.
"""
