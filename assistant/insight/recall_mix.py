"""Hold the weights of recall, fitted by `models/training/recall/fit.py`; never edited by hand."""

from typing import Final

from assistant.insight.ranking import Measures, Mix

RECALL_MIX: Final = Mix(
    Measures(words=3.491, pairs=3.699, passage=14.771, whole=4.837, days=4.356),
    slope=0.422,
    level=11.216,
)
