from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "watchdesk.newsroom.common"
    label = "common"
