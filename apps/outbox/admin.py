"""Messages to be read, without the codes in them, and those given up to be sent once more."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.common.admin import ReadingRoom
from apps.common.errors import DomainError
from apps.common.queue import hurry
from apps.outbox import services
from apps.outbox.models import Message
from apps.outbox.tasks import deliver


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"
    STATES = {
        "waiting": (_("Waiting"), {"sent_at": None, "given_up_at": None}),
        "sent": (_("Sent"), {"sent_at__isnull": False}),
        "given_up": (_("Given up"), {"given_up_at__isnull": False}),
    }

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple]:
        return [(name, words) for name, (words, _condition) in self.STATES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Message]) -> QuerySet[Message]:
        return queryset.filter(**self.STATES[self.value()][1]) if self.value() in self.STATES else queryset


@admin.register(Message)
class MessageAdmin(ReadingRoom):
    list_display = ("created_at", "channel", "recipient", "is_secret", "attempts", "sent_at", "given_up_at", "failure")
    list_filter = (StateFilter, "channel", "failure")
    search_fields = ("recipient__endswith", "recipient__istartswith")
    search_help_text = _("Mobile number or e-mail")
    ordering = ("-pk",)
    sortable_by = ()
    hidden = ("body",)
    actions = ("send_again",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        return super().get_queryset(request).defer("body")

    def get_fields(self, request: HttpRequest, obj: Message | None = None) -> list:
        return [*super().get_fields(request, obj), "words"]

    @admin.display(description=_("text"))
    def words(self, message: Message) -> str | None:
        """A code is for its receiver alone, also while it waits."""
        return _("Holds a code, and is not shown.") if message.is_secret else message.body

    def has_release_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("outbox.change_message") and not request.user.is_superuser

    @admin.action(description=_("Try again"), permissions=["release"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        """The chosen messages wait once more; what cannot be repeated is named as that."""
        done = 0
        for message in queryset:
            try:
                services.try_again(message_id=message.pk, now=timezone.now())
            except DomainError as refusal:
                self.message_user(request, str(refusal), messages.WARNING)
                break
            self.log_change(request, message, str(_("To be sent once more.")))
            done += 1
        hurry(deliver)
        words = ngettext("%(n)s message waits to be sent.", "%(n)s messages wait to be sent.", done)
        self.message_user(request, words % {"n": done}, messages.SUCCESS)
