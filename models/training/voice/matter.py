"""Fit what a message is about, word by word: the weights and the common words of `assistant/coaching/matter.py`.

    python models/training/voice/matter.py [--write]

`matters.tsv` has a line for each of 560 opening messages: the words that any good first question about it would name at
least one of, as a reader chose them, and the message. Prints the weights, and how well they tell such words from a
message's others on messages they were not fitted on; `--write` also writes `assistant/coaching/common_words.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from written import messages_in  # noqa: E402

from assistant.coaching.critic import content_stems  # noqa: E402
from assistant.coaching.matter import features_of  # noqa: E402

CHOSEN = Path(__file__).parent / "matters.tsv"
COMMON = ROOT / "assistant" / "coaching" / "common_words.py"
SHARES = (0.02, 0.007, 0.0025)
"""A stem is the more common the more of these shares of all messages have it."""
FOLDS = 5


def common_stems() -> list[set[str]]:
    """Return the stems that so large a share of the training messages has, one set for each of `SHARES`."""
    messages = messages_in()
    counts = Counter(stem for message in messages for stem in content_stems(message.text))
    return [{stem for stem, count in counts.items() if count >= share * len(messages)} for share in SHARES]


def written_out(bands: list[set[str]]) -> str:
    """Return the module that holds the common stems."""
    said = [
        '"""Stems that many evenings have, by how many. Written by `models/training/voice/matter.py`."""\n',
        "from __future__ import annotations\n",
    ]
    for name, band, above in zip(("OFTEN", "AT_TIMES", "NOW_AND_THEN"), bands, [set[str](), *bands], strict=False):
        said.append(f'{name} = frozenset(\n    """\n{_wrapped(sorted(band - above))}\n    """.split()\n)')
    shares = ", ".join(f"{share:.2%}".rstrip("0%").rstrip(".") + " %" for share in SHARES)
    said.append(f'"""In at least {shares} of the messages that the voice was taught on, each stem in one of them."""\n')
    return "\n".join(said)


def _wrapped(stems: list[str], width: int = 116) -> str:
    lines = [""]
    for stem in stems:
        if len(lines[-1]) + len(stem) + 1 > width:
            lines.append("")
        lines[-1] += f" {stem}" if lines[-1] else stem
    return "\n".join(f"    {line}" for line in lines)


def words_of_messages() -> tuple[list[list[float]], list[bool], list[int]]:
    """Return what speaks for each word of each message, whether readers chose it, and the message it is of."""
    marks, chosen, groups = list[list[float]](), list[bool](), list[int]()
    for place, line in enumerate(CHOSEN.read_text("utf-8").splitlines()):
        words, text = line.split("\t")
        about = content_stems(words)
        for stem, features in features_of(text).items():
            marks.append(list(features.values()))
            chosen.append(stem in about)
            groups.append(place)
    return marks, chosen, groups


def fitted() -> tuple[dict[str, float], float]:
    """Return the weight of each feature and the bias, from all messages."""
    marks, chosen, _ = words_of_messages()
    fit = _fit().fit(marks, chosen)
    names = next(iter(features_of("One word.").values()))
    weights = {name: round(float(weight), 2) for name, weight in zip(names, fit.coef_[0], strict=True)}
    return weights, round(float(fit.intercept_[0]), 2)


def _fit() -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=1000)


def main() -> None:
    """Fit, measure, and write the common words where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    if parser.parse_args().write:
        COMMON.write_text(written_out(common_stems()), "utf-8")
        print(f"written: {COMMON}; run again without --write to fit on it")
        return
    marks, chosen, groups = words_of_messages()
    told = cross_val_predict(_fit(), marks, chosen, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    print(f"{len(set(groups))} messages, {len(chosen)} words, {np.mean(chosen):.3f} of them chosen")
    print(f"AUC {roc_auc_score(chosen, told):.3f}, average precision {average_precision_score(chosen, told):.3f}")
    print(*fitted(), sep="\n")


if __name__ == "__main__":
    main()
