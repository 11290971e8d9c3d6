"""Safe to switch on: what must hold before an installation is served, each with its remedy.

`./run check --deploy` tells all of it; the web server and the processes beside it refuse to start
while anything is found. A demonstration is served without: that it is one is the mark of its
database, which only its loader sets.
"""
