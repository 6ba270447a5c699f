"""Bake the public site now."""

from django.core.management import BaseCommand

from watchdesk.newsroom.publish.services import publish


class Command(BaseCommand):
    """Bake, and say what changed."""

    help = __doc__

    def handle(self, **_: object) -> None:
        """Bake."""
        baked = publish()
        self.stdout.write(f"{baked.files} files: {baked.written} written, {baked.removed} removed")
