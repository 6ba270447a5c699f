"""Write the lists of given names, family names and common words that mentions are told by.

    pip install faker anyascii
    python bench/mentions/build_lists.py WORDLIST OUT_FOLDER

Names are those of Faker's providers (MIT), those in other scripts also in Latin letters;
WORDLIST is `american-english-small` of Debian's package wamerican-small (SCOWL, free to share).
"""

import gzip
import importlib
import pkgutil
import sys
from collections import Counter
from pathlib import Path

import faker.providers.person as people
from anyascii import anyascii

VOWELS = set("aeiouy")
SKIP = {"zh_CN", "zh_TW", "ja_JP", "ko_KR", "vi_VN", "th_TH"}
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        (
            "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi"
            " ye g w"
        ).split(),
        strict=True,
    )
)


def main(wordlist: str, out: str) -> None:
    votes, family = {}, set()
    for module in pkgutil.iter_modules(people.__path__):
        if module.ispkg and module.name not in SKIP:
            provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
            collect(provider, votes, family)
    given = {name: sex_of(counted) for name, counted in votes.items()}
    words = {w for w in Path(wordlist).read_text().split() if w.islower() and w.isalpha()}
    family = {f for f in family if f not in given}
    write(
        Path(out) / "given_names.tsv.gz", [f"{name}\t{sex}" for name, sex in sorted(given.items())]
    )
    write(Path(out) / "family_names.txt.gz", sorted(family))
    write(Path(out) / "common_words.en.txt.gz", sorted(words))
    print(len(given), "given names,", len(family), "family names,", len(words), "words")


def collect(provider: type, votes: dict[str, Counter], family: set[str]) -> None:
    for sex, kind in {"m": "male", "f": "female"}.items():
        for name in listed(provider, f"first_names_{kind}"):
            for form in forms(name):
                votes.setdefault(form, Counter())[sex] += 1
    for name in listed(provider, "first_names"):
        for form in forms(name):
            votes.setdefault(form, Counter())
    for part in ("last_names", "last_names_male", "last_names_female"):
        family.update(form for name in listed(provider, part) for form in forms(name))


def sex_of(votes: Counter) -> str:
    """Give the sex that four of five lists give a name to, else "?"."""
    sex, most = (votes.most_common(1) or [("?", 0)])[0]
    return sex if most >= 0.8 * votes.total() else "?"


def listed(provider: type, attribute: str) -> list[str]:
    names = getattr(provider, attribute, ())
    return list(names) if isinstance(names, list | tuple | dict) else []


def forms(name: str) -> set[str]:
    name = name.strip().lower()
    if len(name) < 3 or not name.replace("-", "").replace("'", "").isalpha():
        return set()
    found = {name}
    if any("а" <= c <= "ӿ" for c in name):
        latin = "".join(CYRILLIC.get(c, c) for c in name).replace("_", "")
        found |= {latin, latin.replace("iy", "y"), latin.replace("yy", "y")}
    found.add(anyascii(name).lower())
    return {
        f for f in found if len(f) > 2 and f[0].isalpha() and (set(f) & VOWELS or not f.isascii())
    }


def write(path: Path, lines: list[str]) -> None:
    with gzip.GzipFile(path, "wb", mtime=0) as out:
        out.write("\n".join(lines).encode() + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
