"""Join the parts: the one place that knows every room."""
