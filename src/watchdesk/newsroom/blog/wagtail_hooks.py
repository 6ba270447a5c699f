"""Let Wagtail's menu lead back to the desk."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_admin_menu_item")
def desk() -> MenuItem:
    """Give the item that opens the inbox."""
    return MenuItem("Desk", reverse("desk:inbox"), icon_name="mail", order=1)
