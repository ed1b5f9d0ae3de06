"""Run language models in child processes and speak with them over a typed protocol."""
