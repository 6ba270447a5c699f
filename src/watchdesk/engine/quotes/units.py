"""Cut an article into the stretches in which a cue, its speaker and its content stand together."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from watchdesk.engine.quotes.cues import Cues
from watchdesk.engine.records import Mention, Span
from watchdesk.engine.text.tagging import Classes, tag
from watchdesk.engine.text.words import Words

HEADING = 0.6
"""Share of capitalised words from which a line is a heading in capitals."""
SHORT_WORD = 3
"""Letters of words that headings in capitals may leave small."""
QUOTED = "q"
"""Letter of a whole quotation, which is one word of its unit."""
WORD = "w"
"""Letter of a word of a language that is not read by position."""
SPEECH = "“…”"
"""The word that stands for a whole quotation."""
CLOSING_MARKS = "'\"”»"


@dataclass(frozen=True)
class Article:
    """A text made ready: its words, its mentions in text order, its long quotations, and cues."""

    text: str
    words: Words
    mentions: Sequence[Mention]
    speeches: Sequence[Span]
    cues: Cues


@dataclass(frozen=True)
class Unit:
    """A sentence, or several that one quotation runs through, as words with a letter each.

    A long quotation is one word with the letter `q`; other letters are those of `text.tagging`.
    `speeches` are the long quotations of the unit, `mentions` all that are named in it.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    letters: Sequence[str]
    mentions: Sequence[Mention]
    speeches: Sequence[Span]
    cues: Cues

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Give the characters of words[start:end]."""
        return Span(self.starts[start], self.ends[end - 1])

    def place(self, character: int) -> int:
        """Give the first word that starts at or after a character."""
        return bisect_left(self.starts, character)

    def letter(self, at: int) -> str:
        """Give the letter of a word; "." outside the unit."""
        return self.letters[at] if 0 <= at < len(self.letters) else "."

    def word(self, at: int) -> str:
        """Give a word; empty outside the unit."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def known(self, at: int, kind: str) -> bool:
        """Tell whether a word is one of those that the cues list under `words: kind`."""
        return self.word(at) in self.cues.words[kind]

    @cached_property
    def headed(self) -> Mapping[int, Mention]:
        """Mentions by the place of each of their words, names before nouns."""
        found: dict[int, Mention] = {}
        for mention in self.mentions:
            for at in range(self.place(mention.span.start), self.place(mention.span.end)):
                if mention.form == "name" or at not in found:
                    found[at] = mention
        return found


def stretches(article: Article, sentences: Sequence[Span]) -> Iterator[Span]:
    """Join sentences that one quotation runs through, so that its cue stands beside it."""
    current: Span | None = None
    at = 0
    for sentence in sentences:
        while at < len(article.speeches) and article.speeches[at].end <= sentence.start:
            at += 1
        if current and goes_on(article, current, sentence, at):
            current = Span(current.start, sentence.end)
            continue
        if current:
            yield current
        current = sentence
    if current:
        yield current


def goes_on(article: Article, current: Span, sentence: Span, at: int) -> bool:
    """Tell whether a sentence goes on what stands before it: “Why?” he said.

    speeches[at] is the first quotation that does not end before the sentence.
    """
    text, speeches = article.text, article.speeches
    if at < len(speeches):
        start = speeches[at].start
        if current.start <= start < sentence.start:
            return True
        if text[current.end - 1] == ":" and start == sentence.start:
            return True
    ended = at > 0 and speeches[at - 1].end == current.end
    if not ended or "\n" in text[current.end : sentence.start]:
        return False
    return text[current.start : current.end].rstrip(CLOSING_MARKS)[-1:] in {"?", "!"}


