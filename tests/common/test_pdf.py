"""Drawing a PDF: the portal's own fonts, nothing fetched, equal bytes, and a child that can fail alone."""

import io
import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from pypdf import PdfReader

from apps.common import pdf

PAGE = '<!doctype html><html lang="{lang}" dir="{dir}"><head><title>{title}</title></head><body>{body}</body></html>'


def page(body: str, *, lang: str = "ar", title: str = "ورقة") -> str:
    return PAGE.format(lang=lang, dir="rtl" if lang == "ar" else "ltr", title=title, body=body)


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def fonts(reader: PdfReader) -> set[str]:
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for sheet in reader.pages
        for font in sheet["/Resources"]["/Font"].values()
    }


def test_equal_html_gives_equal_bytes():
    html = page("<h1>فاتورة</h1><p>SAR 1,234.50</p>")
    assert pdf.draw(html) == pdf.draw(html)


def test_a_paper_carries_title_language_and_only_the_portal_s_fonts():
    reader = read(pdf.draw(page("<p>نص عربي <b>and English</b> 123 ½ 漢</p>")))
    assert reader.metadata.title == "ورقة"
    assert reader.trailer["/Root"]["/Lang"] == "ar"
    assert {name.partition("-Plex")[0] for name in fonts(reader)} == {"IBM"}


def test_text_is_found_again():
    text = read(pdf.draw(page("<p>Total 4,651.27 for Ahmad</p>", lang="en"))).pages[0].extract_text()
    assert "Total 4,651.27 for Ahmad" in text


@pytest.mark.parametrize(
    "body",
    [
        '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:1/x.png">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<link rel="stylesheet" href="http://127.0.0.1:1/x.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<style>@import url("http://127.0.0.1:1/x.css");</style>',
        '<style>@font-face { font-family: X; src: url("file:///etc/passwd") }</style><p>x</p>',
        '<p style="background: url(http://127.0.0.1:1/x.png)">x</p>',
        '<object data="file:///etc/passwd"></object>',
        '<base href="file:///etc/"><img src="passwd">',
    ],
)
def test_whatever_asks_for_an_address_is_not_drawn(body):
    with pytest.raises(pdf.NotDrawn, match="asked for"):
        pdf.draw(page(body))


def test_a_picture_inside_a_drawing_is_left_out():
    body = '<svg width="9" height="9"><image xlink:href="file:///etc/passwd" width="9" height="9"/></svg>'
    reader = read(pdf.draw(page(body)))
    assert "root:" not in reader.pages[0].extract_text()
    assert not list(reader.pages[0].images)


def test_a_link_may_be_printed_but_is_not_followed():
    assert pdf.draw(page('<a href="http://127.0.0.1:1/">x</a>')).startswith(b"%PDF-")


def test_a_drawing_that_takes_too_long_ends_and_the_next_one_goes_on():
    rows = "<tr><td>1<td>2<td>3<td>4<td>5" * 20_000
    with pytest.raises(pdf.NotDrawn, match=r"SIGXCPU|SIGKILL|nothing came"):
        pdf.draw(page(f"<table>{rows}</table>"), seconds=1)
    assert pdf.draw(page("<p>x</p>")).startswith(b"%PDF-")


def test_a_drawing_that_grows_too_large_ends_and_the_next_one_goes_on(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "MEMORY", 2**20)
        with pytest.raises(pdf.NotDrawn):
            pdf.draw(page("<p>long</p>" * 50_000))
    assert pdf.draw(page("<p>x</p>")).startswith(b"%PDF-")


def test_a_drawing_that_is_killed_takes_nobody_along(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(pdf._engine(), "draw", lambda html: os.kill(os.getpid(), signal.SIGKILL))
        with pytest.raises(pdf.NotDrawn, match="SIGKILL"):
            pdf.draw(page("<p>x</p>"))
    assert pdf.draw(page("<p>x</p>")).startswith(b"%PDF-")


def test_a_fault_in_the_drawing_is_told(monkeypatch):
    def fail(html):
        raise RuntimeError("no ink")

    monkeypatch.setattr(pdf._engine(), "draw", fail)
    with pytest.raises(pdf.NotDrawn, match="RuntimeError: no ink"):
        pdf.draw(page("<p>x</p>"))


def test_no_child_is_left_behind(monkeypatch):
    """The one child is waited for; whatever else this process has started (a browser) is none of the drawing's."""
    fork, children = os.fork, []
    monkeypatch.setattr(os, "fork", lambda: children.append(fork()) or children[-1])
    pdf.draw(page("<p>x</p>"))
    assert len(children) == 1
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0], os.WNOHANG)


def test_the_setting_of_its_fonts_reaches_no_other_program_that_this_process_starts(monkeypatch):
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    assert pdf._Engine().draw(page("<p>x</p>")).startswith(b"%PDF-")
    assert "FONTCONFIG_FILE" not in os.environ


def test_the_web_never_loads_the_library():
    program = "import django, sys; django.setup(); import config.urls; sys.exit('weasyprint' in sys.modules)"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    subprocess.run([sys.executable, "-c", program], cwd=settings.BASE_DIR, env=environment, check=True)
