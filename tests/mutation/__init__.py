"""Mutation: does a test notice when one operator, constant or statement is another? See
docs/testing.md; the command is `./run mutate`."""
