"""The page on which staff give a person another mobile number: the reason is kept, the number left behind told."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from apps.accounts.log import address_of
from apps.common import clock
from apps.common.errors import DomainError
from apps.common.queue import hurry
from apps.outbox.tasks import deliver
from apps.registry.forms import CorrectMobileForm


def correction_page(room: ModelAdmin, request: HttpRequest, person: Model, correct: Callable) -> HttpResponse:
    """The form, and back to the person when `correct` has taken the number; what it refuses stands in the form."""
    form = CorrectMobileForm(request.POST or None)
    if form.is_valid() and _is_corrected(request, form, correct):
        hurry(deliver)
        room.log_change(
            request, person, _("Mobile number updated: %(reason)s") % {"reason": form.cleaned_data["reason"]}
        )
        messages.success(request, _("The mobile number is updated."))
        return redirect(admin_urlname(room.opts, "change"), person.pk)
    context = {"title": _("Update the mobile number"), "original": person, "opts": room.opts, "form": form}
    return TemplateResponse(request, "admin/correct_mobile.html", {**room.admin_site.each_context(request), **context})


def _is_corrected(request: HttpRequest, form: CorrectMobileForm, correct: Callable) -> bool:
    moment = {"by": request.user, "address": address_of(request), "now": clock.now()}
    try:
        correct(mobile=form.cleaned_data["mobile"], **moment)
    except DomainError as refusal:
        form.add_error("mobile", str(refusal))
        return False
    return True
