"""Addresses below /desk/ that belong to the inbox."""

from django.urls import path

from watchdesk.newsroom.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.show_inbox, name="inbox"),
    path("reports/<int:pk>/", views.show_report, name="report"),
    path("codebook/<str:code>/", views.show_type, name="type"),
]
