"""The recommendations of evaluations, followed until they are settled."""
