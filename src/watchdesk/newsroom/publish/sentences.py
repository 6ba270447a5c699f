"""Say an act as a sentence in English: who, what, by whom, where, on which charge.

Nothing is said that no source says.  People are told by name.  Words without a name ("several
protesters") are taken from English reports alone, and never for one person or where they are
pronouns; the words of the source stand below the sentence anyway.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from watchdesk.engine.cases.records import Act, Party
from watchdesk.engine.codebook import load
from watchdesk.newsroom.common.codes import event_label, state_label, words
from watchdesk.newsroom.publish.wording import country, plural

ENGLISH = "en"
TARGET = "target"
MOST_NAMES = 6
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
LETTER = re.compile(r"[^\W\d_]")


@cache
def phrases() -> Mapping[str, Any]:
    """Give the words of `data/acts.yaml`."""
    file = files("watchdesk.newsroom.publish") / "data/acts.yaml"
    found: Mapping[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return found


def sentence(act: Act, names: Mapping[str, str]) -> str:
    """Say an act; `names` gives the people of the case by key, as the site writes them."""
    phrase = phrases()["acts"].get(act.type, {"noun": event_label(act.type).lower()})
    who = told(act, phrase.get("subject", TARGET), names)
    many = len(who) > 1 or (bool(who) and who[0] not in names.values() and _is_many(who[0]))
    main = _clause(phrase, who, act.modality, many) if who else _noun(phrase, act.modality)
    agent = "" if phrase.get("by") == "" else _agent(act, phrase, names)
    by = f" {phrase.get('by', 'by')} {agent}" if agent else ""
    where = f" {phrase.get('where', 'in')} {place(act)}" if place(act) else ""
    where = "" if phrase.get("where") == "" else where
    return " ".join(f"{_capital(part)}." for part in (f"{main}{by}{where}", *_besides(act)))


def told(act: Act, role: str, names: Mapping[str, str]) -> list[str]:
    """Give whom the site names in a role: people by name, groups and bodies in English words."""
    named = [names[p.key] for p in act.roles.get(role, ()) if p.key in names]
    wordy = [] if named and role == TARGET else _in_words(act, role)
    return list(dict.fromkeys([*named, *wordy]))


def place(act: Act) -> str:
    """Name the place of an act: a town, else a region, else a country; empty if unknown."""
    where = act.place
    if where is None:
        return ""
    return where.settlement or where.admin1 or (country(where.country) if where.country else "")


def length(iso: str) -> str:
    """Say an ISO 8601 duration in words.

    >>> length("P2Y6M"), length("P15D")
    ('2 years 6 months', '15 days')
    """
    parts = re.findall(r"(\d+)([YMWD])", iso)
    return " ".join(plural(int(n), UNITS[u], f"{UNITS[u]}s") for n, u in parts)


def punishment(kind: str, iso: str) -> str:
    """Say a sentence of a court.

    >>> punishment("prison", "P2Y"), punishment("suspended", "")
    ('2 years in prison', 'a suspended sentence')
    """
    if long := length(iso):
        return str(phrases()["sentences"].get(kind, "{length}")).format(length=long)
    return str(phrases()["lengthless"].get(kind, words(kind)))


def badge(state: str) -> str:
    """Give the label of a state, short enough for a badge."""
    return str(phrases()["badges"].get(state) or state_label(state))


def is_latin(text: str) -> bool:
    """Tell whether every letter of a text is Latin.

    >>> is_latin("Četrdeset"), is_latin("Аида")
    (True, False)
    """
    return all(_latin(letter) for letter in LETTER.findall(text))


def _latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER"))


def _in_words(act: Act, role: str) -> list[str]:
    parties = (p for t in act.tellings if t.language == ENGLISH for p in t.roles.get(role, ()))
    kinds = ("group", "organisation")
    if role == TARGET and act.type not in phrases()["bodies"]:
        kinds = kinds[:1]
    open_words = (p.text for p in parties if p.text and p.kind in kinds)
    return [_small(text) for text in dict.fromkeys(open_words) if _says_who(text)]


def _says_who(text: str) -> bool:
    said = re.findall(r"\w+", text.lower())
    return bool(said) and is_latin(text) and not set(said) & set(phrases()["pronouns"])


def _agent(act: Act, phrase: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Name who did it, in the first role that says so."""
    subject = phrase.get("subject", TARGET)
    roles = (role for role in phrases()["agents"] if role != subject)
    return next((joined(found) for role in roles if (found := told(act, role, names))), "")


def _is_many(group: str) -> bool:
    last = group.rsplit(maxsplit=1)[-1]
    return last.endswith("s") or last in phrases()["many"]


def _clause(phrase: Mapping[str, Any], who: Sequence[str], modality: str, many: bool) -> str:
    be = "were" if many else "was"
    if "done" in phrase:
        done = phrase["done"]
        verb = {"past": f"{be} {done}", "do": f"be {done}", "perfect": f"have been {done}"}
        verb["no"] = f"{be} not {done}"
    else:
        past, do = phrase["does"]
        verb = {"past": past, "do": do, "perfect": f"have {past}", "no": f"did not {do}"}
    frame = phrases()["frames"].get(modality, "{who} {past}")
    return str(frame.format(who=joined(who), is_="are" if many else "is", **verb))


def _noun(phrase: Mapping[str, Any], modality: str) -> str:
    return f"{phrases()['before_nouns'].get(modality, '')}{phrase['noun']}"


def _besides(act: Act) -> Iterable[str]:
    """Yield charges, methods, durations and the sentence, by their codes."""
    for role, heading in phrases()["besides"].items():
        if role == "duration" and act.type not in phrases()["terms"]:
            continue
        coded = [text for p in act.roles.get(role, ()) if (text := _coded(role, p))]
        if coded:
            yield f"{heading}: {', '.join(dict.fromkeys(coded))}"
    every = [p for p in act.roles.get("sentence", ()) if p.sentence or p.length]
    exact = {p.sentence for p in every if p.length}
    passed = [p for p in every if p.length or p.sentence not in exact]
    said = dict.fromkeys(punishment(p.sentence or "", p.length or "") for p in passed)
    if said:
        yield f"Sentence: {' or '.join(said)}"


def _coded(role: str, party: Party) -> str:
    if role == "duration":
        return length(party.length or "")
    terms = load().charges if role == "charge" else load().methods
    term = terms.get(party.code or "")
    return _lower(term.label[ENGLISH]) if term else ""


def joined(names: Sequence[str]) -> str:
    """Join names as English does, the first few of many.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    few = list(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        few.append(f"{len(names) - MOST_NAMES} others")
    return " and ".join([", ".join(few[:-1]), few[-1]] if len(few) > 1 else few)


def _small(text: str) -> str:
    """Write a first word small that is no name."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}".strip() if first.lower() in phrases()["small"] else text


def _lower(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
