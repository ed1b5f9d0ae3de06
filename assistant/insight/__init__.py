"""Turn readings and vectors into beliefs, drift, loops and a quarter. Pure."""
