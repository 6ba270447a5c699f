from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "watchdesk.newsroom.cases"
    label = "cases"
