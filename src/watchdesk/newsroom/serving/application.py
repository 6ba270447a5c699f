"""One WSGI application: desk and editor by Django, their assets, and the baked site."""

from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.wsgi import get_wsgi_application

from watchdesk.newsroom.serving.files import Answer, Environ, Files, Start, decoded, respond, send

DYNAMIC = ("/desk/", "/admin/", "/media/")
WAIT = (
    b"<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=2>"
    b"<title>One moment</title><h1>The site is being prepared.</h1>"
)


class Application:
    """Hand each request to whoever answers it."""

    def __init__(self) -> None:
        self.desk = get_wsgi_application()
        self.site = Files(Path(settings.PUBLIC_ROOT))

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer by the path alone."""
        path = decoded(environ)
        if path.startswith(DYNAMIC) or f"{path}/" in DYNAMIC:
            return self.desk(environ, start_response)
        if path.startswith(settings.STATIC_URL):
            return send(asset(path, environ), environ, start_response)
        if path == "/" and not (self.site.root / "index.html").exists():
            wait = (("Content-Type", "text/html; charset=utf-8"), ("Retry-After", "2"))
            answer = Answer(HTTPStatus.SERVICE_UNAVAILABLE, wait, WAIT)
            return send(answer, environ, start_response)
        return self.site(environ, start_response)


def asset(path: str, environ: Environ) -> Answer:
    """Give a style sheet, script or icon of the desk or the editor."""
    name = path.removeprefix(settings.STATIC_URL)
    hidden = any(part.startswith(".") for part in name.split("/")) or "\0" in name
    found = None if hidden or "\\" in name else finders.find(name)
    answer = respond(Path(found), environ) if found else None
    return answer or Answer(HTTPStatus.NOT_FOUND)
