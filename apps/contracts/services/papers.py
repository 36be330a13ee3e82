"""The contract on paper: asked for by either side, drawn once for its terms, the same ever after."""

import datetime
from collections.abc import Collection

from django.db.models import QuerySet

from apps.common import papers
from apps.contracts import documents
from apps.contracts.models import Contract, ContractPaper


def request_paper(*, contract: Contract, language: str, shows_id: bool, now: datetime.datetime) -> ContractPaper:
    """The contract as it stands exists on paper in that language: drawn already, or next in turn to be drawn.

    While its terms stay, it is the same paper whoever asks; another one for those who may not see the ID.
    """
    terms = documents.terms_of(contract, shows_id=shows_id)
    which = {"contract": contract, "language": language, "digest": documents.digest(terms)}
    return papers.ask_for(ContractPaper.objects.all(), now=now, also={"terms": terms, "shows_id": shows_id}, **which)


def render_paper(*, paper_id: int, now: datetime.datetime) -> ContractPaper | None:
    """The paper is drawn and stored, or its failure counted; None when it does not wait or others are at it."""
    return papers.draw_next(_with_contracts().filter(pk=paper_id), documents.contract_pdf, now=now)


def render_next_paper(*, now: datetime.datetime, leaving: Collection[int] = ()) -> ContractPaper | None:
    """As `render_paper`, for the first paper that waits; those in `leaving` are passed over."""
    return papers.draw_next(_with_contracts(), documents.contract_pdf, now=now, leaving=leaving)


def _with_contracts() -> QuerySet[ContractPaper]:
    return ContractPaper.objects.select_related("contract")
