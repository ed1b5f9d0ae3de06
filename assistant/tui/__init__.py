"""Show and dispatch: the Textual screens."""
