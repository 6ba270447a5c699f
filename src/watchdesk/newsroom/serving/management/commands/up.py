"""The whole newsroom in one process group."""

from django.core.management import BaseCommand, CommandParser

from watchdesk.newsroom.serving.house import Plan, run


class Command(BaseCommand):
    """Open the newsroom; Ctrl-C closes it."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--demo", action="store_true")
        parser.add_argument("--new-password", action="store_true")
        parser.add_argument("--no-watch", action="store_false", dest="watch")

    def handle(self, *, host: str, port: int, demo: bool, **options: object) -> None:
        """Run until stopped."""
        flags = {name: bool(options[name]) for name in ("new_password", "watch")}
        run(Plan(host, port, demo=demo, say=self.stdout.write, **flags))
