"""Hold the weights of recall, fitted by `models/training/recall/fit.py`; never edited by hand."""

from typing import Final

from assistant.insight.ranking import Measures, Mix

RECALL_MIX: Final = Mix(
    Measures(words=2.947, pairs=4.205, passage=14.060, whole=5.892, days=4.688),
    slope=0.415,
    level=10.807,
)
