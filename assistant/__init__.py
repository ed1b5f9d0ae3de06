"""Lodestar: a private reflection assistant that runs on its owner's machine."""
