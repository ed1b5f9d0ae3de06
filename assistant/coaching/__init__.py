"""Plan a move, word it, check it: the coach. Pure; asks the language model through a port."""
