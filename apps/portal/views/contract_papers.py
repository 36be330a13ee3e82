"""The contract on paper for both sides: asked for by POST, a page to wait on, and the file."""

import io

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from apps.common import clock, papers
from apps.common.limits import limited
from apps.common.queue import hurry
from apps.contracts import documents, services
from apps.contracts import selectors as contracts
from apps.contracts.models import Contract, ContractPaper
from apps.contracts.tasks import render_paper
from apps.portal.views.contracts import contract_of
from apps.portal.views.own_contracts import own_contract
from apps.registry.access import desk_for

LANGUAGES = {"ar": _("Contract in Arabic"), "en": _("Contract in English")}


@require_POST
@limited("paper")
def paper_request(request: HttpRequest, unified_number: str, contract_id: str) -> HttpResponse:
    """Who manages contracts gets the whole ID on it, everybody else the masked one."""
    desk = desk_for(request, unified_number, act="see_contracts")
    paper = _ask(request, contract_of(desk, contract_id), shows_id=desk.can["manage_contracts"])
    return redirect("contracts:paper_detail", unified_number, contract_id, paper.public_id)


@require_safe
def paper_detail(request: HttpRequest, unified_number: str, contract_id: str, public_id: str) -> HttpResponse:
    desk, found = _of_desk(request, unified_number, contract_id)
    paper = get_object_or_404(found, public_id=public_id)
    here = [unified_number, contract_id]
    context = {
        "here": reverse("contracts:paper_detail", args=[*here, public_id]),
        "file": reverse("contracts:paper_download", args=[*here, public_id]),
        "again": reverse("contracts:paper_request", args=here),
        "desk": desk,
    }
    return _show(request, paper, "contracts/paper_detail.html", context)


@require_safe
@limited("paper")
def paper_download(request: HttpRequest, unified_number: str, contract_id: str, public_id: str) -> HttpResponse:
    _desk, found = _of_desk(request, unified_number, contract_id)
    return _file(found, public_id)


@require_POST
@limited("paper")
def own_paper_request(request: HttpRequest, contract_id: str) -> HttpResponse:
    paper = _ask(request, own_contract(request, contract_id), shows_id=True)
    return redirect("own:paper_detail", contract_id, paper.public_id)


@require_safe
def own_paper_detail(request: HttpRequest, contract_id: str, public_id: str) -> HttpResponse:
    paper = get_object_or_404(_own(request, contract_id), public_id=public_id)
    context = {
        "here": reverse("own:paper_detail", args=[contract_id, public_id]),
        "file": reverse("own:paper_download", args=[contract_id, public_id]),
        "again": reverse("own:paper_request", args=[contract_id]),
    }
    return _show(request, paper, "portal/own_paper.html", context)


@require_safe
@limited("paper")
def own_paper_download(request: HttpRequest, contract_id: str, public_id: str) -> HttpResponse:
    return _file(_own(request, contract_id), public_id)


def _of_desk(request: HttpRequest, unified_number: str, contract_id: str):
    """The desk, and the papers of one of its contracts that its member may see."""
    desk = desk_for(request, unified_number, act="see_contracts")
    found = contracts.papers_of(contract_of(desk, contract_id))
    return desk, found if desk.can["manage_contracts"] else found.filter(shows_id=False)


def _own(request: HttpRequest, contract_id: str) -> QuerySet[ContractPaper]:
    return contracts.papers_of(own_contract(request, contract_id)).filter(shows_id=True)


def _ask(request: HttpRequest, contract: Contract, *, shows_id: bool) -> ContractPaper:
    language = request.POST.get("language")
    if language not in LANGUAGES:
        raise Http404
    paper = services.request_paper(contract=contract, language=language, shows_id=shows_id, now=clock.now())
    if not paper.is_ready:
        hurry(render_paper, paper.pk)
    return paper


def _show(request: HttpRequest, paper: ContractPaper, template: str, context: dict) -> HttpResponse:
    """The paper being prepared, ready, or set aside after too many failures; asked again while it is prepared."""
    context |= {"paper": paper, "is_set_aside": papers.is_set_aside(paper), "label": LANGUAGES[paper.language]}
    context |= {"contract": paper.contract}
    return render(request, "components/paper.html" if request.htmx else template, context)


def _file(found: QuerySet[ContractPaper], public_id: str) -> FileResponse:
    """The very bytes that were stored when the paper was drawn."""
    paper = get_object_or_404(found.defer(None).exclude(rendered_at=None), public_id=public_id)
    name = documents.file_name(paper)
    return FileResponse(io.BytesIO(paper.content), as_attachment=True, filename=name, content_type="application/pdf")
