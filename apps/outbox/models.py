"""What was to be told to whom. The row is the queue: it is sent, or given up with a reason, and never both."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.outbox.choices import Channel


class Message(models.Model):
    """One text message or e-mail. `is_secret` marks a code or a key in the body, which does not outlive the sending."""

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    channel = models.CharField(_("channel"), max_length=5, choices=Channel.choices)
    recipient = models.CharField(_("recipient"), max_length=254)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True)
    is_secret = models.BooleanField(_("holds a code"), default=False)
    created_at = models.DateTimeField(_("written at"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("next attempt at"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("given up at"), null=True, blank=True)
    failure = models.CharField(_("last failure"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [models.Index(fields=["due_at"], condition=Q(sent_at=None, given_up_at=None), name="message_todo")]
        constraints = [
            models.CheckConstraint(condition=Q(sent_at=None) | Q(given_up_at=None), name="message_sent_or_given_up"),
            models.CheckConstraint(
                condition=Q(channel=Channel.EMAIL) ^ Q(subject=""), name="message_email_has_subject"
            ),
        ]

    def __str__(self):
        return f"{self.get_channel_display()} {self.created_at:%Y-%m-%d %H:%M}"
