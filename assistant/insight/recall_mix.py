"""Hold the weights of recall, fitted by `models/training/recall/fit.py`; never edited by hand."""

from typing import Final

from assistant.insight.ranking import Measures, Mix

RECALL_MIX: Final = Mix(
    Measures(words=4.204, pairs=4.293, passage=14.663, whole=3.749, days=4.325),
    slope=0.423,
    level=10.778,
)
