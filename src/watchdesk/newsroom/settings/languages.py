"""Scripts that run right to left, and that Django 5.2 does not know of."""

from django.conf import global_settings

LANGUAGES_BIDI = [*global_settings.LANGUAGES_BIDI, "ps", "prs", "sd"]
"""With Pashto, Dari and Sindhi; Persian, Urdu, Sorani and Uyghur are there."""
