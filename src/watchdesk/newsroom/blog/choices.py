"""Codes that an editor picks from a list: countries and themes."""

from collections.abc import Sequence
from typing import Any

from babel import Locale
from django import forms
from django.db import models

from watchdesk.newsroom.common.codes import THEMES

_NAMES = Locale("en").territories
COUNTRIES = tuple(
    sorted(
        ((code, name) for code, name in _NAMES.items() if len(code) == 2 and code.isalpha()),  # noqa: PLR2004
        key=lambda country: country[1],
    )
)


def countries() -> Sequence[tuple[str, str]]:
    """Give every country with its English name, by name."""
    return COUNTRIES


def themes() -> Sequence[tuple[str, str]]:
    """Give every theme with its label."""
    return tuple(THEMES.items())


class CodesField(models.JSONField):
    """A list of codes, each of them one of the choices that the form offers."""

    def __init__(self, offers: Any = None, **kwargs: Any) -> None:  # noqa: ANN401
        self.offers = offers
        super().__init__(**{"default": list, "blank": True} | kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:  # noqa: ANN401
        """Offer the choices as check boxes or a list, whichever the panel asks for."""
        wanted = {name: kwargs[name] for name in ("widget", "label", "help_text") if name in kwargs}
        return forms.MultipleChoiceField(choices=self.offers, required=False, **wanted)
