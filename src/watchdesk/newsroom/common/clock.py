"""What time it is for cases and posts: the clock's, unless the demonstration stands still."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """Give the moment that cases and posts live in, in UTC."""
    return settings.NOW or timezone.now()


def today() -> date:
    """Give the day of `now` in the desk's time zone."""
    return timezone.localdate(now())
