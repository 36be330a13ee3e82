"""A subscriber sees what he has earned, why, and when the next month completes; nobody else sees it."""

import io
import re

import pytest
from pypdf import PdfReader

from apps.accruals.models import SubscriberMonth
from apps.certificates.models import Statement
from tests import factories
from tests.scene import draw, make_scene


@pytest.fixture
def scene(transactional_db):
    return make_scene()


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def test_the_ring_says_what_the_books_say_and_why(walk, scene):
    """Read in English, where one and two are figures too."""
    visitor = walk(scene.worker, language="en").go("/me/")
    last = SubscriberMonth.objects.filter(subscriber=scene.worker.subscriber).order_by("-month").first()
    months, days = divmod(last.total_credited_days, 30)
    assert numbers(visitor.page.locator(".ring").inner_text())[:2] == [days, 30]
    facts = visitor.page.locator(".hero dl.facts dd").all_inner_texts()
    assert numbers(facts[0])[0] == months
    assert numbers(facts[1])[0] == last.total_days or numbers(facts[1])[0] == last.total_credited_days
    assert visitor.page.locator("details.why[open] li").count() >= 3


def test_the_calendar_of_a_month_adds_up_to_its_table(walk, scene):
    visitor = walk(scene.worker).go("/me/hours/2026-08/")
    text = visitor.text()
    assert "88.5" in text
    assert "61" in text
    assert "مخبز السنابل" in text
    assert "مطعم الديرة" in text


def test_a_shared_address_asks_again_when_the_next_month_completes(walk, scene):
    visitor = walk(scene.worker).go("/me/")
    visitor.page.locator("input[name=weekly]").fill("20")
    visitor.follow(visitor.page.locator("#outlook button").click)
    answer = visitor.page.locator(".answer").inner_text()
    assert re.search(r"\d{1,2} \S+ 202\d", answer)
    again = walk(scene.worker, scripts=False).go(visitor.page.url.removeprefix(visitor.origin))
    assert again.page.locator(".answer").inner_text() == answer
    visitor.go("/me/?weekly=0")
    visitor.go("/me/?weekly=167")
    assert "95" in visitor.page.locator("#outlook").inner_text()
    visitor.go("/me/?weekly=abc", echoes=("abc",))
    assert visitor.page.locator("#outlook .error").count() == 1


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "30 يومًا"), (8, "29 يومًا"), (16, "28 يومًا"), (88, "19 يومًا")],
)
def test_days_are_counted_in_arabic(walk, transactional_db, hours, words):
    contract = factories.make_contract()
    user = factories.make_user(national_id=contract.subscriber.national_id)
    contract.subscriber.user = user
    contract.subscriber.save()
    if hours:
        factories.make_month(contract, factories.SEPTEMBER, hours)
    else:
        factories.make_invoice()
        factories.make_month(contract, factories.SEPTEMBER.next, 1)
    if hours:
        factories.close_month(factories.SEPTEMBER)
    assert words in walk(user).go("/me/").text()


def test_a_statement_is_asked_for_drawn_and_taken_away(walk, scene):
    visitor = walk(scene.worker).go("/me/statements/")
    visitor.press("كشف بالعربية")
    draw()
    button = visitor.page.get_by_role("link", name="كشف بالعربية")
    button.wait_for()
    visitor.look()
    with visitor.page.expect_download() as download:
        button.click()
    paper = download.value.path().read_bytes()
    assert Statement.objects.get().content == paper
    assert PdfReader(io.BytesIO(paper)).pages
    visitor.go("/me/statements/")


def test_an_employer_who_is_no_subscriber_has_no_such_pages(walk, scene):
    walk(scene.owner).go("/me/", status=404).go("/me/hours/", status=404).go("/me/statements/", status=404)


def test_one_subscriber_does_not_find_the_statement_of_another(walk, scene):
    mine = walk(scene.worker).go("/me/statements/")
    mine.press("كشف بالعربية")
    address = mine.page.url.removeprefix(mine.origin)
    other = factories.make_subscriber()
    other.user = factories.make_user(national_id=other.national_id)
    other.save()
    walk(other.user).go(address, status=404)
