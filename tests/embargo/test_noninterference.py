"""What is public is the same, byte for byte, whether something is held or is not there at all."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import checking
from pipeline.telling import Desk
from tests.desks import build
from tests.embargo import wider
from tests.embargo.twins import HELD, LATER, NOW, TOLD, House, house_of
from tests.embargo.weeks import drawn, lay_templates

ALLOWED = {
    "E110": "an edition that would tell is refused, and its writer hears why",
    "E111": "there are errors in what is held, which must be mended before its hour",
    "E112": "a free text has words of a held one: only its writer can say whose they are",
}
"""What may be said more in a log where something is held, and why.

To code hosts, also that more is told in the terminal: else nobody would look there. And an error
that may be said is one for the exit code, or nobody would mend it.
"""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_templates(tmp_path_factory.mktemp("twins") / "templates")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_templates(tmp_path_factory.mktemp("paper") / "templates", with_office=True)


def public(house: House, place: Path, templates: Path, *, is_held: bool) -> dict[str, bytes]:
    """All that anybody may read after a build and a check: files, logs and exit codes."""
    shutil.rmtree(place, ignore_errors=True)
    sources = house.lay(place / "sources", is_held=is_held)
    built = build(sources, templates=templates, now=NOW)
    as_json = build(sources, templates=templates, now=NOW, format="json", force=True)
    seen = {"log": built.said.encode(), "log.json": as_json.said.encode()}
    seen["exit"] = str(built.code).encode()
    for look in checking.CODE_HOSTS:
        desk = Desk(io.StringIO(), io.StringIO(), look, {})
        order = checking.Order(
            sources=sources, out=built.out, now=NOW, format=look, notes=True, voices=False
        )
        seen[f"exit.{look}"] = str(checking.check(order, desk)).encode()
        assert isinstance(desk.out, io.StringIO)
        seen[f"log.{look}"] = desk.out.getvalue().encode()
    for path in sorted(built.out.rglob("*")):
        name = path.relative_to(built.out).as_posix()
        if path.is_file() and not name.startswith(".made/"):
            seen[name] = path.read_bytes()
    return seen


_PLACE = re.compile(rb'^.*?(?=: error E110 )|"file": "[^"]*"(?=.* "code": "E110")', re.MULTILINE)


def comparable(seen: dict[str, bytes]) -> dict[str, bytes]:
    """What was seen, but for the lines that may be said more."""
    is_log = {name: name.startswith("log") for name in seen}
    return {
        name: but_for_the_allowed(content.decode()).encode() if is_log[name] else content
        for name, content in seen.items()
    }


def but_for_the_allowed(log: str) -> str:
    for code in ALLOWED:
        log = re.sub(
            rf"^\S+: (?:error|warning) {code} .*\n(?:    .*\n)?", "", log, flags=re.MULTILINE
        )
        log = re.sub(rf'^.*"code": "{code}".*\n', "", log, flags=re.MULTILINE)
    log = log.replace(f"::notice::{checking.HIDDEN}\n", "")
    return re.sub(r',\n +"properties": \{\n +"hidden": "[^"]*"\n +\}', "", log)


def differences(house: House, place: Path, templates: Path) -> Iterator[str]:
    said, unsaid = (
        public(house, place / "house", templates, is_held=is_held) for is_held in (True, False)
    )
    if b"E110" in said["log"]:
        # What is refused is not published; nor is it told, but for the file that has it.
        told = _PLACE.sub(b"", b"\n".join(said.values()))
        assert b"vorm" not in told.lower()
        return
    held, without = comparable(said), comparable(unsaid)
    for name in sorted(held.keys() | without.keys()):
        one, other = held.get(name, b""), without.get(name, b"")
        # An error that may be said is one.
        log = name.replace("exit", "log")
        if one != other and not (log != name and said[log] != held[log]):
            yield f"{name}: {shown(one, other)}"


def shown(one: bytes, other: bytes) -> str:
    """The lines that only one of them has."""
    lines, others = (content.decode("utf-8", "replace").splitlines() for content in (one, other))
    more = [f"+ {line}" for line in lines if line not in others]
    return "\n    ".join([*more, *(f"- {line}" for line in others if line not in lines)])


@pytest.mark.parametrize("seed", [0, 5, 12, 13, 30])
def test_what_is_public_is_the_same_whether_it_is_held_or_is_not_there(
    seed: int, tmp_path: Path, templates: Path
) -> None:
    house = house_of(seed)
    assert list(differences(house, tmp_path, templates)) == [], house.kinds


@pytest.mark.parametrize("seed", [3, 17, 18, 24, 25])
def test_it_is_the_same_in_wider_houses(seed: int, tmp_path: Path, templates: Path) -> None:
    house = house_of(seed, wider.KINDS)
    assert list(differences(house, tmp_path, templates)) == [], house.kinds


def called_alike(held: str, free: str, typed: str = "The nets of Ria are mended.") -> House:
    """A house in which only capitals, or folders, tell what is held from what is free."""
    house = house_of(0)
    head = "---\ntitle: {}\ndate: {}\n{}---\n{}\n"
    embargo = f"embargo: {LATER}\n"
    house.hold(held, head.format("The vorm of Zwarnhavn", "2025-06-06", embargo, TOLD[2]))
    house.files[free] = head.format("On the nets", "2025-06-05", "", typed)
    return house


@pytest.mark.parametrize(
    ("held", "free"),
    [
        ("releases/2025-06-05-Cod.md", "releases/2025-06-05-cod.md"),
        ("releases/2025-06-05-cod-comes.md", "releases/2025-06-05-Cod-Comes.md"),
        ("news/2025/harbour-Cod.md", "news/harbour-cod.md"),
        ("releases/old/2025-06-05-cod.md", "releases/2025-06-05-cod.md"),
        ("releases/cod.md", "releases/2025/cod.md"),
        ("news/a/harbour-cod.md", "news/b/harbour-cod.md"),
    ],
)
def test_it_is_the_same_where_only_capitals_or_folders_tell_two_apart(
    held: str, free: str, tmp_path: Path, templates: Path
) -> None:
    house = called_alike(held, free)
    french = "---\ntitle: {}\n---\n{}\n"
    house.hold(held.replace(".md", ".fr.md"), french.format("Le vorm", "Le vorm 7351."))
    house.files[free.replace(".md", ".fr.md")] = french.format("Filets", "On répare.")
    kit = f"---\ntitle: K\ndate: 2025-06-08\nreleases: [{Path(free).stem}]\n---\nNets.\n"
    house.files |= {"presskits/k/kit.md": kit} if free.startswith("releases") else {}
    assert list(differences(house, tmp_path, templates)) == []
    assert b"nets of Ria" in b"".join(public(house, tmp_path, templates, is_held=True).values())


def test_who_is_told_that_two_have_one_name_is_told_that_name(tmp_path: Path) -> None:
    house = called_alike("releases/cod.md", "releases/2025/cod.md")
    sources = house.lay(tmp_path / "sources", is_held=True)
    desk = Desk(io.StringIO(), io.StringIO(), "text", {})
    checking.check(checking.Order(sources=sources, out=tmp_path / "b", now=NOW), desk)
    line = "releases/cod.md: error R101 another source has the name 'cod': sources/releases/2025/"
    assert line in desk.out.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["2025-06-05-Cod", "old/2025-06-05-cod"])
def test_an_old_copy_under_the_same_name_waits_with_what_is_held(
    name: str, tmp_path: Path, templates: Path
) -> None:
    free = "releases/2025-06-05-cod.md"
    house = called_alike(f"releases/{name}.md", free, TOLD[2])
    house.held.add(free)
    assert list(differences(house, tmp_path, templates)) == []


def test_it_is_the_same_where_a_name_begins_like_that_of_a_held_file(
    tmp_path: Path, templates: Path
) -> None:
    house = called_alike("releases/2025-06-05-cod.md", "news/2025-06-04-nets.md")
    link = "See [it](2025-06-05-cod-night.md)."
    house.files["news/2025-06-06-slip.md"] = (
        f"---\ntitle: Slip\ndate: 2025-06-06\nimage: 2025-06-05-Cod_day.png\n---\n{link}\n"
    )
    assert list(differences(house, tmp_path, templates)) == []
    # What names the file itself is left out.
    house.files["news/2025-06-06-slip.md"] += "See [it](2025-06-05-cod.md)."
    log = public(house, tmp_path, templates, is_held=True)["log"].decode()
    assert ("2025-06-05-cod.md" in log, "2025-06-05-cod-night.md" in log) == (False, True)


HOURS = {
    "in its translation": ("", f"embargo: {LATER}\n", ""),
    "in a line of the text": ("", "", "Embargoed until 1 July 2025, 9:00\n\n"),
    "in a remark": (f"# embargo until {LATER}\n", "", ""),
}


@pytest.mark.parametrize(
    ("way", "copy"),
    [
        ("in its translation", "cod (1).md"),
        ("in a line of the text", "cod (Ada's conflicted copy).md"),
        ("in a remark", "cod.du.md"),
        ("in its translation", "../releases/cod - Copy.md"),
    ],
)
def test_a_copy_waits_with_what_it_was_made_of_wherever_the_hour_stands(
    way: str, copy: str, tmp_path: Path, templates: Path
) -> None:
    """It was named, and held up every letter, where only another file told the hour."""
    house = house_of(0)
    head, french, line = HOURS[way]
    typed = "---\ntitle: The vorm of Zwarnhavn\ndate: 2025-06-06\n{}---\n{}{}\n"
    house.hold("news/cod.md", typed.format(head, line, TOLD[2]))
    house.hold("news/cod.fr.md", f"---\ntitle: Le vorm\n{french}---\nLe vorm 7351.\n")
    house.hold(f"news/{copy}", typed.format("", "", TOLD[2]))
    assert list(differences(house, tmp_path, templates)) == []


def test_a_picture_waits_with_what_only_names_it(tmp_path: Path, templates: Path) -> None:
    """What is wrong in its entry was told, with its name and its words."""
    house = house_of(0)
    head = f"---\ntitle: The vorm of Zwarnhavn\ndate: 2025-06-05\nembargo: {LATER}\n{{}}---\n{{}}\n"
    house.hold("news/cod.md", head.format("", 'Nets. <img src="images/vorm-0.png" alt="">'))
    house.hold("news/hake.md", head.format("# image: vorm-1.png\n", "Nets."))
    house.hold("news/ling.md", head.format("", "Nets."))
    house.hold("news/ling.de.md", "---\ntitle: Vorm\nimage: vorm-2.png\n---\nNetze.\n")
    house.hold("news/sprat.txt", head.format("image: vorm-3.png\n", "Nets."))
    house.hold("releases/shad.md", head.format("", "<!-- ![The vorm](vorm-4.png) -->"))
    for number in range(5):
        house.hold(f"images/vorm-{number}.png", drawn(HELD) + bytes(number))
        entry = f"vorm-{number}.png: {{alt: Image of the the vorm {number}, credit: Z. Zwarn}}\n"
        whole = entry.replace("Zwarn}", "Zwarn, licence: CC0-1.0}")
        house.add("images.yaml", f"⟦{whole if number % 2 else entry}⟧")
    assert list(differences(house, tmp_path, templates)) == []


@pytest.mark.parametrize("names", [(), ("release",), ("presskit",)])
def test_that_there_is_nothing_to_make_is_told_the_same(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    """Where all that there is waits, an empty folder was told from one that holds something."""
    house = house_of(0)
    for name in [name for name in house.files if name.endswith(".md")]:
        del house.files[name]
    head = f"---\ntitle: Vorm\ndate: 2025-06-05\nembargo: {LATER}\n---\n"
    house.hold("releases/gala.md", f"{head}{TOLD[2]}\n")
    said = [
        build(house.lay(tmp_path / "sources", is_held=is_held), *names, now=NOW).lines
        for is_held in (True, False)
    ]
    assert said[0] == said[1]
    assert said[0][-1].endswith("; what waits for its hour, build by its name: edition=NAME")


def test_a_kit_waits_in_every_language_with_a_release_that_is_there_in_one(
    tmp_path: Path, templates: Path
) -> None:
    """Its other languages were free: a list of kits was refused for naming them."""
    house = house_of(0)
    declared = str(house.files["organisation.yaml"])
    house.files["organisation.yaml"] = declared.replace("fallback", "omit")
    head = "---\ntitle: {}\ndate: 2025-06-05\n{}---\n{}\n"
    house.hold("releases/gala.md", head.format("Gala", f"embargo: {LATER}\n", TOLD[2]))
    house.hold("presskits/vorm/kit.md", head.format("Vorm kit", "releases: [gala]\n", "Vorm."))
    house.hold("presskits/vorm/kit.fr.md", "---\ntitle: Le kit vorm\n---\nVorm.\n")
    assert b"E110" not in public(house, tmp_path, templates, is_held=True)["log"]
    assert list(differences(house, tmp_path, templates)) == []


def test_no_word_that_a_form_has_of_itself_refuses_what_is_free(
    tmp_path: Path, office: Path
) -> None:
    """Every Word file says *library*, every PDF *catalog*, and a page *January* by itself."""
    house = house_of(0)
    for name in ("library", "catalog", "january", "pattern", "sequence", "viewport"):
        head = f"---\ntitle: The vorm of Zwarnhavn\ndate: 2025-06-05\nembargo: {LATER}\n---\n"
        house.hold(f"news/{name}.md", f"{head}Vorm.\n")
    assert b"E110" not in public(house, tmp_path, office, is_held=True)["log"]
    assert list(differences(house, tmp_path, office)) == []


@pytest.mark.parametrize("seed", [3])
def test_it_is_the_same_on_paper_and_in_an_office(seed: int, tmp_path: Path, office: Path) -> None:
    house = house_of(seed)
    assert list(differences(house, tmp_path, office)) == [], house.kinds


@pytest.mark.soak
def test_it_is_the_same_in_a_thousand_houses(tmp_path: Path, templates: Path) -> None:
    first = int(os.environ.get("HOUSES_FROM", "1000"))
    for seed in range(first, first + int(os.environ.get("HOUSES", "1000"))):
        for kinds in ((), wider.KINDS):
            house = house_of(seed, kinds)
            assert list(differences(house, tmp_path, templates)) == [], (seed, house.kinds)
