"""Addresses below /desk/monitor/."""

from django.urls import path

from watchdesk.newsroom.monitor import views

app_name = "monitor"
urlpatterns = [
    path("", views.show_sources, name="sources"),
    path("captures/<int:pk>/", views.show_capture, name="capture"),
    path("channels/<int:pk>/revive/", views.revive_channel, name="revive"),
    path("pages/<int:pk>/fetch/", views.fetch_page, name="fetch"),
    path("sources/<path:pk>/active/", views.set_active, name="active"),
    path("sources/<path:pk>/", views.show_source, name="source"),
]
