"""Find what an article says has happened: event by event, with the words that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchdesk.engine.codebook.schema import Codebook
from watchdesk.engine.events import (
    counts,
    dating,
    grammar,
    modality,
    penalties,
    settings,
    strategies,
    terms,
    told,
    triggers,
    worth,
)
from watchdesk.engine.events.draft import Draft
from watchdesk.engine.events.grammar import Grammar
from watchdesk.engine.events.lending import lent
from watchdesk.engine.events.linking import Linker, Roles
from watchdesk.engine.events.merge import merge
from watchdesk.engine.events.reading import Reading
from watchdesk.engine.events.scene import Scene
from watchdesk.engine.events.topic import inherited
from watchdesk.engine.events.triggers import Match
from watchdesk.engine.records import Article, Event, Filler, Mentions, Modality, Quote, Span
from watchdesk.engine.text import lexicon

CLAIMED = ("violence.", "illtreat.", "custody.disappear")
"""Types that are alleged where only the victim or those close to them tell of it."""


def find(
    article: Article,
    sentences: Sequence[Span],
    mentions: Mentions,
    quotes: Sequence[Quote],
    book: Codebook,
) -> tuple[Event, ...]:
    """Give the events of an article in text order, one for each act.

    A language without words gives none: what we cannot read we leave open.
    """
    words = lexicon.load(article.language or "und")
    if words is None:
        return ()
    scene = Scene(article, sentences, mentions, quotes, book, words)
    found = sorted(drafts(scene, grammar.prepare(book, words)), key=lambda d: d.event.trigger)
    found = worth.without_generalities(scene, worth.without_offences(found))
    found = worth.without_disasters(scene, found)
    found = list(inherited(scene, list(lent(scene, found))))
    events = sorted(merge(weighed(scene, found)), key=lambda e: e.trigger)
    return tuple(replace(event, id=f"e{n}") for n, event in enumerate(events, start=1))


def drafts(scene: Scene, known: Grammar) -> Iterator[Draft]:
    before: Span | None = None
    linker = Linker(scene)
    for span in scene.sentences:
        start, end = scene.places(span)
        found = triggers.matches(known.rules, scene.words.folded, start, end)
        if found:
            for draft in read_sentence(linker, known, span, found):
                yield detailed(scene, known, draft, before)
        before = span


def read_sentence(
    linker: Linker, known: Grammar, span: Span, found: Sequence[Match]
) -> Iterator[Draft]:
    """Give the events of one sentence; a word that told of one tells of no other."""
    scene = linker.scene
    read = strategies.reader(scene, known, span)
    seen = scene.sighted(known.cues, *scene.places(span))
    cues = [cue for cue in seen if scene.dated.isdisjoint(cue.places)]
    taken: set[int] = set()
    for match in found:
        if taken & set(match.places):
            continue
        reading = read(match)
        roles = linker.link(match.rule, reading) if reading else None
        if reading is None or roles is None:
            continue
        how, _ = modality.modality(match.rule.type.code, match.places, reading.window, cues)
        draft = drafted(scene, match, reading, span, (roles, how))
        if lacks_role(scene, known, draft):
            continue
        taken |= set(match.places)
        yield draft


def lacks_role(scene: Scene, known: Grammar, draft: Draft) -> bool:
    """Tell whether a role is missing that must be there and is read without a frame."""
    pattern = draft.match.rule.pattern
    late = {*pattern.must} - draft.event.roles.keys() - {*pattern.frame.get("topic", ())}
    if not late:
        return False
    read = terms.fillers(scene, known.terms, draft).keys()
    return bool(late - read - penalties.fillers(scene, known.penalties, draft).keys())


def drafted(
    scene: Scene, match: Match, reading: Reading, span: Span, said: tuple[Roles, Modality]
) -> Draft:
    roles, how = said
    first = match.last if match.rule.inverted else match.first
    last = first if match.rule.pattern.kind == "verb" else match.last
    plover = match.rule.type.mappings.get("plover")
    fixed = match.rule.pattern.modality or reading.modality
    event = Event(
        id="",
        type=match.rule.type.code,
        trigger=scene.span(first, last + 1),
        sentence=span,
        rule=f"{match.rule.id}-{reading.form}",
        roles=roles,
        modality=fixed if fixed and how == "asserted" else how,  # type: ignore[arg-type]
        codes={"plover": plover} if plover else {},
    )
    return Draft(event, match, reading)


def detailed(scene: Scene, known: Grammar, draft: Draft, before: Span | None) -> Draft:
    """Add what is read the same way for every type: terms, lengths, place, date, source, counts."""
    roles = dict(draft.event.roles)
    for role, code in draft.match.rule.pattern.gives.items():
        span = draft.event.trigger
        roles.setdefault(role, (Filler(span, scene.text(span), code=code),))
    for role, fillers in terms.fillers(scene, known.terms, draft).items():
        roles[role] = fillers
    for role, fillers in penalties.fillers(scene, known.penalties, draft).items():
        roles[role] = fillers
    draft = replace(draft, event=replace(draft.event, roles=roles))
    limit = settings.until(scene, draft) if "until" in draft.match.rule.type.roles else None
    roles = {**roles, "until": (limit,)} if limit else roles
    where = settings.place(scene, draft, before)
    if where and "place" in draft.match.rule.type.roles:
        roles = {**roles, "place": (where,)}
    sources = told.attributions(scene, draft, known.relations)
    event = replace(
        draft.event,
        roles=roles,
        date=dating.find(scene, draft, before),
        attribution=sources,
        counts=counts.counts(scene, draft),
        modality=claimed(draft.event, any(s.relation in told.INTERESTED for s in sources)),
    )
    return replace(draft, event=event)


def claimed(event: Event, interested: bool) -> Modality:
    if event.modality == "asserted" and interested and event.type.startswith(CLAIMED):
        return "alleged"
    return event.modality


def weighed(scene: Scene, found: Sequence[Draft]) -> list[Draft]:
    """Judge each draft in the light of all."""
    known = grammar.prepare(scene.book, scene.lexicon)
    wrong = worth.offenders(found)
    return [
        replace(
            draft,
            event=replace(
                draft.event,
                background=worth.is_background(scene, draft, known.background, draft.event.date),
                concern=worth.is_concern(scene, draft, scene.book.charges, wrong),
                confidence=worth.confidence(draft),
            ),
        )
        for draft in found
    ]
