"""Filters and components: islands, escaping, fields with their hints and errors, icons that exist."""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils import translation

from apps.common.templatetags import components

TEMPLATES = settings.BASE_DIR / "templates"


@dataclass
class Step:
    template: str
    values: dict


def render(name: str, **context) -> str:
    return " ".join(render_to_string(f"components/{name}.html", context).split())


def test_numbers_stand_in_islands():
    assert components.money(Decimal("-1939.2")) == '<bdi dir="ltr">\u22121,939.20</bdi>'
    assert components.riyals(Decimal("5")) == '<bdi dir="ltr">5.00</bdi> ريال'
    assert components.hours(450) == '<bdi dir="ltr">7.5</bdi>'
    assert components.masked_id("1012345072") == '<bdi dir="ltr">1••••••072</bdi>'


def test_what_stands_in_an_island_is_escaped():
    assert components.island("<script>") == '<bdi dir="ltr">&lt;script&gt;</bdi>'


def test_a_step_is_a_sentence_with_its_amounts_in_islands_and_everything_escaped():
    step = Step("%(days)s × %(wage)s <b>", {"days": ("days", 8), "wage": ("money", 32000)})
    assert components.step(step) == '8 أيام × <bdi dir="ltr">320.00</bdi> ريال &lt;b&gt;'


def test_the_reasons_of_a_number_are_the_very_steps():
    steps = [Step("%(days)s", {"days": ("days", 8)}), Step("%(rate)s", {"rate": ("rate", 9500)})]
    html = render("why", summary="لماذا هذا الرقم؟", steps=steps)
    assert '<li>8 أيام</li><li><bdi dir="ltr">9.5%</bdi></li>' in html
    assert " open" not in html


class WageForm(forms.Form):
    wage = forms.CharField(label="الأجر", help_text="بالريال")
    reason = forms.CharField(label="السبب", required=False)
    kind = forms.ChoiceField(label="النوع", choices=[("a", "أ"), ("b", "ب")], widget=forms.RadioSelect)


def test_a_field_names_its_hint_and_its_error_to_screen_readers():
    form = WageForm({"wage": "", "kind": "x"})
    html = render("field", field=form["wage"], ltr=True)
    described = re.search(r'aria-describedby="([^"]+)"', html)[1].split()
    assert described == ["id_wage_helptext", "id_wage_error"]
    assert all(f'id="{name}"' in html for name in described)
    assert 'aria-invalid="true"' in html
    assert 'dir="ltr"' in html
    assert '<label for="id_wage">' in html


def test_a_field_that_may_stay_empty_says_so():
    assert "(اختياري)" in render("field", field=WageForm()["reason"])


def test_a_choice_among_buttons_is_a_group_with_a_legend():
    html = render("field", field=WageForm()["kind"])
    assert html.startswith("<fieldset")
    assert "النوع</legend>" in html


def test_the_summary_links_every_error_to_its_field():
    form = WageForm({"wage": "", "kind": "x"})
    form.add_error(None, "لا يمكن الحفظ")
    html = render("error_summary", form=form)
    assert 'href="#id_wage"' in html
    assert 'href="#id_kind"' in html
    assert "<li>لا يمكن الحفظ</li>" in html
    assert render("error_summary", form=WageForm()) == ""


def test_done_stages_are_said_in_words():
    html = render("steps", label="مراحل الشهر", stages=["إدخال", "إقرار", "فاتورة"], current=2)
    assert html.count("(تمت)") == 1
    assert html.count('aria-current="step"') == 1


def test_a_bar_without_a_label_is_silent_and_its_numbers_are_plain_in_every_language():
    for language in ("ar", "en"):
        with translation.override(language):
            html = render("meter", value=12345, max=57000)
        assert 'value="12345" max="57000" aria-hidden="true"' in html


def test_the_ring_counts_in_days():
    html = render("ring", done=22, pending=4, total=30, words="من 30 يومًا")
    assert 'pathLength="30" stroke-dasharray="26 30"' in html
    assert 'pathLength="30" stroke-dasharray="22 30"' in html
    assert "stroke-dasharray" not in render("ring", done=0, pending=0, total=30, words="من 30 يومًا")


def test_pages_near_and_far_are_offered():
    pages = Paginator(range(1000), 25)
    assert components.page_range(pages.page(20)) == [1, None, 17, 18, 19, 20, 21, 22, 23, None, 40]
    assert components.page_range(Paginator(range(30), 25).page(1)) == [1, 2]


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.relative_to(TEMPLATES).as_posix()
)
def test_every_icon_exists(path: Path):
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (settings.BASE_DIR / "static/img/icons.svg").read_text()))
    source = path.read_text()
    wanted = set(re.findall(r'\bicon[ =]"([^"]+)"', source))
    assert wanted <= drawn
