"""Find the dates an article names, and say which day, month or year each is."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from watchdesk.engine.mentions.dates import edtf
from watchdesk.engine.mentions.dates.values import MEANINGS, Context, Parts, Value
from watchdesk.engine.mentions.dates.words import DateWords, Pattern, load
from watchdesk.engine.records import Article, DateMention, Span
from watchdesk.engine.text.morphology import readings

WORD = re.compile(r"\w+(?:['’]\w+)*")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
BACK, AHEAD = 45, 45
"""Characters around its word in which a date is looked for."""
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})
LEAD = 40
DATELINE = 90
"""Characters at the head of an article in which its own date can stand."""
DATELINE_DAYS = 4
"""A date at the head counts as the day of writing if it lies so near to that of publication."""


def find(article: Article, sentences: Sequence[Span]) -> tuple[DateMention, ...]:
    """Give all dates in text order, none overlapping another.

    Dates are resolved against the dateline, then the day of publication; where neither is known a
    date without year stays without ("XXXX-02-21") and a relative one open (None).
    """
    words = load(article.language)
    if words is None:
        return ()
    today = _today(article, words)
    told: date | None = None
    dates: list[DateMention] = []
    for sentence in sentences:
        bounds = sentence.start, sentence.end
        future = bool(
            words.future and words.future.search(article.text, sentence.start, sentence.end)
        )
        for span, pattern, match in _matches(article.text, sentence, words):
            past = not future and bool(words.past and words.past.search(article.text, *bounds))
            value = _value(pattern, match, words, Context(today, told, future, past))
            dates.append(DateMention(span.of(article.text), span, value.edtf, value.length))
            told = edtf.first_day(value.edtf) or told
    return tuple(dates)


def _today(article: Article, words: DateWords) -> date | None:
    """Give the day of writing: the date at the head of the text, else that of publication."""
    published = article.published
    if isinstance(published, datetime):
        published = published.date()
    head = Span(0, min(DATELINE, len(article.text)))
    for _, pattern, match in _matches(article.text, head, words):
        if pattern.mean == "date":
            day = edtf.first_day(_value(pattern, match, words, Context(published)).edtf)
            near = (
                published is None or abs((published - day).days) <= DATELINE_DAYS if day else False
            )
            if day and near:
                return day
    return published


def _matches(
    text: str, within: Span, words: DateWords
) -> Iterator[tuple[Span, Pattern, re.Match[str]]]:
    """Yield the longest match around each word that dates are told by, in text order."""
    done = within.start
    told = _telling(words)
    for word in WORD.finditer(text, within.start, within.end):
        if word.start() < done or not told(word.group()):
            continue
        found = _longest(text, word, Span(done, within.end), words)
        if found is None:
            continue
        pattern, match = found
        span = _whole(text, match.span(), Span(done, within.end), words)
        if match.group().lower() in words.capital_only and span.start == match.start():
            continue  # "May said"
        bare = text[span.start : match.start()].strip().lower() in words.bare_leads
        if bare and pattern.mean == "duration":
            span = Span(match.start(), span.end)
        if _is_age(text, span, pattern, match, words) or _governs(text, span, pattern, words):
            continue
        done = span.end
        yield span, pattern, match


def _governs(text: str, span: Span, pattern: Pattern, words: DateWords) -> bool:
    """Tell «накануне» as a preposition («накануне выборов») from the day before."""
    after = WORD.match(text, span.end + 1)
    if not pattern.arguments.get("unless_genitive") or after is None:
        return False
    found = readings(after.group().lower(), words.language)
    return bool(found) and found[0].case == "gent" and found[0].part in NOMINAL


def _is_age(
    text: str, span: Span, pattern: Pattern, match: re.Match[str], words: DateWords
) -> bool:
    """Tell an age or time of day from a stretch of time: ", 81 год,", «в 3 часа»."""
    if words.not_after and words.not_after.search(text[max(0, span.start - BACK) : span.start]):
        return True
    unit = _look(match.groupdict(), "u", words)
    if pattern.mean != "duration" or unit not in {"Y", "H"} or not words.age_leads:
        return False
    lead = text[span.start : match.start()].strip().lower()
    if unit == "H":
        return lead in words.age_leads
    before, after = text[: span.start].rstrip()[-1:], text[span.end :].lstrip()[:1]
    return lead in words.age_leads or (before in set(",(") and after in set(",)."))


def _longest(
    text: str, word: re.Match[str], within: Span, words: DateWords
) -> tuple[Pattern, re.Match[str]] | None:
    best: tuple[Pattern, re.Match[str]] | None = None
    start, end = max(within.start, word.start() - BACK), min(within.end, word.end() + AHEAD)
    for pattern in _telling(words)(word.group()):
        for match in pattern.regex.finditer(text, start, end):
            if match.start() > word.start():
                break
            longer = best is None or len(match.group()) > len(best[1].group())
            bare = match.group().lower() in words.needs_number
            if match.end() >= word.end() and longer and not bare:
                best = pattern, match
                break
    return best


def _telling(words: DateWords) -> Callable[[str], tuple[Pattern, ...]]:
    """Give the function that looks up the patterns a word can belong to; fast for all others."""
    if not words.stems:
        by_word, by_year, capital = words.by_word, words.by_year, words.capital_only

        def whole(word: str) -> tuple[Pattern, ...]:
            low = word.lower()
            if low in by_word:
                return () if low in capital and word == low else by_word[low]
            return by_year if low[0] in "12" and YEAR.match(low) else ()

        return whole
    return lambda word: _by_beginning(word.lower(), words)


def _by_beginning(low: str, words: DateWords) -> tuple[Pattern, ...]:
    if low[0].isdigit():
        return words.by_year if YEAR.match(low) else ()
    for length in words.stems:
        if length <= len(low) and low[:length] in words.by_word:
            return words.by_word[low[:length]]
    return ()


def _whole(text: str, core: tuple[int, int], within: Span, words: DateWords) -> Span:
    """Add the words before and after that belong to the date: "on", "the night of", "morning"."""
    start, end = core
    if words.lead:
        lead = words.lead.search(text[max(within.start, start - LEAD) : start])
        start -= len(lead.group()) if lead else 0
    if words.tail:
        tail = words.tail.match(text, end, within.end)
        end = tail.end() if tail else end
    return Span(start, end)


def _value(pattern: Pattern, match: re.Match[str], words: DateWords, context: Context) -> Value:
    return MEANINGS[pattern.mean](_parts(match.groupdict(), words), context, pattern.arguments)


def _parts(groups: Mapping[str, str | None], words: DateWords) -> Parts:
    """Read the words of a match."""

    def number(*keys: str) -> int | None:
        return next((int(groups[k] or 0) for k in keys if groups.get(k)), None)

    month, holiday = _look(groups, "m", words), _look(groups, "h", words)
    day = number("d", "dd")
    if holiday:
        month, day = (int(part) for part in str(holiday).split("-"))
    return Parts(
        day=day,
        month=month or number("mm"),
        year=number("y"),
        day2=number("d2"),
        month2=_look(groups, "m2", words),
        year2=number("y2"),
        weekday=_look(groups, "w", words),
        season=_look(groups, "s", words),
        decade=number("dec"),
        number=_number(groups.get("n"), words),
        unit=_look(groups, "u", words),
        jalali_month=_look(groups, "j", words),
        jalali_year=number("jy"),
    )


def _look(groups: Mapping[str, str | None], key: str, words: DateWords):  # type: ignore[no-untyped-def]  # noqa: ANN202
    said = (groups.get(key) or "").lower()
    if not said:
        return None
    table = words.values[key[0].upper()]
    if said in table:
        return table[said]
    said = " ".join(said.split())
    return next((v for w, v in table.items() if said.startswith(w) or said == w), None)


def _number(said: str | None, words: DateWords) -> float | None:
    if not said:
        return None
    if said[0].isdigit():  # "2-3 years": the least
        return float(said.split("-")[0].replace(",", "."))
    value = words.values["N"].get(" ".join(said.lower().split()))
    return None if value is None else float(value)
