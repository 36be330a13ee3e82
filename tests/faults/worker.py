"""`celery -A tests.faults.worker worker`: the portal's worker with small pieces of work.

Each piece takes a moment after it has written and before it commits, so that a kill meets one in the middle.
"""

import time

import django

django.setup()

from apps.invoices.services import runs  # noqa: E402
from config.celery import app  # noqa: E402, F401

MOMENT = 0.12
runs.CONTRACTS_A_CHUNK = 8


def _slowly(service):
    def serve(**arguments):
        service(**arguments)
        time.sleep(MOMENT)

    return serve


runs.accrue_subscribers = _slowly(runs.accrue_subscribers)
runs.bill_establishments = _slowly(runs.bill_establishments)
