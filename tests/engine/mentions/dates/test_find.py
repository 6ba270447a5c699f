from datetime import UTC, date, datetime

import pytest

from watchdesk.engine.mentions.dates.find import find
from watchdesk.engine.records import Article, DateMention
from watchdesk.engine.text.sentences import sentences


def dates(text: str, language: str, published: date | None) -> tuple[DateMention, ...]:
    article = Article(text, language=language, published=published)
    return find(article, sentences(text, language))


MONDAY = date(2020, 2, 24)


@pytest.mark.parametrize(
    "text, edtf",
    [
        ("She was held on March 3, 2019.", "2019-03-03"),
        ("She was held on 3 March.", "2019-03-03"),
        ("A rally is on March 3.", "2020-03-03"),
        ("She was held in October.", "2019-10"),
        ("The trial is scheduled for October.", "2020-10"),
        ("She was held on Thursday.", "2020-02-20"),
        ("She will be tried on Thursday.", "2020-02-27"),
        ("She was held on Monday.", "2020-02-24"),
        ("She was held last Monday.", "2020-02-17"),
        ("She was held last week.", "2020-02-17/2020-02-23"),
        ("She was held last month.", "2020-01"),
        ("She was held earlier in the day.", "2020-02-24"),
        ("She fled three years ago.", "2017"),
        ("It burned on New Year's Eve in 2018.", "2018-12-31"),
        ("She was held from March 3 to March 5, 2019.", "2019-03-03/2019-03-05"),
        ("She was held in the summer of 2018.", "2018-22"),
        ("She was born in the 1980s.", "198X"),
    ],
)
def test_english_dates_resolve_against_the_day_of_publication(text: str, edtf: str) -> None:
    assert [d.edtf for d in dates(text, "en", MONDAY)] == [edtf]


@pytest.mark.parametrize(
    "text, edtf",
    [
        ("Её задержали 3 марта 2019 года.", "2019-03-03"),
        ("В ночь на 21 февраля пришли с обыском.", "2020-02-21"),
        ("Накануне её оштрафовали.", "2020-02-23"),
        ("В минувшую пятницу её оштрафовали.", "2020-02-21"),
        ("Суд назначен на пятницу.", "2020-02-28"),
        ("В прошлом году она уехала.", "2019"),
        ("С 2018 по 2020 год она жила там.", "2018/2020"),
        ("Две недели назад её задержали.", "2020-02-10"),
        ("В октябре её задержали.", "2019-10"),
        ("Её задержали 03.03.2019.", "2019-03-03"),
    ],
)
def test_russian_dates_resolve_against_the_day_of_publication(text: str, edtf: str) -> None:
    assert [d.edtf for d in dates(text, "ru", MONDAY)] == [edtf]


def test_nothing_is_invented_where_nothing_anchors() -> None:
    found = dates("She was held on Friday, March 3. Yesterday she was freed.", "en", None)
    assert [d.edtf for d in found] == ["XXXX-03-03", None]


def test_the_day_in_the_dateline_comes_before_that_of_publication() -> None:
    found = dates("MINSK, Feb 21 -- She was held on Thursday.", "en", date(2020, 2, 22))
    assert [d.edtf for d in found] == ["2020-02-21", "2020-02-20"]


def test_the_next_day_is_that_after_the_day_told_of() -> None:
    found = dates("She was held on May 5, 2019. The next day she was freed.", "en", MONDAY)
    assert [d.edtf for d in found] == ["2019-05-05", "2019-05-06"]


def test_a_stretch_of_time_has_a_length_and_no_date() -> None:
    (found,) = dates("She was held for 13 months.", "en", MONDAY)
    assert (found.edtf, found.length) == (None, "P13M")


@pytest.mark.parametrize(
    "text",
    [
        "May said so.",
        "Jan Kowalski spoke.",
        "He is 30 years old.",
        "The 30-year-old man spoke.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text, "en", MONDAY) == ()


def test_the_eve_of_something_is_not_yesterday() -> None:
    assert dates("Накануне выборов её задержали.", "ru", MONDAY) == ()


def test_a_day_that_does_not_exist_stays_open() -> None:
    assert [d.edtf for d in dates("On February 30, 2019 it rained.", "en", MONDAY)] == [None]


def test_published_may_be_a_moment() -> None:
    moment = datetime(2020, 2, 24, 23, 30, tzinfo=UTC)
    assert [d.edtf for d in dates("Yesterday it rained.", "en", moment)] == ["2020-02-23"]


@pytest.mark.parametrize(
    "language, text",
    [
        ("uk", "Його затримали 21 лютого."),
        ("be", "Яго затрымалі 21 лютага."),
        ("kk", "Оны 21 ақпанда ұстады."),
        ("ky", "Аны 21-февралда кармашты."),
        ("uz", "U 21-fevral kuni hibsga olindi."),
        ("az", "O, fevralın 21-də saxlanılıb."),
        ("hy", "Նրան ձերբակալեցին փետրվարի 21-ին։"),
        ("ka", "ის 21 თებერვალს დააკავეს."),
        ("ro", "A fost reținut pe 21 februarie."),
        ("bg", "Задържан е на 21 февруари."),
        ("sr-Latn", "Uhapšen je 21. februara."),
        ("hu", "Február 21-én tartóztatták le."),
        ("tg", "Ӯро 21 феврал боздошт карданд."),
        ("tk", "Ol 21-nji fewralda tussag edildi."),
    ],
)
def test_other_languages_know_their_months(language: str, text: str) -> None:
    assert [d.edtf for d in dates(text, language, MONDAY)] == ["2020-02-21"]
