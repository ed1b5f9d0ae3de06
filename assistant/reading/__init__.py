"""Turn one text, with its vectors where there are some, into a Reading. Pure and deterministic."""
