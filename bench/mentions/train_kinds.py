"""Train the model that tells people, bodies and places apart by their names.

    pip install scikit-learn
    python bench/mentions/train_kinds.py LANGUAGE OUT.json.gz SET...

Each SET is a path before .input.jsonl.gz and .gold.jsonl.gz; a gold line has `entities`, or
`victims` (then only those names are learned from).  Prints F1 by five-fold cross-validation over
records, names that our lists decide left out.  Train only on sets whose licence allows it.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from watchdesk.engine.mentions import kinds, names
from watchdesk.engine.mentions.features import features
from watchdesk.engine.mentions.model import KINDS
from watchdesk.engine.mentions.tokens import tokens
from watchdesk.engine.mentions.words import load
from watchdesk.engine.text.sentences import sentences

OF_GOLD = {"PER": 0, "ORG": 1, "LOC": 2}
STRENGTH = 1.0
SEEN_AT_LEAST = 2
FOLDS = 5
SMALLEST = 0.03


def main(language: str, out: str, *sets: str) -> None:
    rows, labels, records = [], [], []
    for path in sets:
        for number, (text, gold, whole) in enumerate(read(path)):
            for seen, label in examples(text, gold, language, whole):
                rows.append(dict.fromkeys(seen, 1.0))
                labels.append(label)
                records.append(number)
    counts = Counter(f for row in rows for f in row)
    rows = [{f: 1.0 for f in row if counts[f] >= SEEN_AT_LEAST} for row in rows]
    vectors, y, folds = DictVectorizer(), np.array(labels), np.array(records) % FOLDS
    x = vectors.fit_transform(rows)
    print(len(rows), "names,", x.shape[1], "features")
    validate(x, y, folds)
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(x, y)
    weights = {
        name: [round(float(w), 2) for w in model.coef_[:, n]]
        for n, name in enumerate(vectors.get_feature_names_out())
        if np.abs(model.coef_[:, n]).max() >= SMALLEST
    }
    weights["bias"] = [
        round(float(a + b), 2) for a, b in zip(weights["bias"], model.intercept_, strict=True)
    ]
    with gzip.GzipFile(out, "wb", mtime=0) as file:
        file.write(json.dumps(weights, ensure_ascii=False, sort_keys=True).encode())


def read(path: str) -> Iterator[tuple[str, list[dict[str, Any]], bool]]:
    """Yield text, gold names, and whether all names of the text are among them."""
    with (
        gzip.open(f"{path}.input.jsonl.gz", "rt") as texts,
        gzip.open(f"{path}.gold.jsonl.gz", "rt") as golds,
    ):
        for text, line in zip(texts, golds, strict=True):
            record, gold = json.loads(text), json.loads(line)
            if "entities" in gold:
                yield record["text"], gold["entities"], True
            else:
                yield record["text"], list(victims(record["text"], gold["victims"])), False


def victims(text: str, people: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the places where the victims that a set names stand in its text."""
    for name in {p["name"] for p in people if p["name"]}:
        for part in {name, name.split()[-1]}:
            for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
                yield {"span": match.span(), "type": "PER"}


def examples(
    text: str, gold: list[dict[str, Any]], language: str, whole: bool
) -> Iterator[tuple[list[str], int]]:
    """Yield features and kind of each candidate; one that meets a gold name in part is left out."""
    words = load(language)
    wanted = {tuple(e["span"]): OF_GOLD[e["type"]] for e in gold if e["type"] in OF_GOLD}
    cut = tokens(text, sentences(text, language))
    small = {t.low for t in cut if t.text == t.low}
    for start, end in names.runs(cut, words, small):
        for at, known in kinds.candidates(cut, start, end, words):
            span = cut[at[1]].start, cut[at[2] - 1].end
            label = wanted.get(span)
            if known or (label is None and not whole):
                continue
            if label is None and any(a < span[1] and span[0] < b for a, b in wanted):
                continue
            yield features(cut, at, words, small), KINDS.index(None) if label is None else label


def validate(x: csr_matrix, y: np.ndarray, folds: np.ndarray) -> None:
    guess = np.empty_like(y)
    for fold in range(FOLDS):
        model = LogisticRegression(C=STRENGTH, max_iter=300).fit(x[folds != fold], y[folds != fold])
        guess[folds == fold] = model.predict(x[folds == fold])
    for label, name in enumerate(KINDS):
        right = np.sum((guess == label) & (y == label))
        f1 = 200 * right / (np.sum(guess == label) + np.sum(y == label))
        print(name, f"F1 {f1:.1f} of {np.sum(y == label)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
