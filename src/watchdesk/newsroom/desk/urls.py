"""Addresses below /desk/ that belong to the inbox."""

from django.urls import path

from watchdesk.newsroom.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.show_inbox, name="inbox"),
    path("reports/<int:pk>/", views.show_report, name="report"),
    path("reports/<int:pk>/accept/", views.accept_report, name="accept"),
    path("reports/<int:pk>/reject/", views.reject_report, name="reject"),
    path("reports/<int:pk>/reopen/", views.reopen_report, name="reopen"),
    path("reports/<int:pk>/events/<str:name>/", views.judge_event, name="judge"),
    path("codebook/<str:code>/", views.show_type, name="type"),
]
