"""The addresses that Django answers; the public site is a folder of files beside them."""

from django.urls import include, path
from wagtail.admin import urls as wagtail_admin

urlpatterns = [
    path("admin/", include(wagtail_admin)),
]
