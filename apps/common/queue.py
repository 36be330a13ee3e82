"""How tasks share the workers, and how one that the scheduler would find anyway is hurried.

A broker that is away costs a minute, never a page.
"""

from django.db import transaction

# So long a task works before it hands over to its own next message, or to the sweep.
SECONDS_A_TASK = 30
# One that may take minutes, such as a paper of thousands of lines; what a worker drops comes back after five.
LONG = {"soft_time_limit": 240, "time_limit": 270}


def hurry(task, *args) -> None:
    """Sends the task once the transaction is committed. What cannot be sent is logged and left to the sweep."""
    transaction.on_commit(lambda: task.apply_async(args, retry=False), robust=True)
