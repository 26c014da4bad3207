"""A client of the shop."""
