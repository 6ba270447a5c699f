"""Who may enter the desk: people who may enter Wagtail's editor."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]
PERMISSION = "wagtailadmin.access_admin"


def editor_required(view: View) -> View:
    """Let only editors use a view; others are asked to sign in, or refused."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return login_required(guarded)
