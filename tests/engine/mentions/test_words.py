import pytest

from watchdesk.engine.mentions.words import Words, load, pluralise

from .reading import Reading

LANGUAGES = ("en", "ru", "uk")
EXAMPLES = [(xx, *example) for xx in LANGUAGES for example in load(xx).examples]
PLURAL = {"irregular": {"man": "men"}, "rules": [["([^aeiou])y$", "\\1ies"], ["$", "s"]]}


@pytest.mark.parametrize("language, text, wanted", EXAMPLES)
def test_each_noun_class_finds_its_examples(
    language: str, text: str, wanted: tuple[str, ...]
) -> None:
    assert Reading(text, language).words("noun") == list(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_actor_and_person_is_one_of_the_contract(language: str) -> None:
    words: Words = load(language)
    nouns = {noun.of for entries in words.nouns.values() for _, noun in entries}
    actors = {n.actor for n in nouns if n.actor}
    assert actors <= set(
        "police military security_service border_guard prison court prosecutor government"
        " legislature local_authority regulator state proxy armed_group criminals"
        " unknown_attackers company party media religious_body crowd individual"
        " intergovernmental".split()
    )
    assert {n.persons for n in nouns if n.persons} <= set(
        "journalist human_rights_defender trade_unionist politician lawyer activist believer"
        " student official other".split()
    )


def test_plurals_follow_the_rules_of_the_file() -> None:
    assert [pluralise(w, PLURAL) for w in ("journalist", "party", "masked man")] == [
        "journalists",
        "parties",
        "masked men",
    ]


def test_a_language_without_a_file_has_no_words() -> None:
    assert load("is") is None
    assert load(None) is None
