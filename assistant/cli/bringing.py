"""What `lodestar import` does with a format and a path."""
