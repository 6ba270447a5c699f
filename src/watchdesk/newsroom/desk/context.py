"""What every page of the desk shows in its head."""

from django.http import HttpRequest

from watchdesk.newsroom.desk.inbox import waiting_count


def counts(request: HttpRequest) -> dict[str, int]:
    """Count the reports that wait, on pages of the desk alone."""
    return {"waiting_count": waiting_count()} if request.path.startswith("/desk/") else {}
