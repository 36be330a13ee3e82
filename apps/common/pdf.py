"""From HTML to PDF: the one place that knows WeasyPrint.

A document consists of its HTML, `static/css/document.css` and the portal's own fonts. Nothing is fetched from anywhere:
what asks for an address stops the drawing. Equal HTML gives equal bytes.

Each document is drawn in a child of this process with limits on memory and time, so a document that hangs, grows or
crashes costs itself alone. The parent draws a page that has a bit of everything before its first child, so that
children inherit warm fonts and caches: each of them would pay for these anew, a third of the time of a one-page paper.
"""

import atexit
import contextlib
import functools
import importlib
import logging
import os
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from django.conf import settings

from apps.common import child

SECONDS = 20
MEMORY = child.MEMORY
FONTS = settings.BASE_DIR / "static" / "fonts" / "ttf"
STYLE = settings.BASE_DIR / "static" / "css" / "document.css"
_FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
# Both scripts in every weight, a drawing, numbered pages, and each kind of table.
_A_BIT_OF_EVERYTHING = """\
<html lang="ar" dir="rtl"><head><title>سطر</title><meta name="author" content="سطر"></head><body>
<div class="footer">سطر • <bdi dir="ltr">1</bdi> <span class="page"></span> <span class="pages"></span></div>
<table class="letterhead"><tr>
<td><svg class="brand" viewBox="0 0 34 34"><circle cx="17" cy="17" r="13" stroke="#2f8f63" fill="none"/>
<path d="M17 4a13 13 0 1 1-11.9 18.2" stroke="#104631" stroke-linecap="round" fill="none"/></svg></td>
<td class="portal">سطر</td><td class="kind">سطر Line</td></tr></table>
<h1>سطر 1</h1>
<table class="facts"><tr><th>سطر</th><td><b>سطر Line 1</b></td></tr></table>
<div class="amount"><p class="label">سطر</p><p class="big">سطر <bdi dir="ltr">1.00</bdi></p></div>
<h2>سطر</h2>
<table class="list branches"><thead><tr><th class="who">سطر</th><th class="num">Line</th></tr></thead>
<tbody><tr><th>سطر</th><td class="num"><bdi dir="ltr">1.00</bdi></td></tr></tbody>
<tfoot><tr><th>سطر</th><td class="num">1.00</td></tr></tfoot></table>
<p class="note">سطر Line 1</p>
<table class="list lines explained"><tbody><tr class="head"><th><span>سطر</span></th><td class="num">1.00</td></tr>
<tr><td colspan="2" class="why"><span>سطر Line 1</span></td></tr></tbody></table>
<div class="legal"><p>سطر</p></div></body></html>
"""


class NotDrawn(Exception):
    """The document could not be drawn; the message says why, in English, for the log and for staff."""


def draw(html: str, *, seconds: int = SECONDS) -> bytes:
    """The PDF of an HTML document.

    Raises `NotDrawn` when the HTML asks for an address, when the drawing needs more than so many seconds of processor
    time or 512 MiB of memory, or when it breaks off for any other reason.
    """
    engine = _engine()
    try:
        content = child.run(lambda: engine.draw(html), seconds=seconds, memory=MEMORY)
    except child.ChildFailed as failure:
        raise NotDrawn(str(failure)) from failure
    if not content.startswith(b"%PDF-"):
        raise NotDrawn("what was drawn is no PDF")
    return content


@functools.cache
def _engine() -> "_Engine":
    atexit.register(_engine.cache_clear)  # the fonts must go before the libraries that hold them
    return _Engine()


class _Engine:
    """WeasyPrint with our fonts, our style and no way out; made once per process, because it takes a second or two."""

    def __init__(self):
        for chatty in ("weasyprint.progress", "fontTools"):
            logging.getLogger(chatty).setLevel(logging.WARNING)
        with _own_fonts():
            self.weasyprint = importlib.import_module("weasyprint")
            fonts = importlib.import_module("weasyprint.text.fonts")
            self.fetcher = _closed_fetcher(importlib.import_module("weasyprint.urls"))
            self.fonts = fonts.FontConfiguration()
            self.style = self.weasyprint.CSS(string=STYLE.read_text(), font_config=self.fonts, url_fetcher=self.fetcher)
            self.draw(_A_BIT_OF_EVERYTHING)

    def draw(self, html: str) -> bytes:
        document = self.weasyprint.HTML(string=html, url_fetcher=self.fetcher)
        return document.write_pdf(font_config=self.fonts, stylesheets=[self.style])


@contextlib.contextmanager
def _own_fonts():
    """The fonts are looked for while WeasyPrint is loaded; what this process starts later keeps its own setting."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_write_fontconfig())
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def _closed_fetcher(urls):
    class ClosedFetcher(urls.URLFetcher):
        def fetch(self, url, headers=None):
            raise urls.FatalURLFetchingError(f"the document asked for {url}")

    return ClosedFetcher()


def _write_fontconfig() -> Path:
    """The portal's fonts and no others, so that a document looks the same wherever it is drawn."""
    folder = settings.RUNTIME_DIR / "fontconfig"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=folder, delete=False) as draft:
        draft.write(_FONTCONFIG.format(fonts=escape(str(FONTS)), cache=escape(str(folder / "cache"))))
    return Path(draft.name).replace(folder / "fonts.conf")
