"""Hold the weights of recall, fitted by `models/training/recall/fit.py`; never edited by hand."""

from typing import Final

from assistant.insight.ranking import Measures, Mix

RECALL_MIX: Final = Mix(
    Measures(words=2.946, pairs=4.279, passage=13.928, whole=5.260, days=4.323),
    slope=0.432,
    level=10.708,
)
