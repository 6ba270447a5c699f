"""What every page of the desk shows in its head."""

from django.http import HttpRequest

from watchdesk.newsroom.cases.selectors import alarms


def counts(request: HttpRequest) -> dict[str, int]:
    """Count the alarms that nobody has seen, on pages of the desk alone."""
    return {"alarm_count": alarms().count()} if request.path.startswith("/desk/") else {}
