"""What only the demonstration has: a look at the messages that a portal in use would have sent."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.outbox import selectors

SHOWN = 50


@require_safe
@login_not_required
def outbox(request: HttpRequest) -> HttpResponse:
    if not settings.PORTAL_DEMO:
        raise Http404
    return render(request, "portal/demo_outbox.html", {"sent": selectors.latest_messages(limit=SHOWN)})
