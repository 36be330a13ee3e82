"""`reencrypt_factors`: after a change of SECRET_KEY, second factors no longer need the earlier one."""

from django.core.management.base import BaseCommand

from apps.accounts import services
from apps.accounts.factors import close_anew


class Command(BaseCommand):
    help = "Closes the secrets of second factors with the present SECRET_KEY. Run again, it changes nothing."

    def handle(self, **options):
        self.stdout.write(f"{services.reencrypt_factors(close_anew=close_anew)} factors closed anew")
