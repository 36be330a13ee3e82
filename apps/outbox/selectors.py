"""What the outbox holds."""

from django.db.models import QuerySet

from apps.outbox.models import Message


def latest_messages(*, limit: int) -> QuerySet[Message]:
    """The messages written last, the newest first."""
    return Message.objects.order_by("-pk")[:limit]
