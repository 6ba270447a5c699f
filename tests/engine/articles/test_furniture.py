import pytest

from watchdesk.engine.articles.furniture import Furniture, clean

TOLD = [
    "The court freed the reporter on Monday after two months, and the crowd outside cheered.",
    "Her lawyer said that the prosecutor may appeal within ten days of the ruling.",
    "She had been detained in January, when the police searched the newsroom for six hours.",
]


def kept(*paragraphs: str, title: str = "", links: frozenset[str] = frozenset()) -> list[str]:
    return clean("\n\n".join(paragraphs), Furniture(title, links)).split("\n\n")


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The case in dates", "Photo: Sam Poe", "Sign up to our newsletter", "* * *", "2021",
        "Читайте также: «Дело в датах»", "Подписывайтесь на наш канал", "Поделитесь новостью",
        "Читайте також: справа в датах", "Citește și: cazul", "بیشتر بخوانید: پرونده", "Lesen Sie auch: Der Fall",
    ],
)  # fmt: skip
def test_a_line_that_is_none_of_the_article_goes(line: str) -> None:
    assert kept(TOLD[0], line, *TOLD[1:]) == TOLD


def test_a_long_paragraph_that_begins_like_furniture_stays() -> None:
    told = "Donate was all the banner said, " + "and the crowd read it aloud again," * 6
    assert told in kept(*TOLD, told)


def test_the_title_a_headline_link_and_a_copy_go() -> None:
    links = frozenset({"Another reporter is fined in Brno"})
    said = ["Court frees Roe", *TOLD, "Another reporter is fined in Brno", TOLD[2] * 2, TOLD[2] * 2]
    assert kept(*said, title="Court frees Roe | Tribune", links=links) == [*TOLD, TOLD[2] * 2]


def test_a_question_may_be_asked_twice() -> None:
    said = ["What then?", TOLD[0], "What then?", *TOLD[1:]]
    assert kept(*said) == said


def test_the_tail_of_a_page_goes_but_a_long_last_part_stays() -> None:
    assert kept(*TOLD * 3, "Related articles", "One", "Two")[-1] == TOLD[2]
    assert kept("Related articles", *TOLD)[1:] == TOLD


def test_a_page_of_nothing_but_furniture_is_kept_for_a_person_to_see() -> None:
    assert kept("Photo: Sam Poe", "Read more: The case") == [
        "Photo: Sam Poe",
        "Read more: The case",
    ]


def test_a_dash_that_opens_speech_stays_and_a_bullet_goes() -> None:
    assert kept("— Нет, — сказал он адвокату.", "- One item of the list") == [
        "— Нет, — сказал он адвокату.",
        "One item of the list",
    ]
