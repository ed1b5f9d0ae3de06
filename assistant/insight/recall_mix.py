"""Hold the weights of recall, fitted by `models/training/recall/fit.py`; never edited by hand."""

from typing import Final

from assistant.insight.ranking import Measures, Mix

RECALL_MIX: Final = Mix(
    Measures(words=2.909, pairs=4.339, passage=13.845, whole=5.411, days=4.730),
    slope=0.435,
    level=10.752,
)
