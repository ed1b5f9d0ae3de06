"""Make a review: gather what is known of a period, say it in dated facts, choose three questions, keep the answers."""
