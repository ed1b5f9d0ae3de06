"""Render a review as Markdown, HTML and JSON."""
