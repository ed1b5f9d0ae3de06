"""Vectors: the index behind a port, exact search, embedding rates."""
