"""Several calls at one moment, with real threads and connections."""

import threading
from collections.abc import Callable

from django.db import connection

# Seconds after which a race is taken to be stuck.
PATIENCE = 20


def at_once(*calls: Callable) -> list:
    """What every call came to, its refusal or fault included; all begin together, each with a connection of its own."""
    start, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place: int, call: Callable) -> None:
        try:
            start.wait(PATIENCE)
            results[place] = call()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return results
