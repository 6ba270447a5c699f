"""From a case to a draft in Wagtail's editor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from watchdesk.newsroom.blog import services
from watchdesk.newsroom.cases.decide import hand_of
from watchdesk.newsroom.cases.models import CaseRow
from watchdesk.newsroom.common.access import editor_required


@require_POST
@editor_required
def draft_post(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a post from a case, and open it in the editor."""
    case = get_object_or_404(CaseRow, slug=slug)
    post = services.draft_from_case(case, hand_of(request))
    return redirect("wagtailadmin_pages:edit", post.pk)
