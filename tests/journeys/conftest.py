"""Chromium walks the portal as people do; after every step one look finds what no page may ever have."""

import os
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve
from playwright.sync_api import BrowserContext, Locator, Page, Response, sync_playwright

from tests.factories import PASSWORD
from tests.sessions import sign_in_afresh

AXE = next(Path(find_spec("axe_playwright_python").origin).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Violations alone, named by their HTML: what passes, and a selector for each element, would cost half as much again.
RUN_AXE = """([tags, contrast]) => axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    rules: {'target-size': {enabled: true}, 'color-contrast': {enabled: contrast}},
    resultTypes: ['violations'], selectors: false, iframes: false,
})"""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# The first is the one without a window, a little quicker.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
LAYOUTS = (320, 390, 768, 1280)
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
}).slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""
# What a page is made of, whatever it says: each element within its parent, by its name, class and attributes.
SHAPES = """() => {
    const state = /^(role|hidden|disabled|aria-(hidden|invalid|expanded|current|sort))$/;
    const said = ({name, value}) => state.test(name) ? `${name}=${value}` : name;
    const shape = (one) => `${one.tagName}.${one.className} ${[...one.attributes].map(said).sort()}`;
    const within = (one) => `${shape(one.parentElement)} > ${shape(one)}`;
    return [...new Set([...document.querySelectorAll('body, body *')].map(within))];
}"""
FOREIGN_DIGITS = re.compile(r"[٠-٩۰-۹]")
UNFINISHED = ("\ufffd", "{", "}", "%(", "None")


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    # Playwright keeps an event loop in this thread; the tests use the database from it as ever.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
        )
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Walk:
    """One visitor's browser. Steps that lead to a page look at it before they return."""

    titles: dict[tuple[str, str], str] = {}
    shapes: dict[tuple, set[str]] = {}

    def __init__(self, context: BrowserContext, origin: str, language: str, *, scripts: bool = True):
        self.context, self.origin, self.language, self.scripts = context, origin, language, scripts
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.response: Response | None = None
        self.noise: list[str] = []
        self.strangers: list[str] = []
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))
        self.page.on("request", self._watch)
        self.page.on("response", self._keep)

    def _listen(self, message) -> None:
        refused = message.text.startswith("Failed to load resource") and message.location["url"] == self.page.url
        if message.type == "error" and not refused:
            self.noise.append(message.text)

    def _watch(self, request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:", "about:")):
            self.strangers.append(request.url)

    def _keep(self, response: Response) -> None:
        if response.request.is_navigation_request() and response.frame == self.page.main_frame:
            self.response = response

    # Steps.

    def sign_in_as(self, user) -> "Walk":
        """The visitor has signed in, without walking there."""
        client = Client()
        sign_in_afresh(client, user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.origin}])
        return self

    def sign_in(self, user, password: str = PASSWORD) -> "Walk":
        """The visitor signs in at the door with the keyboard alone."""
        self.go("/account/login/")
        self.page.locator("input[name=login]").focus()
        self.page.keyboard.type(user.national_id)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(password)
        return self.follow(lambda: self.page.keyboard.press("Enter"))

    def go(self, path: str, *, status: int = 200, **look) -> "Walk":
        return self.follow(lambda: self.page.goto(f"{self.origin}{path}"), status=status, **look)

    def press(self, name: str | re.Pattern, *, role: str = "button", status: int = 200, **look) -> "Walk":
        """Presses a button, or follows a link, by its name."""
        exact = isinstance(name, str)
        target = self.page.get_by_role(role, name=name, exact=exact).first
        return self.follow(target.click, status=status, **look)

    def follow(self, act, *, status: int = 200, **look) -> "Walk":
        """Does what leads to another page and looks at that one."""
        with self.page.expect_navigation():
            act()
        self.page.wait_for_load_state("load")
        assert self.response.status == status, self.page.inner_text("main")[:500]
        self.look(**look)
        return self

    # The look.

    def look(self, *, axe: bool = True, echoes: tuple[str, ...] = ()) -> None:
        """What no page may have; `echoes` are texts of the visitor's own that the page repeats."""
        self.page.evaluate("document.fonts.ready.then(() => true)")
        html = self.page.locator("html")
        assert html.get_attribute("lang") == self.language
        assert html.get_attribute("dir") == ("rtl" if self.language == "ar" else "ltr")
        assert self.page.locator("h1").count() == 1, self.page.locator("h1").all_inner_texts()
        assert not self.noise
        assert not self.strangers
        self._look_at_title()
        self._look_at_text(echoes)
        self.look_at_layout()
        if axe and self.scripts:
            self.look_with_axe()

    def _look_at_title(self) -> None:
        title, path = self.page.title(), self.page.url.removeprefix(self.origin).partition("?")[0]
        assert title
        if self.response.status == 200:
            view = resolve(path).view_name
            assert self.titles.setdefault((self.language, title), view) == view, f"{title!r} is the title of two pages"

    def _look_at_text(self, echoes: tuple[str, ...]) -> None:
        text = self.page.locator("body").inner_text()
        for repeated in echoes:
            text = text.replace(repeated, "")
        assert not [mark for mark in UNFINISHED if mark in text], text
        assert not FOREIGN_DIGITS.findall(text), text

    def look_at_layout(self, *widths: int) -> None:
        """Nothing lies beside the page; with widths, at each of them."""
        before = self.page.viewport_size
        for width in widths or (before["width"],):
            if widths:
                self.page.set_viewport_size({"width": width, "height": before["height"]})
            size = self.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert size[0] == size[1], f"{size[0]} px in {size[1]}: {self.page.evaluate(TOO_WIDE)}"
        self.page.set_viewport_size(before)

    def look_at_all_widths(self) -> None:
        """Four widths, and axe at the narrow one too."""
        self.look_at_layout(*LAYOUTS)
        before = self.page.viewport_size
        self.page.set_viewport_size(NARROW)
        self.look_with_axe()
        self.page.set_viewport_size(before)

    def forget(self) -> None:
        """What was noticed so far is reported; the next page begins anew."""
        self.noise.clear()
        self.strangers.clear()
        self.page.set_viewport_size(WIDE)

    def look_with_axe(self) -> None:
        """What axe has seen of this page at this width, in this language, it is not shown again by the same worker.

        Colours, two thirds of its work, are the same in both.
        """
        path = self.page.url.removeprefix(self.origin).partition("?")[0]
        view = resolve(path).view_name if self.response.status == 200 else self.response.status
        width, shapes = self.page.viewport_size["width"], set(self.page.evaluate(SHAPES))
        known = self.shapes.setdefault((view, width, self.language), set())
        coloured = self.shapes.setdefault((view, width), set())
        if shapes <= known:
            return
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        found = self.page.evaluate(RUN_AXE, [AXE_TAGS, not shapes <= coloured])["violations"]
        assert not [(each["id"], each["help"], [node["html"][:200] for node in each["nodes"]]) for each in found]
        known |= shapes
        coloured |= shapes

    # Words on the page.

    def text(self) -> str:
        """All that can be read, in one line."""
        return " ".join(self.page.locator("body").inner_text().split())

    def field(self, name: str) -> Locator:
        return self.page.locator(f'[name="{name}"]')


@pytest.fixture
def walk(browser, live_server):
    """Makes visitors: `walk(user)` in Arabic on a wide screen, or as it is said."""
    contexts = []

    def start(user=None, *, language: str = "ar", scripts: bool = True, size: dict = WIDE) -> Walk:
        context = browser.new_context(
            viewport=size, java_script_enabled=scripts, locale="fr-FR", timezone_id="Asia/Riyadh", accept_downloads=True
        )
        contexts.append(context)
        if language != "ar":
            cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": live_server.url}
            context.add_cookies([cookie])
        visitor = Walk(context, live_server.url, language, scripts=scripts)
        return visitor.sign_in_as(user) if user else visitor

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def page_ar(walk):
    return walk()


@pytest.fixture
def page_en(walk):
    return walk(language="en")


@pytest.fixture
def page_nojs(walk):
    return walk(scripts=False)
