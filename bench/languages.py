"""Measure language identification: python bench/languages.py NTREX.jsonl.gz [UDHR_FOLDER].

Prints the accuracy of headlines cut to 50 characters and of whole documents by language, the macro
average with rivals (Bosnian, Croatian, Serbian; Persian, Dari) apart and together, and the speed.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from watchdesk.engine.text.language import identify

CODES = {
    "aze-Latn": "az", "bak": "ba", "bel": "be", "bos": "bs", "bul": "bg", "ckb-Arab": "ckb",
    "eng": "en", "fas": "fa", "hrv": "hr", "hun": "hu", "hye": "hy", "kat": "ka", "kaz": "kk",
    "kir": "ky", "mkd": "mk", "mon": "mn", "prs": "prs", "pus": "ps", "ron": "ro", "rus": "ru",
    "sqi": "sq", "srp-Cyrl": "sr-Cyrl", "srp-Latn": "sr-Latn", "tat": "tt", "tgk-Cyrl": "tg",
    "tuk": "tk", "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz",
}  # fmt: skip
GROUPS = {
    "bs": "bs/hr/sr",
    "hr": "bs/hr/sr",
    "sr-Latn": "bs/hr/sr",
    "fa": "fa/prs",
    "prs": "fa/prs",
}
UDHR = {
    "azj_cyrl": "az", "crh": "crh", "pbu": "ps", "srp_latn": "sr-Latn", "tuk_cyrl": "tk",
    "uzn_cyrl": "uz", "cnr": "sr-Latn", "bos_cyrl": "sr-Cyrl",
}  # fmt: skip


def accuracy(name: str, samples: list[tuple[str, str]]) -> None:
    right, near, all_ = Counter(), Counter(), Counter()
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    for code, text in samples:
        got = identify(text)
        all_[code] += 1
        right[code] += got == code
        near[code] += GROUPS.get(got, got) == GROUPS.get(code, code)
        if got != code:
            wrong[code][got] += 1
    print(f"{name}: {sum(all_.values())} texts")
    for code in sorted(all_):
        share = 100 * right[code] / all_[code]
        print(f"  {code:8}{share:6.1f}  {dict(wrong[code].most_common(4))}")
    macro = [sum(100 * hits[c] / all_[c] for c in all_) / len(all_) for hits in (right, near)]
    print(f"  macro {macro[0]:.2f}; rivals counted as one {macro[1]:.2f}")


def speed(texts: list[str], call: Callable[[str], str]) -> float:
    started = time.process_time()
    for text in texts:
        call(text)
    return len(texts) / (time.process_time() - started)


def main() -> None:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if row["language"] in CODES]
    heads = {(row["language"], row["document"]): row["text"][:50] for row in reversed(rows)}
    documents = defaultdict(list)
    for row in rows:
        documents[row["language"], row["document"]].append(row["text"])
    accuracy("headlines, 50 characters", [(CODES[k[0]], text) for k, text in heads.items()])
    accuracy(
        "sentences, 50 characters", [(CODES[row["language"]], row["text"][:50]) for row in rows]
    )
    full = [(CODES[k[0]], "\n\n".join(texts)) for k, texts in documents.items()]
    accuracy("documents", full)
    print(f"  {speed([text for _, text in full], identify):.0f} documents a second, "
          f"{sum(len(t) for _, t in full) / len(full):.0f} characters each")  # fmt: skip
    for path in sorted(Path(sys.argv[2]).glob("*.html")) if len(sys.argv) > 2 else ():
        paragraphs = re.findall(r"<p>(.*?)</p>", path.read_text("utf-8"), re.DOTALL)
        got = Counter(identify(text) for text in paragraphs)
        print(f"  {path.stem:10} expected {UDHR.get(path.stem)} got {got.most_common(4)}")


if __name__ == "__main__":
    main()
