"""Sounds that languages take for each other are near."""

from watchdesk.engine.identities.nearness import nearness
from watchdesk.engine.identities.sounds import codes


def near(one: str, other: str) -> float:
    return max(nearness(a, b) for a in codes(one) for b in codes(other))


def test_an_unwritten_vowel_costs_next_to_nothing() -> None:
    assert near("مرتضی", "Morteza") > 0.9
    assert near("حسین", "Hossein") > 0.9


def test_a_vowel_for_a_vowel_costs_less_than_another_consonant() -> None:
    assert near("Авраменко", "Auramenka") > 0.95
    assert near("Коган", "Kotan") < 0.8


def test_words_with_nothing_in_common_score_nothing() -> None:
    assert near("Мамай", "Толегенов") == 0.0


def test_nearness_is_the_same_both_ways() -> None:
    for one, other in (("Avramenko", "Ауроменка"), ("محمود", "Makhmut"), ("Biden", "Байден")):
        assert near(one, other) == near(other, one)
