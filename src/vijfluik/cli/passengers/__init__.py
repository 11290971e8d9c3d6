"""`./run passengers`: files of passenger messages in, lines or Arrow files out."""
