"""The key pages and papers look as they did when somebody last looked at them and found them good.

`LOOK=new python3 manage.py test tests/journeys/test_look.py` takes the pictures anew, to be looked at before they are
kept. What differs is left beside the test's other output, as `<name>.seen.png` in the folder that the failure names.
"""

import io
import os
import subprocess
from pathlib import Path

import pytest
from django.urls import reverse
from PIL import Image, ImageChops, ImageFilter

from tests.journeys.conftest import NARROW, WIDE
from tests.scene import AUGUST, OCTOBER, SEPTEMBER, draw, make_scene, statement_of

PICTURES = Path(__file__).parent / "looks"
IS_NEW = os.environ.get("LOOK") == "new"
# A soft look: edges of letters may be drawn a little otherwise by another browser, words and boxes may not.
BLUR, NOTICED, TOLERATED = 1.5, 40, 0.002
COLOURS = 64


@pytest.fixture
def scene(transactional_db):
    return make_scene()


def pages(scene) -> dict[str, tuple]:
    """Name → (visitor, view, arguments) of the twelve pages that matter most."""
    here = {"unified_number": scene.number}
    return {
        "landing": (None, "portal:landing", {}),
        "sign-in": (None, "account_login", {}),
        "employer-home": (scene.owner, "portal:employer_home", here),
        "contracts": (scene.owner, "contracts:contract_list", here),
        "contract": (scene.owner, "contracts:contract_detail", {**here, "public_id": scene.contracts[0].public_id}),
        "hours": (scene.owner, "timesheets:month_grid", {**here, "month": OCTOBER}),
        "attest": (scene.owner, "timesheets:month_attest", {**here, "month": SEPTEMBER}),
        "preview": (scene.owner, "invoices:bill_preview", {**here, "month": OCTOBER}),
        "invoices": (scene.owner, "invoices:invoice_list", here),
        "invoice": (scene.owner, "invoices:invoice_detail", {**here, "public_id": scene.invoice.public_id}),
        "subscriber-home": (scene.worker, "portal:subscriber_home", {}),
        "subscriber-month": (scene.worker, "portal:subscriber_month", {"month": AUGUST}),
    }


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_key_pages_look_as_they_should(walk, scene, tmp_path, language, size):
    faults, visitors = [], {}
    for name, (user, view, arguments) in pages(scene).items():
        if user not in visitors:
            visitors[user] = walk(user, language=language, size=size)
        visitor = visitors[user].go(reverse(view, kwargs=arguments), axe=False)
        seen = visitor.page.screenshot(full_page=True, animations="disabled", caret="hide")
        faults += compare(f"{name}-{language}-{size['width']}", seen, tmp_path)
    assert not faults, "\n".join(faults)


def test_papers_look_as_they_should(scene, tmp_path):
    statement_of(scene.worker)
    draw()
    papers = {
        "invoice-paper": scene.invoice.documents.get(language="ar"),
        "statement-paper": scene.worker.subscriber.statements.get(language="ar"),
    }
    faults = []
    for name, paper in papers.items():
        (tmp_path / f"{name}.pdf").write_bytes(bytes(paper.content))
        subprocess.run(
            ["pdftoppm", "-png", "-r", "72", "-singlefile", tmp_path / f"{name}.pdf", tmp_path / name], check=True
        )
        faults += compare(name, (tmp_path / f"{name}.png").read_bytes(), tmp_path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("view", ["timesheets:month_grid", "invoices:bill_preview"])
def test_nothing_is_lost_without_colours_or_at_twice_the_size(walk, scene, view):
    """Forced colours keep every word; at 200 % (half the width at twice the density) nothing lies beside the page."""
    address = reverse(view, kwargs={"unified_number": scene.number, "month": OCTOBER})
    visitor = walk(scene.owner).go(address)
    plain = visitor.text()
    visitor.page.emulate_media(forced_colors="active")
    visitor.go(address, axe=False)
    assert visitor.text() == plain
    borders = visitor.page.locator("main a, main button, main input:not([type=hidden])").evaluate_all(INVISIBLE)
    assert not borders
    visitor.page.emulate_media(forced_colors="none")
    visitor.look_at_layout(WIDE["width"] // 2)


INVISIBLE = """marks => marks.filter(mark => mark.checkVisibility()).filter(mark => {
    const style = getComputedStyle(mark);
    return style.color === style.backgroundColor;
}).map(mark => mark.outerHTML.slice(0, 120))"""


def compare(name: str, seen: bytes, folder: Path) -> list[str]:
    """What differs from the picture that is kept; where new looks are taken the picture is kept instead."""
    kept, seen = PICTURES / f"{name}.png", Image.open(io.BytesIO(seen)).convert("RGB")
    if IS_NEW:
        PICTURES.mkdir(exist_ok=True)
        seen.quantize(COLOURS, dither=Image.Dither.NONE).save(kept, optimize=True)
        return []
    if not kept.exists():
        return [f"{name}: no picture is kept"]
    expected = Image.open(kept).convert("RGB")
    if expected.size != seen.size:
        share = f"{seen.size} instead of {expected.size}"
    else:
        soft = [each.filter(ImageFilter.GaussianBlur(BLUR)) for each in (expected, seen)]
        noticed = ImageChops.difference(*soft).convert("L").point(lambda value: 255 * (value > NOTICED))
        differing = noticed.histogram()[255] / (seen.width * seen.height)
        if differing <= TOLERATED:
            return []
        share = f"{differing:.2%} of it differs"
    seen.save(folder / f"{name}.seen.png")
    return [f"{name}: {share}, see {folder}"]
