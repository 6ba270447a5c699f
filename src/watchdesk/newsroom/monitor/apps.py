from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "watchdesk.newsroom.monitor"
    label = "monitor"
