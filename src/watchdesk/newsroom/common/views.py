"""Files that editors took in, before and beside what is published of them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET
from django.views.static import serve

from watchdesk.newsroom.common.access import editor_required


@require_GET
@editor_required
def show_media(request: HttpRequest, path: str) -> HttpResponse:
    """Show an original or a preview to editors; readers get copies with the baked site."""
    return serve(request, path, document_root=settings.MEDIA_ROOT)
