"""Addresses below /desk/ that belong to posts."""

from django.urls import path

from watchdesk.newsroom.blog import views

app_name = "blog"
urlpatterns = [path("cases/<slug:slug>/draft/", views.draft_post, name="draft")]