def unit(article: Article, span: Span) -> Unit:
    """Make a unit of a stretch of the text.

    In a language that is not read by position all words but quotations have the letter `w`.
    """
    inside = within(article.mentions, span)
    spoken = [s for s in article.speeches if s.start < span.end and span.start < s.end]
    places = list(outside(article.words, span, spoken))
    words, text = article.words, article.text
    folded = [SPEECH if isinstance(p, Span) else words.folded[p] for p in places]
    starts = [p.start if isinstance(p, Span) else words.starts[p] for p in places]
    ends = [p.end if isinstance(p, Span) else words.ends[p] for p in places]
    quoted = {i: QUOTED for i, p in enumerate(places) if isinstance(p, Span)}
    known = article.cues.classes
    if known is None:
        letters = [quoted.get(i, WORD) for i in range(len(folded))]
    else:
        capital = capitals(text, folded, starts)
        settled = named(folded, starts, inside, None if any(capital) else known)
        settled |= quoted | shortened(text, folded, starts) | contracted(folded, article.cues)
        letters = mended(folded, tag(folded, known, settled, capital), known)
    return Unit(text, folded, starts, ends, letters, inside, spoken, article.cues)


def within(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
    return mentions[first:last]


def outside(words: Words, span: Span, speeches: Sequence[Span]) -> Iterator[int | Span]:
    """Give the places of a stretch's words, a whole quotation in place of its words."""
    at, end = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
    for speech in speeches:
        first = bisect_left(words.starts, speech.start)
        yield from range(at, first)
        yield speech
        at = max(at, bisect_left(words.starts, speech.end))
    yield from range(at, end)


def capitals(text: str, folded: Sequence[str], starts: Sequence[int]) -> list[bool]:
    """Tell which words are written with a capital; in a heading in capitals that says nothing."""
    found = [text[start].isupper() for start in starts]
    long = [len(word) > SHORT_WORD and word[0].isalpha() for word in folded]
    share = sum(a and b for a, b in zip(found, long, strict=True))
    heading = share > HEADING * max(SHORT_WORD + 1, sum(long))
    return [False] * len(found) if heading else found


def named(
    words: Sequence[str], starts: Sequence[int], mentions: Sequence[Mention], known: Classes | None
) -> dict[int, str]:
    """Settle the words of names; in a heading (`known`) only those that are no other words."""
    found: dict[int, str] = {}
    for mention in mentions:
        if mention.form == "name":
            first = bisect_left(starts, mention.span.start)
            last = bisect_left(starts, mention.span.end)
            some = [i for i in range(first, last) if not known or words[i] not in known.letters]
            found |= dict.fromkeys(some, "M")
    return found


def mended(words: Sequence[str], letters: list[str], known: Classes) -> list[str]:
    """Read a verb right before another as the noun it can be as well: "the rally was"."""
    for i in range(1, len(letters) - 1):
        if (
            letters[i] not in "VBJ"
            or letters[i - 1] not in "NMDS'a#"
            or letters[i + 1] not in "XHQOFV"
        ):
            continue
        if letters[i] == "J" or "N" in known.letters.get(words[i], ""):
            letters[i] = "N"
    return letters


def shortened(text: str, words: Sequence[str], starts: Sequence[int]) -> dict[int, str]:
    """Read a full stop within a sentence as part of a name: "Sen. Ada Lind"."""
    return {
        i: "M"
        for i in range(1, len(words) - 1)
        if words[i] == "."
        and starts[i] == starts[i - 1] + len(words[i - 1])
        and text[starts[i - 1]].isupper()
        and words[i + 1] != SPEECH
    }


def contracted(words: Sequence[str], cues: Cues) -> dict[int, str]:
    """Read "he's" and "they've" as a pronoun with its auxiliary, two apostrophes as one mark."""
    found: dict[int, str] = {}
    for i, word in enumerate(words):
        if "'" not in word:
            continue
        before = words[i - 1] if i else ""
        if word == "'s" and before in cues.words["before_is"]:
            found[i] = "X"
        elif word == "'" and before == "'":
            found |= {i - 1: '"', i: '"'}
        elif word.endswith(cues.contractions):
            found[i] = "I"
    return found
