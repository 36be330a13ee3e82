"""What was to be told to whom. The row is the queue: it is sent, or given up with a reason, and never both."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.outbox.choices import Channel, Failure


class Message(models.Model):
    """One text message or e-mail. `is_secret` marks a code or a key in the body, which does not outlive the sending.

    `due_at` is when it is tried next, and `expires_at` the moment from which on it is not tried any more. `answer` is
    the number that the gateway or the mail server answered the last attempt with.
    """

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    channel = models.CharField(_("channel"), max_length=5, choices=Channel.choices)
    recipient = models.CharField(_("recipient"), max_length=254)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True)
    is_secret = models.BooleanField(_("holds a code"), default=False)
    created_at = models.DateTimeField(_("written at"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("next attempt at"))
    expires_at = models.DateTimeField(_("of use until"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("given up at"), null=True, blank=True)
    failure = models.CharField(_("last failure"), max_length=20, choices=Failure.choices, blank=True)
    answer = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            # Codes first: somebody waits for each of them, whatever thousands of notices month end has written.
            models.Index(
                fields=["-is_secret", "due_at", "id"], condition=Q(sent_at=None, given_up_at=None), name="message_todo"
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(sent_at=None) | Q(given_up_at=None), name="message_sent_or_given_up"),
            models.CheckConstraint(
                condition=Q(channel=Channel.EMAIL) ^ Q(subject=""), name="message_email_has_subject"
            ),
            models.CheckConstraint(
                condition=(Q(given_up_at=None) | ~Q(failure="")) & (Q(sent_at=None) | Q(failure="")),
                name="message_failure_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.get_channel_display()} {self.created_at:%Y-%m-%d %H:%M}"
