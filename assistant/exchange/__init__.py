"""Convert other programs' files to writings and back. Pure converters at the edges."""
