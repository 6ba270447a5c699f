import pytest

from watchdesk.engine.quotes.find import find
from watchdesk.engine.quotes.marks import quotations
from watchdesk.engine.records import Article, Attributes, Entity, Mention, Mentions, Span
from watchdesk.engine.text.sentences import sentences


def read(text: str, language: str = "en", **kinds: str):
    """Read quotes of a text in which every name given is a person, or has the actor kind given."""
    entities, mentions = [], []
    for number, (name, kind) in enumerate(kinds.items(), start=1):
        words = name.replace("_", " ")
        at = text.index(words)
        span = Span(at, at + len(words))
        actor = None if kind == "person" else kind
        entities.append(
            Entity(
                f"n{number}",
                "person" if kind == "person" else "organisation",
                words,
                mentions=(span,),
                attributes=Attributes(actor_kind=actor),
            )
        )
        mentions.append(Mention(span, entities[-1].kind, "name", f"n{number}", span, words.lower()))
    found = Mentions(tuple(entities), tuple(sorted(mentions, key=lambda m: m.span)))
    return find(Article(text=text, language=language), sentences(text, language), found)


def said(text: str, language: str = "en", **kinds: str) -> list[tuple[str, str, str]]:
    quotes, _ = read(text, language, **kinds)
    return [
        (
            q.span.of(text),
            q.speaker_span.of(text) if q.speaker_span else "",
            q.cue.of(text) if q.cue else "",
        )
        for q in quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rustam Bek told reporters that officers had beaten him.",
            ("that officers had beaten him", "Rustam Bek", "told"),
        ),
        (
            "Officers had beaten him, Rustam Bek said.",
            ("Officers had beaten him", "Rustam Bek", "said"),
        ),
        (
            "“They beat me for two days,” Rustam Bek said.",
            ("“They beat me for two days,”", "Rustam Bek", "said"),
        ),
        (
            "“They beat me for two days,” said Rustam Bek.",
            ("“They beat me for two days,”", "Rustam Bek", "said"),
        ),
        (
            "According to Rustam Bek, the search lasted six hours.",
            ("the search lasted six hours", "Rustam Bek", "According to"),
        ),
        (
            "The search lasted six hours, according to Rustam Bek.",
            ("The search lasted six hours", "Rustam Bek", "according to"),
        ),
        (
            "His lawyer Rustam Bek has repeatedly insisted that the case is political.",
            ("that the case is political", "His lawyer Rustam Bek", "has repeatedly insisted"),
        ),
    ],
)
def test_english_speech_has_content_speaker_and_cue(text, expected) -> None:
    assert said(text, Rustam_Bek="person") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Рустам Бек рассказал журналистам, что его избили.",
            ("что его избили", "Рустам Бек", "рассказал"),
        ),
        (
            "«Меня били двое суток подряд», — сказал Рустам Бек.",
            ("«Меня били двое суток подряд»", "Рустам Бек", "сказал"),
        ),
        (
            "По словам Рустам Бек, обыск длился шесть часов.",
            ("обыск длился шесть часов", "Рустам Бек", "По словам"),
        ),
    ],
)
def test_russian_speech_has_content_speaker_and_cue(text, expected) -> None:
    assert said(text, "ru", Рустам_Бек="person") == [expected]


def test_a_quotation_of_two_sentences_is_one_quote() -> None:
    text = "“They came at dawn. They took everything we had,” Rustam Bek said."
    assert (
        said(text, Rustam_Bek="person")[0][0] == "“They came at dawn. They took everything we had,”"
    )


def test_a_quotation_without_a_cue_goes_to_the_speaker_before_it() -> None:
    text = "“They came at dawn with masks,” Rustam Bek said. “My children saw it all.”"
    quotes, _ = read(text, Rustam_Bek="person")
    assert [q.speaker for q in quotes] == ["n1", "n1"]


def test_a_single_word_in_marks_is_no_speech() -> None:
    assert said("The register of “agents” grew.") == []


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The Interior Ministry declined to comment on the case.", "no_comment"),
        ("The Interior Ministry denied the beating.", "deny"),
        ("The Interior Ministry confirmed the arrest.", "acknowledge"),
    ],
)
def test_an_authority_takes_a_position(text, position) -> None:
    _, positions = read(text, Interior_Ministry="government")
    assert [(p.entity, p.position) for p in positions] == [("n1", position)]


def test_a_private_person_takes_no_official_position() -> None:
    _, positions = read("Rustam Bek denied the charge.", Rustam_Bek="person")
    assert positions == ()


def test_a_language_without_cues_gives_direct_speech_without_a_speaker() -> None:
    text = "Ol dedi: «Bizi bütün gece saxladılar»."
    quotes, positions = read(text, "xx")
    assert [(q.span.of(text), q.speaker, q.direct) for q in quotes] == [
        ("«Bizi bütün gece saxladılar»", None, True)
    ]
    assert positions == ()


@pytest.mark.parametrize("text", ["“" * 5000, "« " * 4000 + "»", "“a" + " b" * 9000])
def test_unclosed_marks_end_and_cost_little(text) -> None:
    assert all(s.end - s.start <= 3001 for s in quotations(text))
