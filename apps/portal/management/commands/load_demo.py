"""`load_demo`: the demonstration's people, hours and invoices. A second time it finds them there and does nothing."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from apps.common import clock
from apps.portal import services


class Command(BaseCommand):
    help = "Loads the demonstration data, once. Only in a demonstration: its accounts have a published password."

    def add_arguments(self, parser):
        here = "http://127.0.0.1:8000"
        parser.add_argument("--address", default=here, help=f"where links in messages lead to; {here}, unless given")

    def handle(self, *, address: str, **options):
        if not settings.PORTAL_DEMO:
            raise CommandError("Demonstration data belongs into a demonstration: set PORTAL_DEMO=1.")
        is_new = services.load_demonstration(now=clock.now(), today=clock.today(), address=address.rstrip("/"))
        self.stdout.write("Demonstration data loaded." if is_new else "Demonstration data is there.")
