"""The addresses that Django answers; the public site is a folder of files beside them."""

from django.urls import include, path
from wagtail.admin import urls as wagtail_admin

from watchdesk.newsroom.common.views import show_media

urlpatterns = [
    path("desk/", include("watchdesk.newsroom.desk.urls")),
    path("desk/", include("watchdesk.newsroom.cases.urls")),
    path("desk/", include("watchdesk.newsroom.blog.urls")),
    path("desk/monitor/", include("watchdesk.newsroom.monitor.urls")),
    path("admin/", include(wagtail_admin)),
    path("media/<path:path>", show_media, name="media"),
]
