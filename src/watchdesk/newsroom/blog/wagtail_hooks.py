"""Let Wagtail's menu lead back to the desk."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_admin_menu_item")
def desk() -> MenuItem:
    """Give the item that opens the inbox."""
    return MenuItem("Desk", reverse("desk:inbox"), icon_name="mail", order=1)


@hooks.register("construct_main_menu")
def only_what_is_used(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out documents, which the site does not have, and help, which is on foreign hosts."""
    items[:] = [item for item in items if item.name not in ("documents", "help")]
