"""The command line: English words, JSON on standard output where a command promises it."""
