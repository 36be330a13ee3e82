"""The contract on paper: who gets which, what it says, and when there is a new one."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.common.periods import Month
from apps.contracts import documents, services
from apps.contracts.models import ContractPaper
from apps.timesheets.services import reopen_months
from tests import factories, papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(establishment, noura):
    """A contract that was offered and accepted."""
    user = factories.make_user(full_name="سلمى الشمري")
    person = factories.make_subscriber(full_name_ar="سلمى الشمري", full_name_en="Salma Alshammari", user=user)
    offer = factories.make_offer(establishment=establishment, subscriber=person, offered_by=noura)
    return services.accept_offer(offer_id=offer.pk, by=user, now=timezone.now(), reopen_months=reopen_months)


def ask(contract, *, language="en", shows_id=True) -> ContractPaper:
    return services.request_paper(contract=contract, language=language, shows_id=shows_id, now=timezone.now())


def test_the_paper_names_the_parties_the_terms_and_both_acceptances(agreed):
    html = documents.contract_html(ask(agreed))
    for words in ("Sanabel Bakery", "Salma Alshammari", agreed.contract_no, "31.25", "250.00", "27/2/12", "95 hours"):
        assert words in html
    assert agreed.subscriber.national_id in html
    assert "نورة العتيبي" in html
    assert html.count("Salma Alshammari") == 2
    assert "سلمى الشمري" not in html
    assert "It was not accepted here" not in html


def test_who_accepted_under_another_name_is_called_by_that(agreed):
    agreed.subscriber.user.full_name = "سلمى بنت فهد"
    agreed.subscriber.user.save()
    html = documents.contract_html(ask(agreed))
    assert "سلمى بنت فهد" in html
    assert html.count("Salma Alshammari") == 1


def test_who_may_not_see_the_id_gets_it_masked(agreed):
    html = documents.contract_html(ask(agreed, shows_id=False))
    assert agreed.subscriber.national_id not in html
    assert agreed.subscriber.national_id[-3:] in html


def test_a_contract_that_came_by_a_file_says_so(contract):
    html = documents.contract_html(ask(contract))
    assert "It was not accepted here" in html
    assert "with their own accounts" not in html


def test_the_same_terms_are_the_same_paper_and_other_terms_another(agreed, noura):
    first = ask(agreed)
    assert ask(agreed) == first
    assert ask(agreed, language="ar") != first
    services.set_wage(
        contract_id=agreed.pk, month=Month(2026, 12), hourly_wage=Decimal(40), by=noura, now=timezone.now()
    )
    second = ask(agreed)
    assert second != first
    assert "40.00" in documents.contract_html(second)
    first.refresh_from_db()
    assert "40.00" not in documents.contract_html(first)


def test_a_paper_is_drawn_once_in_both_languages(agreed):
    for language, title in (("ar", "عقد عمل مرن"), ("en", "Flexible-work contract")):
        paper = ask(agreed, language=language)
        drawn = services.render_paper(paper_id=paper.pk, now=timezone.now())
        content = bytes(drawn.content)
        assert len(papers.pages(content)) == 1
        assert "31.25" in papers.text(content)
        assert agreed.contract_no in papers.text(content)
        assert language == "ar" or title in papers.text(content)
        assert services.render_paper(paper_id=paper.pk, now=timezone.now()) is None


def address(contract, name, *more, number=None):
    return reverse(
        f"contracts:{name}", args=[number or contract.establishment.unified_number, contract.public_id, *more]
    )


@pytest.mark.parametrize(("role", "shows_id"), [("supervisor", True), ("accountant", False), ("viewer", False)])
def test_a_member_gets_the_paper_of_his_role(client, establishment, agreed, role, shows_id):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    page = client.post(address(agreed, "paper_request"), {"language": "en"})
    paper = ContractPaper.objects.get()
    assert paper.shows_id == shows_id
    assert "hx-get" in client.get(page["Location"]).content.decode()
    services.render_next_paper(now=timezone.now())
    assert client.get(page["Location"]).status_code == 200
    file = client.get(address(agreed, "paper_download", paper.public_id))
    assert (agreed.subscriber.national_id in papers.text(b"".join(file.streaming_content))) == shows_id


def test_the_paper_with_the_whole_id_is_not_for_those_who_may_not_see_it(client, establishment, agreed):
    paper = ask(agreed)
    services.render_next_paper(now=timezone.now())
    client.force_login(factories.make_member("عضو", establishment=establishment, role="viewer"))
    for name in ("paper_detail", "paper_download"):
        assert client.get(address(agreed, name, paper.public_id)).status_code == 404


def test_a_subscriber_gets_his_own_and_no_other(client, agreed, contract):
    client.force_login(agreed.subscriber.user)
    page = client.post(reverse("own:paper_request", args=[agreed.public_id]), {"language": "ar"})
    assert client.get(page["Location"]).status_code == 200
    assert client.post(reverse("own:paper_request", args=[contract.public_id]), {"language": "ar"}).status_code == 404
    assert client.post(reverse("own:paper_request", args=[agreed.public_id]), {"language": "fr"}).status_code == 404


def test_an_early_end_is_on_the_next_paper_without_a_wage_that_never_came(agreed, noura):
    services.set_wage(
        contract_id=agreed.pk, month=Month(2026, 12), hourly_wage=Decimal(40), by=noura, now=timezone.now()
    )
    services.terminate_contract(
        contract_id=agreed.pk,
        last_day=datetime.date(2026, 11, 10),
        reason="انتهاء المشروع",
        by=noura,
        now=timezone.now(),
        months_worked_after=lambda contract, day: (),
    )
    agreed.refresh_from_db()
    html = documents.contract_html(ask(agreed))
    assert "انتهاء المشروع" in html
    assert "10 November 2026" in html
    assert "40.00" not in html
