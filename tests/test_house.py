"""The rules of the house that a machine can read, so that people talk about meaning."""

import ast
import importlib
import io
import itertools
import re
import tomllib
from pathlib import Path

import polib
import pytest
from celery import current_app
from django.conf import settings
from django.core.management import call_command
from django.template import engines
from django.template.base import FilterExpression, Node, Variable
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(path for folder in ("apps", "config") for path in (ROOT / folder).rglob("*.py"))
OWN_CODE = [path for path in CODE if "migrations" not in path.parts]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "static").rglob("*.css"))
INNER = {"choices", "rules", "models", "selectors", "permissions", "documents", "services"}
CATALOGUE = ROOT / "locale" / "ar" / "LC_MESSAGES" / "django.po"


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def every(paths):
    return pytest.mark.parametrize("path", paths, ids=name)


# Models and templates


@pytest.mark.django_db
def test_no_migration_is_missing():
    said = io.StringIO()
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1, stdout=said)
    assert "No changes detected" in said.getvalue()


def test_every_template_is_used():
    source = "\n".join(text(path) for path in [*CODE, *TEMPLATES])
    packages = [place for place in engines["django"].template_dirs if not place.is_relative_to(ROOT / "templates")]
    # Asked for by the number of the answer.
    asked_for = {"400.html", "403.html", "404.html", "405.html", "429.html", "500.html", "403_csrf.html"}

    def is_used(template: str) -> bool:
        stands_in = any((place / template).exists() for place in packages)
        return template in asked_for or stands_in or f'"{template}"' in source or f"'{template}'" in source

    names = [path.relative_to(ROOT / "templates").as_posix() for path in TEMPLATES]
    assert not [template for template in names if not is_used(template)]


