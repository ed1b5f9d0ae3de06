"""Hold the weights of recall, fitted by `models/training/recall/fit.py`; never edited by hand."""

from typing import Final

from assistant.insight.ranking import Measures, Mix

RECALL_MIX: Final = Mix(
    Measures(words=3.865, pairs=4.344, names=21.294, passage=14.451, whole=3.852, days=4.304),
    slope=0.239,
    level=14.564,
)
