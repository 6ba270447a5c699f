import pytest

from watchdesk.engine.cases.records import Act, Party, Telling
from watchdesk.engine.codebook import load
from watchdesk.engine.records import Place
from watchdesk.newsroom.publish.sentences import badge, phrases, sentence

NAMES = {"aida": "Aida Sarova"}
AIDA = Party("ее", "aida", "person")


def act(type: str, modality: str = "asserted", language: str = "en", place=None, **roles) -> Act:
    told = {role: (party,) for role, party in roles.items()}
    telling = Telling("1", "e1", type, told, language=language)
    return Act("a", type, (telling,), None, "unknown", modality, told, place)


def test_every_type_can_be_said() -> None:
    assert phrases()["acts"].keys() == load().types.keys()


def test_a_person_is_told_by_name_with_agent_place_charge_and_sentence() -> None:
    said = act(
        "legal.convict",
        place=Place("KZ", settlement="Almaty"),
        target=AIDA,
        court=Party("A court", kind="organisation"),
        charge=Party("riot", code="mass-unrest"),
        sentence=Party("2 years", sentence="prison", length="P2Y"),
    )
    assert sentence(said, NAMES) == (
        "Aida Sarova was convicted by a court in Almaty. Charge: mass unrest. "
        "Sentence: 2 years in prison."
    )


@pytest.mark.parametrize("words", ["him", "the activist", "Syrgabayev"])
def test_one_person_without_a_known_name_is_not_told(words) -> None:
    assert sentence(act("custody.detain", target=Party(words, kind="person")), NAMES) == (
        "A detention."
    )


def test_a_group_is_told_in_english_words_alone() -> None:
    group = Party("Three activists", kind="group")
    assert sentence(act("custody.detain", target=group), NAMES) == "Three activists were detained."
    said = act("custody.detain", language="sr-Latn", target=Party("tri borca", kind="group"))
    assert sentence(said, NAMES) == "A detention."
    assert sentence(act("custody.detain", target=Party("his men", kind="group")), {}) == (
        "A detention."
    )


@pytest.mark.parametrize(
    ("modality", "said"),
    [
        ("alleged", "Aida Sarova is said to have been released."),
        ("denied", "It is denied that Aida Sarova was released."),
        ("planned", "Aida Sarova is to be released."),
        ("demanded", "There are demands that Aida Sarova be released."),
        ("hypothetical", "Aida Sarova may be released."),
        ("negated", "Aida Sarova was not released."),
    ],
)
def test_how_sure_an_act_is_stands_in_the_sentence(modality, said) -> None:
    assert sentence(act("release.free", modality, target=AIDA), NAMES) == said
    assert sentence(act("release.free", modality), {}).endswith(": a release from custody.")


def test_badges_are_short() -> None:
    assert badge("restrained") == "Restricted"
    assert badge("detained") == "Detained"
