"""The diagram of the house: imports between apps only point down, and a room uses only the rooms it may.

Every import counts, those inside functions and under TYPE_CHECKING included.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# From the ground up. An app knows the floors below its own; who share a floor never meet.
FLOORS = (
    {"common"},
    {"outbox"},
    {"accounts", "regulations"},
    {"registry"},
    {"contracts"},
    {"timesheets"},
    {"accruals"},
    {"invoices"},
    {"payments", "objections"},
    {"certificates", "reports", "exchange", "portal"},
)

# Which rooms, of its own app and of lower ones, a room may use. A room not named here is an edge and may use them all.
_FACTS = ("choices", "models", "rules")
ROOMS = (
    ("choices", ()),
    ("rules", ("choices", "rules")),
    ("models", ("choices", "models")),
    ("selectors", (*_FACTS, "selectors")),
    ("permissions", (*_FACTS, "selectors", "permissions")),
    ("documents", (*_FACTS, "selectors", "documents")),
    ("services", (*_FACTS, "selectors", "permissions", "documents", "services")),
)
INNER = dict(ROOMS)

# What of common only edges may use, what of common and of packages a rule may use, and what has one place alone.
COMMON_EDGES = {"clock", "converters", "middleware", "tables", "templatetags"}
COMMON_FOR_RULES = {"money", "periods", "errors", "digits", "names", "scripts"}
OUTSIDE_FOR_RULES = {"django.utils.translation", "django.utils.functional", "stdnum"}
OUTSIDE_FOR_EDGES = {"django.http", "django.shortcuts"}
ONE_PLACE = {"weasyprint": "apps.common.pdf", "celery": "tasks"}


def modules() -> dict[str, Path]:
    files = (path for path in (ROOT / "apps").rglob("*.py") if "migrations" not in path.parts)
    names = ((path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."), path) for path in files)
    return {name.removesuffix(".__init__"): path for name, path in names}


def imports(source: str) -> Iterator[str]:
    """Full names of everything that a module imports, `from a import b` as `a.b`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def floor(app: str) -> int:
    return next(height for height, apps in enumerate(FLOORS) if app in apps)


def is_of(target: str, packages) -> bool:
    return any(target == package or target.startswith(f"{package}.") for package in packages)


def fault(module: str, target: str) -> str | None:
    """Why the module may not import the target; None when it may."""
    _, app, room, *_ = [*module.split("."), "", ""]
    if target.startswith("."):
        return "imports are absolute"
    if is_of(target, ["apps"]):
        return fault_between_apps(app, room, target)
    if any(is_of(target, [package]) and place not in (module, room) for package, place in ONE_PLACE.items()):
        return "another place does this"
    if room in INNER and is_of(target, OUTSIDE_FOR_EDGES):
        return "pages are not for inner rooms"
    if room == "rules" and target.split(".")[0] not in sys.stdlib_module_names and not is_of(target, OUTSIDE_FOR_RULES):
        return "a rule is pure"
    return None


def fault_between_apps(app: str, room: str, target: str) -> str | None:
    _, other, used, *_ = [*target.split("."), ""]
    if other != app and floor(other) >= floor(app):
        return f"{other} does not lie below {app}"
    if room not in INNER or (other == app and used == room):
        return None
    if other == "common":
        allowed = used in COMMON_FOR_RULES if room in ("rules", "choices") else used not in COMMON_EDGES
    else:
        allowed = used in INNER[room]
    return None if allowed else f"{room} may not use {other}.{used}"


def test_every_app_stands_on_a_floor():
    on_floors = set().union(*FLOORS)
    assert {path.name for path in (ROOT / "apps").iterdir() if (path / "__init__.py").exists()} <= on_floors


@pytest.mark.parametrize("module", sorted(modules()))
def test_imports_point_down_and_rooms_keep_to_themselves(module):
    source = modules()[module].read_text(encoding="utf-8")
    faults = {target: fault(module, target) for target in imports(source)}
    assert not {target: reason for target, reason in faults.items() if reason}


@pytest.mark.parametrize("module", sorted(modules()))
def test_no_import_hides_inside_a_function_or_a_type_check(module):
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    hidden = {
        node for block in ast.walk(tree) if not isinstance(block, ast.Module) for node in ast.iter_child_nodes(block)
    }
    assert not [ast.unparse(node) for node in hidden if isinstance(node, ast.Import | ast.ImportFrom)]


@pytest.mark.parametrize("path", sorted((ROOT / "apps").glob("*/migrations/0*.py")), ids=lambda path: path.name)
def test_migrations_import_no_app(path):
    ours = {target for target in imports(path.read_text(encoding="utf-8")) if target.startswith("apps.")}
    assert not [target for target in ours if not target.startswith("apps.common.")]


@pytest.mark.parametrize(
    ("module", "target"),
    [
        ("apps.timesheets.services", "apps.accruals.services.accrue_subscribers"),
        ("apps.accounts.services", "apps.regulations.selectors"),
        ("apps.portal.views.public", "apps.exchange.files"),
        ("apps.invoices.services.billing", "apps.invoices.tasks.bill_chunk"),
        ("apps.invoices.selectors", "apps.invoices.services"),
        ("apps.accruals.rules", "django.db.models.F"),
        ("apps.accruals.rules", "django.utils.timezone.now"),
        ("apps.accruals.rules", "apps.regulations.selectors.rulesets"),
        ("apps.accruals.services", "apps.common.clock.today"),
        ("apps.contracts.models", "apps.contracts.rules"),
        ("apps.contracts.services", "django.http.Http404"),
        ("apps.invoices.documents", "weasyprint.HTML"),
        ("apps.invoices.views", "celery.shared_task"),
        ("apps.invoices.views", ".selectors"),
    ],
)
def test_what_points_up_or_sideways_is_found(module, target):
    assert fault(module, target)
