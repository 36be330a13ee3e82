"""A message says until when it is of use, why the last attempt failed, and what was answered; codes go first."""

import django.utils.timezone
from django.db import migrations, models
from django.db.models import Q

FAILURES = [
    ("unfinished", "The attempt did not come to its end"),
    ("no_way", "No gateway is set up"),
    ("no_answer", "No answer"),
    ("busy", "The gateway asked for patience"),
    ("refused", "Refused for good"),
    ("too_old", "Too old to be of use"),
]


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial")]
    operations = [
        migrations.AddField(
            "message",
            "expires_at",
            models.DateTimeField(verbose_name="of use until", default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            "message", "answer", models.PositiveSmallIntegerField(verbose_name="answer", null=True, blank=True)
        ),
        migrations.AlterField(
            "message",
            "failure",
            models.CharField(verbose_name="last failure", max_length=20, choices=FAILURES, blank=True),
        ),
        migrations.RemoveIndex("message", "message_todo"),
        migrations.AddIndex(
            "message",
            models.Index(
                fields=["-is_secret", "due_at", "id"], condition=Q(sent_at=None, given_up_at=None), name="message_todo"
            ),
        ),
        migrations.AddConstraint(
            "message",
            models.CheckConstraint(
                condition=(Q(given_up_at=None) | ~Q(failure="")) & (Q(sent_at=None) | Q(failure="")),
                name="message_failure_says_why",
            ),
        ),
    ]
