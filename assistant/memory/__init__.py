"""Keep vectors: embedding, Chroma behind a port, exact search."""