@every(TEMPLATES)
def test_a_template_holds_no_style_script_or_handler(path):
    source = re.sub(r"{#.*?#}|{% comment.*?{% endcomment %}", "", text(path), flags=re.DOTALL)
    assert not re.findall(r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", source, re.IGNORECASE)
    assert not re.findall(r"<script\b(?![^>]*\ssrc=)", source, re.IGNORECASE)
    assert not re.findall(r"<script\b[^>]*>\s*[^\s<]", source, re.IGNORECASE)


# Style


PHYSICAL = re.compile(
    r"(?:^|[;{\s])(?:"
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius|(?:left|right)\s*:"
    r"|(?:float|clear|text-align|caption-side)\s*:\s*(?:left|right))"
)
SIDES = re.compile(r"(?:margin|padding|inset|border-width|border-style|border-color)\s*:\s*([^;}]+)")
# The one exception: figures stand flush right in both directions, because the digits of a number do not turn (ux).
FIGURES = re.compile(r"text-align\s*:\s*right")


def physical(css: str) -> list[str]:
    """Declarations that name a left or a right side."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    uneven = [values for values in SIDES.findall(css) if len(sides := _values(values)) == 4 and sides[1] != sides[3]]
    return PHYSICAL.findall(FIGURES.sub("", css)) + uneven


def _values(declared: str) -> list[str]:
    return re.findall(r"(?:[\w-]*\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s!])+", declared.replace("!important", ""))


@every(STYLES)
def test_styles_know_start_and_end_but_neither_left_nor_right(path):
    assert not physical(text(path))


@pytest.mark.parametrize(
    "css",
    ["a{margin-left:1px}", "a { left: 0 }", "a{float:right}", "a{padding:1px 2px 3px 4px}", "a{text-align:left}"],
)
def test_a_physical_side_is_found(css):
    assert physical(css)


def test_figures_alone_are_flush_right():
    places = [name(path) for path in STYLES for _ in FIGURES.findall(text(path))]
    assert len(places) <= len(STYLES), f"one rule for figures in each style sheet is enough: {places}"


# Words


def code_messages() -> set[tuple[str | None, str]]:
    """(context, msgid) of every message in the code."""
    found = set()
    for path, call in gettext_calls():
        texts = [part.value if isinstance(part, ast.Constant) else None for part in call.args]
        function = _function(call)
        context = texts.pop(0) if function.startswith(("pgettext", "npgettext")) else None
        if texts and texts[0] is not None:
            found.add((context, texts[0]))
        else:
            assert not isinstance(call.args[-1], ast.JoinedStr | ast.BinOp), f"{name(path)}:{call.lineno}"
    return found


WORDS = {"_", "gettext", "gettext_lazy", "gettext_noop", "pgettext", "pgettext_lazy"}
COUNTED = {"ngettext", "ngettext_lazy", "npgettext", "npgettext_lazy"}


def gettext_calls():
    for path in OWN_CODE:
        calls = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
        yield from ((path, call) for call in calls if _function(call) in WORDS | COUNTED)


def _function(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def template_messages() -> set[tuple[str | None, str]]:
    """(context, msgid) of every message in our templates."""
    found = set()
    for path in TEMPLATES:
        template = engines["django"].engine.get_template(path.relative_to(ROOT / "templates").as_posix())
        for node in nodes_of(template.nodelist):
            context = getattr(node, "message_context", None)
            context = context.resolve({}) if isinstance(context, FilterExpression) else None
            if isinstance(node, BlockTranslateNode):
                message = node.render_token_list(node.singular)[0]
                found.add((context, _trimmed(message) if node.trimmed else message))
            elif isinstance(node, TranslateNode) and isinstance(node.filter_expression.var, Variable):
                constant = node.filter_expression.var.literal
                if isinstance(constant, str):
                    found.add((context, str(constant)))
    return found


def _trimmed(message: str) -> str:
    return " ".join(line.strip() for line in message.strip().splitlines())


def nodes_of(nodelist):
    """Every node, those inside the bodies of our own block tags included."""
    for node in nodelist:
        yield node
        for value in vars(node).values():
            inner = value if isinstance(value, list | tuple) else [value]
            yield from nodes_of([each for each in inner if isinstance(each, Node)])
            yield from itertools.chain.from_iterable(nodes_of(each) for each in inner if isinstance(each, list))


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_every_message_of_code_and_templates_is_in_the_arabic_catalogue(catalogue):
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}
    assert sorted(code_messages() - known, key=str) == []
    assert sorted(template_messages() - known, key=str) == []


def test_nothing_in_the_arabic_catalogue_is_untranslated_doubtful_or_left_over(catalogue):
    assert not [entry.msgid for entry in catalogue.untranslated_entries()]
    assert not [entry.msgid for entry in catalogue.fuzzy_entries()]
    assert not [entry.msgid for entry in catalogue.obsolete_entries()]


PLACE = re.compile(r"%\((\w+)\)[sd]|{(\w+)}")
BARE = re.compile(r"%(?!\(|%)[sdif]")


def test_a_translation_keeps_the_placeholders_of_its_message(catalogue):
    """Counts of none, one and two are said without the digit, so those three forms alone may drop the number."""
    for entry in catalogue:
        wanted = set(PLACE.findall(entry.msgid_plural or entry.msgid))
        forms = entry.msgstr_plural or {5: entry.msgstr}
        for form, translation in forms.items():
            kept = set(PLACE.findall(translation))
            number = {("n", ""), ("count", ""), ("left", ""), ("figure", "")} if form < 3 else set()
            assert wanted - number <= kept <= wanted, entry.msgid
            assert len(BARE.findall(translation)) == len(BARE.findall(entry.msgid)) == 0, entry.msgid


def test_arabic_counts_in_six_forms(catalogue):
    assert catalogue.metadata["Plural-Forms"].rstrip(";").replace(" ", "") == (
        "nplurals=6;plural=n==0?0:n==1?1:n==2?2:n%100>=3&&n%100<=10?3:n%100>=11&&n%100<=99?4:5"
    )
    assert all(len(entry.msgstr_plural) == 6 for entry in catalogue if entry.msgid_plural)


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    assert {_content(entry) for entry in compiled} == {_content(entry) for entry in catalogue}


def _content(entry) -> tuple:
    return entry.msgctxt, entry.msgid, entry.msgid_plural, entry.msgstr, tuple(sorted(entry.msgstr_plural.items()))


def test_messages_are_whole_sentences_and_never_put_together_by_the_program():
    faults = (ast.JoinedStr, ast.BinOp, ast.Call)
    assert not [f"{name(path)}:{call.lineno}" for path, call in gettext_calls() if isinstance(call.args[0], faults)]


# Background work


def tasks() -> dict[str, ast.FunctionDef]:
    """Name → function of every task; a task without a name has the empty one."""
    found = {}
    for path in OWN_CODE:
        for function in (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)):
            for mark in (node for node in function.decorator_list if "shared_task" in ast.unparse(node)):
                names = [word.value.value for word in getattr(mark, "keywords", []) if word.arg == "name"]
                found["".join(names)] = (path, function)
    return found


def test_every_task_is_named_after_its_app():
    found = tasks()
    assert found
    assert not [task for task, (path, _) in found.items() if not task.startswith(f"{path.parent.name}.")]


def test_every_scheduled_task_exists():
    for path in {path for path, _ in tasks().values()}:
        importlib.import_module(name(path).removesuffix(".py").replace("/", "."))
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert scheduled <= set(current_app.tasks)


# Code


@every([path for path in OWN_CODE if text(path).strip() and path.name not in {"apps.py", "urls.py"}])
def test_a_module_says_what_is_decided_in_it(path):
    if path.parent.name not in {"ar", "en"}:
        assert ast.get_docstring(tree(path))


@every([path for path in OWN_CODE if path.is_relative_to(ROOT / "apps")])
def test_a_room_has_at_most_four_hundred_lines(path):
    assert len(text(path).splitlines()) <= 400


@every([path for path in OWN_CODE if "views" in (path.stem, path.parent.name)])
def test_a_view_has_at_most_twenty_lines(path):
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))
    assert not [each.name for each in functions if each.end_lineno - each.lineno >= 20]


def calls(path: Path) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}


@every([path for path in OWN_CODE if path.is_relative_to(ROOT / "apps")])
def test_no_amount_is_a_float_or_rounded_elsewhere(path):
    assert not calls(path) & {"float", "round"}


@every([path for path in OWN_CODE if INNER & {path.stem, path.parent.name}])
def test_time_comes_in_by_the_door(path):
    clocks = {"timezone.now", "timezone.localdate", "timezone.localtime", "time.time", "date.today", "datetime.now"}
    asked = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and not node.args)
    assert not {ast.unparse(call) for call in asked if ast.unparse(call.func).removeprefix("datetime.") in clocks}


@every([path for path in OWN_CODE if path.is_relative_to(ROOT / "apps")])
def test_nothing_happens_behind_a_signal_or_an_overridden_save(path):
    assert not re.findall(r"django\.dispatch|models\.signals|@receiver", text(path))
    assert not re.findall(r"^    def save\(", text(path), re.MULTILINE)


UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
LEFT_OUT = re.compile(r"(?:mark|pytest|unittest)\.(?:sk" + "ip|xf" + r"ail)|importor" + "skip")


def test_nothing_is_left_to_do():
    sources = [*CODE, *TEMPLATES, *STYLES, *(ROOT / "static").rglob("*.js"), *(ROOT / "tests").rglob("*.py")]
    assert not [name(path) for path in sources if UNFINISHED.search(text(path))]


def test_no_test_is_left_out_but_the_journeys_where_there_is_no_browser():
    found = [name(path) for path in (ROOT / "tests").rglob("*.py") if LEFT_OUT.search(text(path))]
    assert set(found) <= {"tests/journeys/conftest.py"}


# The door


def test_the_readme_tells_the_two_commands_and_why_each_package_is_there():
    readme = text(ROOT / "README.md")
    assert "python3 manage.py demo" in readme
    assert "python3 manage.py test" in readme
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    packages = {re.match(r"[\w-]+", requirement)[0] for requirement in wanted}
    assert not {package for package in packages if package.lower() not in readme.lower()}
