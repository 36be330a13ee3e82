"""A declaration on paper: what stands on it, that it is drawn once, and that it stays."""

import datetime
import hashlib
import io

import pypdf
import pytest

from apps.common.periods import Month
from apps.timesheets import documents, services
from apps.timesheets.models import Declaration, DeclarationPaper
from apps.timesheets.tasks import render_missing_declarations
from tests import factories
from tests.timesheets.pages import address, said
from tests.timesheets.test_reopening import attest, enter, reopen

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)
TODAY = datetime.date(2026, 10, 3)


@pytest.fixture
def declaration(contract, noura, clock):
    clock.move_to(factories.at(TODAY))
    factories.make_month(contract, SEPTEMBER, "37.5")
    attest(contract.establishment, noura)
    return Declaration.objects.get()


def paper_of(declaration, language="ar"):
    return services.request_paper(declaration=declaration, language=language, now=factories.at(TODAY))


def text_of(paper) -> str:
    reader = pypdf.PdfReader(io.BytesIO(bytes(paper.content)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_paper_names_signer_reference_hours_and_digest(declaration, noura, contract):
    html = " ".join(documents.declaration_html(paper_of(declaration)).split())
    for words in ("إقرار ساعات العمل", noura.full_name, "مالك", declaration.reference, declaration.digest, "37.5"):
        assert words in html
    assert contract.contract_no in html
    assert contract.subscriber.national_id not in html
    assert html.count('<th class="day">') == 30
    assert '<td class="day">5.5</td>' in html


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_pdf_holds_reference_and_digest_and_lies_on_its_side(declaration, language):
    paper = services.render_paper(paper_id=paper_of(declaration, language).pk, now=factories.at(TODAY))
    assert declaration.reference in text_of(paper)
    assert declaration.digest in text_of(paper)
    page = pypdf.PdfReader(io.BytesIO(bytes(paper.content))).pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert hashlib.sha256(bytes(paper.content)).hexdigest() == paper.sha256


def test_an_opened_month_leaves_the_paper_as_it_is_and_a_later_one_still_shows_the_first_hours(
    declaration, noura, contract
):
    establishment = contract.establishment
    paper = services.render_paper(paper_id=paper_of(declaration).pk, now=factories.at(TODAY))
    reopen(establishment, noura)
    enter(contract, noura, 20, 8)
    attest(establishment, noura)
    again = paper_of(declaration)
    assert (again.pk, again.sha256) == (paper.pk, paper.sha256)
    assert services.render_paper(paper_id=paper.pk, now=factories.at(TODAY)) is None
    assert "37.5" in documents.declaration_html(paper_of(declaration, "en"))


def test_many_contracts_are_printed_as_totals(declaration, monkeypatch):
    monkeypatch.setattr(documents, "CONTRACTS_WITH_DAYS", 0)
    html = documents.declaration_html(paper_of(declaration))
    assert 'class="day"' not in html
    assert 'class="wide"' not in html
    assert "37.5" in html


def test_a_month_without_work_says_so_on_paper(contract, noura, clock):
    clock.move_to(factories.at(TODAY))
    moment = {"now": factories.at(TODAY), "today": TODAY}
    services.declare_nil(establishment=contract.establishment, month=SEPTEMBER, by=noura, **moment)
    assert "لم يعمل أحد في سبتمبر 2026" in documents.declaration_html(paper_of(Declaration.objects.get()))


def test_the_sweep_draws_what_waits(declaration):
    paper_of(declaration)
    render_missing_declarations()
    assert DeclarationPaper.objects.get().is_ready


def test_the_paper_is_asked_for_awaited_and_fetched(client, noura, declaration, establishment):
    client.force_login(noura)
    page = f"{address(establishment, SEPTEMBER)}declarations/{declaration.public_id}/"
    assert client.post(f"{page}pdf/", {"language": "fr"}).status_code == 404
    waiting = client.post(f"{page}pdf/", {"language": "ar"}).url
    assert "المستند قيد الإعداد" in said(client.get(waiting))
    assert client.get(f"{waiting}file/").status_code == 404
    paper = services.render_paper(paper_id=DeclarationPaper.objects.get().pk, now=factories.at(TODAY))
    assert paper.sha256 in said(client.get(waiting))
    file = client.get(f"{waiting}file/")
    assert b"".join(file.streaming_content) == bytes(paper.content)
    assert f"{waiting}file/" in said(client.get(address(establishment, SEPTEMBER, "month_attested")))


def test_another_s_declaration_is_nobody_s(client, declaration, establishment, salem):
    client.force_login(salem)
    number = salem.memberships.get().establishment.unified_number
    for place in (establishment.unified_number, number):
        page = f"/e/{place}/hours/{SEPTEMBER}/declarations/{declaration.public_id}/"
        assert client.get(page).status_code == client.post(f"{page}pdf/", {"language": "ar"}).status_code == 404
