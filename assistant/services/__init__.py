"""Use cases: converse, remember, recall, review, bring in, take out, forget."""
