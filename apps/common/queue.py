"""Hurrying a task that the scheduler would find anyway: a broker that is away costs a minute, never a page."""

from django.db import transaction


def hurry(task, *args) -> None:
    """Sends the task once the transaction is committed. What cannot be sent is logged and left to the sweep."""
    transaction.on_commit(lambda: task.apply_async(args, retry=False), robust=True)
