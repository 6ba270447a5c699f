from django.apps import AppConfig


class PublishConfig(AppConfig):
    name = "watchdesk.newsroom.publish"
    label = "publish"
