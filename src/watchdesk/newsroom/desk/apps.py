from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "watchdesk.newsroom.desk"
    label = "desk"
