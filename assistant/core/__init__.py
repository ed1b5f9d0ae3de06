"""Pure values and rules: entries, passages, visions, beliefs, commitments. No I/O, no clock, no vendor."""
