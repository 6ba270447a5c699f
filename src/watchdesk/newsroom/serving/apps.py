from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "watchdesk.newsroom.serving"
    label = "serving"
