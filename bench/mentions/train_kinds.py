"""Train the model that tells people, bodies and places apart by their names.

    pip install scikit-learn
    python bench/mentions/train_kinds.py LANGUAGE OUT.json.gz NER_FOLDER/en-ewt NER_FOLDER/en-wikigold

Each set is PATH.input.jsonl.gz and PATH.gold.jsonl.gz.  Prints F1 by five-fold cross-validation over
records, names that our lists decide left out.  Train only on sets whose licence allows it.
"""

import gzip
import json
import sys
from collections import Counter

import numpy as np
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
        for number, (text, gold) in enumerate(read(path)):
            for seen, label in examples(text, gold, language):
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


def read(path: str):
    with (
        gzip.open(f"{path}.input.jsonl.gz", "rt") as texts,
        gzip.open(f"{path}.gold.jsonl.gz", "rt") as golds,
    ):
        for text, gold in zip(texts, golds, strict=True):
            yield json.loads(text)["text"], json.loads(gold)["entities"]


def examples(text: str, gold: list[dict], language: str):
    """Yield features and kind of each candidate; those that overlap a gold name only in part are left out."""
    words = load(language)
    wanted = {tuple(e["span"]): OF_GOLD[e["type"]] for e in gold if e["type"] in OF_GOLD}
    read = tokens(text, sentences(text, language))
    small = {t.low for t in read if t.text == t.low}
    for start, end in names.runs(read, words, small):
        for at, known in kinds.candidates(read, start, end, words):
            span = read[at[1]].start, read[at[2] - 1].end
            if known:
                continue
            label = wanted.get(span)
            if label is None:
                if any(a < span[1] and span[0] < b for a, b in wanted):
                    continue
                label = KINDS.index(None)
            yield features(read, at, words, small), label


def validate(x, y, folds) -> None:
    guess = np.empty_like(y)
    for fold in range(FOLDS):
        model = LogisticRegression(C=STRENGTH, max_iter=300).fit(x[folds != fold], y[folds != fold])
        guess[folds == fold] = model.predict(x[folds == fold])
    for label, name in enumerate(KINDS):
        right = np.sum((guess == label) & (y == label))
        print(
            name,
            f"F1 {200 * right / (np.sum(guess == label) + np.sum(y == label)):.1f} of {np.sum(y == label)}",
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
