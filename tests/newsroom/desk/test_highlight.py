from hypothesis import given
from hypothesis import strategies as st

from watchdesk.engine.records import Event, Filler, Span
from watchdesk.newsroom.desk.highlight import Mark, marks, paragraphs

TEXT = "Police detained Aida Sarova.\n\nShe was beaten."


def mark(start: int, end: int, event: str = "e1", part: str = "target") -> Mark:
    return Mark(Span(start, end), event, part, "custody")


def test_overlapping_marks_are_all_kept_on_the_words_they_share() -> None:
    ((*pieces,),) = paragraphs("abcdef", [mark(0, 4, "e1"), mark(2, 6, "e2")])
    assert [(p.text, p.events) for p in pieces] == [("ab", "e1"), ("cd", "e1 e2"), ("ef", "e2")]


def test_the_narrowest_mark_shows() -> None:
    ((_, inner, _),) = paragraphs("abcdef", [mark(0, 6, part="sentence"), mark(2, 4)])
    assert inner.top is not None
    assert (inner.text, inner.top.part) == ("cd", "target")


def test_a_trigger_shows_above_a_role_of_the_same_words() -> None:
    ((piece,),) = paragraphs("abc", [mark(0, 3, part="trigger"), mark(0, 3)])
    assert piece.top is not None
    assert piece.top.part == "trigger"


def test_a_mark_over_two_paragraphs_shows_in_both() -> None:
    first, second = paragraphs(TEXT, [mark(16, 33)])
    assert [p.text for p in first if p.marks] == ["Aida Sarova."]
    assert [p.text for p in second if p.marks] == ["She"]


def test_an_event_marks_its_sentence_trigger_and_roles() -> None:
    target = Filler(Span(16, 27), "Aida Sarova", "n1")
    event = Event("e1", "custody.detain", Span(7, 15), Span(0, 28), "r", {"target": (target,)})
    assert [(m.part, m.span.of(TEXT)) for m in marks(event)] == [
        ("sentence", "Police detained Aida Sarova."),
        ("target", "Aida Sarova"),
        ("trigger", "detained"),
    ]


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: mark(s[0], s[0] + s[1]))


@given(st.text(alphabet="aб \nن\u0301", max_size=60), st.lists(spans, max_size=8))
def test_the_pieces_put_together_are_the_text(text: str, marked: list[Mark]) -> None:
    lines = ["".join(piece.text for piece in line) for line in paragraphs(text, marked)]
    assert lines == [line for line in text.split("\n") if line.strip()]
