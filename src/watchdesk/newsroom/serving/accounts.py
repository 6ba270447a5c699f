"""The first account, made when a newsroom opens."""

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model

FIRST = "editor"
PASSWORD_BYTES = 12


@dataclass(frozen=True, slots=True)
class SignIn:
    """Name and password; the password is None where it was shown before."""

    name: str
    password: str | None


def first_account() -> SignIn:
    """Make an account that may do everything, if there is none that can sign in."""
    users = get_user_model().objects
    existing = users.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if existing:
        return SignIn(existing.get_username(), None)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    users.create_superuser(FIRST, password=password)
    return SignIn(FIRST, password)


def new_password() -> SignIn:
    """Give the first account another password, for whoever lost it and owns the machine."""
    name = first_account().name
    user = get_user_model().objects.get(username=name)
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    user.set_password(password)
    user.save(update_fields=["password"])
    return SignIn(name, password)
