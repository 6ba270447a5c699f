from django.conf import settings
from django.utils.translation import get_language_info

from watchdesk.newsroom.common.languages import direction
from watchdesk.newsroom.settings.environment import VARIABLES, read


def test_an_empty_variable_counts_as_absent() -> None:
    assert read({"WATCHDESK_LANGUAGE": ""})["WATCHDESK_LANGUAGE"] == "en"


def test_no_variable_is_declared_twice() -> None:
    names = [variable.name for variable in VARIABLES]
    assert len(names) == len(set(names))


def test_languages_written_from_right_to_left_are_known() -> None:
    right_to_left = ["fa", "prs", "ps", "ur", "ckb", "ug", "sd"]
    assert [direction(language) for language in right_to_left] == ["rtl"] * 7
    assert direction("az") == direction("ru") == "ltr"


def test_the_editor_calls_no_other_host() -> None:
    assert not settings.WAGTAIL_ENABLE_UPDATE_CHECK
    assert not settings.WAGTAIL_ENABLE_WHATS_NEW_BANNER
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert get_language_info(settings.LANGUAGE_CODE)["code"] == "en"
