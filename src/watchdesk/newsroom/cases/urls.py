"""Addresses below /desk/ that belong to cases, people and decisions."""

from django.urls import path

from watchdesk.newsroom.cases import decide, views

app_name = "cases"
urlpatterns = [
    path("reports/<int:pk>/accept/", decide.accept_report, name="accept"),
    path("reports/<int:pk>/reject/", decide.reject_report, name="reject"),
    path("reports/<int:pk>/reopen/", decide.reopen_report, name="reopen"),
    path("reports/<int:pk>/events/", decide.add_event, name="add"),
    path("reports/<int:pk>/events/<str:name>/", decide.judge_event, name="judge"),
    path("reports/<int:pk>/case/", decide.show_place, name="place"),
    path("reports/<int:pk>/case/put/", decide.place_report, name="put"),
    path("cases/", views.list_cases, name="list"),
    path("cases/<slug:slug>/", views.show_case, name="case"),
    path("cases/<slug:slug>/change/", views.change_case, name="change"),
    path("people/", views.list_people, name="people"),
    path("people/<int:pk>/", views.show_person, name="person"),
    path("people/<int:pk>/change/", views.change_person, name="change_person"),
    path("alarms/", views.list_alarms, name="alarms"),
    path("alarms/<int:pk>/seen/", views.see_alarm, name="see"),
]
