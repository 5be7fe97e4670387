"""Each room keeps to itself: who may import whom, and who may touch the world."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "pipeline"

# Lower rooms never look up. Rooms on one floor do not know each other.
FLOORS = [
    {"__main__"},
    {"cli"},
    {"building", "casting", "preview", "forms", "checking", "options"},
    {
        "archive",
        "clearing",
        "desk_index",
        "discretion",
        "first_reading",
        "heard",
        "mending",
        "orders",
        "revising",
    },
    {"telling", "production", "proofreading", "memory", "reports"},
    {"embargo", "premises", "provenance", "second_reader"},
    {"checks", "renderers", "outputs", "typesetting", "corpus", "publications", "editions"},
    {
        "filters",
        "hours",
        "sandbox",
        "newsdesk",
        "pressdesk",
        "workers",
        "matrices",
        "disks",
        "plates",
    },
    {"deck"},
    {"frontmatter", "markup", "assets", "wording"},
    {"book", "copydesk", "layouts", "stamps", "timelines"},
    {"grammarians"},
    {"galley", "likeness", "manuscript", "parts", "press", "frames", "blocks", "tabular"},
    {"addresses", "asides", "forme", "plaintext", "typed", "drawings", "pixels", "rasters"},
    {"colours", "columns", "notices", "profiles", "redrawn", "scales", "slugs", "voices"},
    {"bounds", "cascade", "pipes", "ties", "typography"},
    {"calendar"},
    {"moments", "regions", "idioms", "cldr"},
    {
        "encodings",
        "entries",
        "folders",
        "hypertext",
        "initials",
        "licences",
        "sought",
        "stereotypes",
        "stumbles",
        "vetting",
        "volume",
    },
    {"diacritics"},
    {"model"},
    {"errors"},
    {"frozen"},
]
ONLY = {
    "markdown": {"press.py"},
    "nh3": {"markup.py"},
    "yaml": {"frontmatter.py"},
    "tomllib": {"publications.py"},
    "jinja2": {"typesetting.py", "sandbox.py"},
    "premailer": {"renderers/email.py"},
    "weasyprint": {"renderers/paper.py"},
    "babel": {"cldr.py"},
    "PIL": {"pixels.py", "renderers/inks.py"},
    "docx": {"renderers/docx.py"},
    "pptx": {"renderers/pptx.py"},
    "icalendar": {"renderers/ics.py"},
    "pypdfium2": {"renderers/page_pictures.py", "checks/reading_back.py"},
}
ONLY_CALLS = {
    "write_bytes": {"outputs.py"},
    "write_text": {"outputs.py"},
    "print": {"telling.py"},
    "today": {"cli.py"},
    "now": {"cli.py"},
}

MODULES = sorted(ROOT.rglob("*.py"))


def room(name):
    return next((i for i, floor in enumerate(FLOORS) if name in floor), None)


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "pipeline":
                yield from (f"pipeline.{alias.name}" for alias in node.names)
            else:
                yield node.module


def own_room(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_from_the_floors_below(path):
    here = own_room(path)
    if here == "__init__":
        return
    assert room(here) is not None, f"{here} stands on no floor"
    for name in imports(path):
        if name.startswith("pipeline."):
            there = name.split(".")[1]
            assert there == here or room(there) > room(here), f"{here} imports {there}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_library_is_known_to_one_room(path):
    for name in imports(path):
        owners = ONLY.get(name.split(".")[0])
        assert owners is None or path.relative_to(ROOT).as_posix() in owners, name


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_clock_the_disk_and_the_screen_have_one_keeper(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ONLY_CALLS:
                assert path.relative_to(ROOT).as_posix() in ONLY_CALLS[name], name


def test_no_two_rooms_need_each_other():
    graph = {}
    for path in MODULES:
        name = "pipeline." + path.relative_to(ROOT).with_suffix("").as_posix()
        graph[name.replace("/", ".").removesuffix(".__init__")] = set(imports(path))

    def reach(start):
        seen, todo = set(), list(graph[start])
        while todo:
            name = todo.pop()
            if name in graph and name not in seen:
                seen.add(name)
                todo += graph[name]
        return seen

    assert [name for name in graph if name in reach(name)] == []


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.name == "__init__.py"], ids=lambda p: p.parent.name
)
def test_a_package_says_what_it_is_and_holds_nothing(path):
    assert [type(node) for node in ast.parse(path.read_text("utf-8")).body] == [ast.Expr]
