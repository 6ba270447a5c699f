from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "watchdesk.newsroom.blog"
    label = "blog"
