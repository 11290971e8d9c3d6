"""Documents as meaning first: one structure, written as accessible HTML and as tagged PDF.

``structure`` holds the nodes, ``html`` and ``typst`` write them, ``pdf`` makes the file.
Nothing here knows Django, a database or a clock of its own.
"""
