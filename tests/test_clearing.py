"""What no source accounts for goes, and what is held again; what others put there stays."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline import clearing, pixels, publications, stamps
from pipeline.errors import UsageError
from tests.desks import NOW, SMALL, Built, build, edit, read, write
from tests.stopwatch import spent

REAL = Path(__file__).parent.parent / "templates"
LATER = dt.datetime(2025, 7, 10, 9, tzinfo=dt.UTC)


def everything(sources: Path, *names: str, now: dt.datetime = NOW) -> Built:
    for name in ("2025-03", "2025-05"):
        build(sources, "newsletter", edition=name, now=now)
    return build(sources, *(names or ("newsletter", "release", "slides")), now=now)


def folders(out: Path) -> list[str]:
    return sorted(p.relative_to(out).as_posix() for p in out.glob("*/*/*") if p.is_dir())


def test_an_edition_without_a_source_goes_with_the_next_build(sources: Path) -> None:
    made = everything(sources)
    assert "newsletter/2025-03/en" in folders(made.out)
    for name in ("2025-03.md", "2025-03.fr.md"):
        (sources / "newsletters" / name).unlink()
    again = build(sources, "newsletter")
    assert again.lines[0] == "newsletter 2025-03  taken away: no source accounts for it"
    assert not (made.out / "newsletter/2025-03").exists()
    assert "2025-03" not in (made.out / "index.html").read_text()
    assert "taken away" not in build(sources, "newsletter").said


def test_what_a_disk_without_case_has_in_other_capitals_stays(sources: Path) -> None:
    out = everything(sources, "release").out
    [release] = [one for one in publications.discover(SMALL) if one.slug == "release"]
    [folder] = (out / "release").glob("*opens")
    written = folder.rename(folder.with_name(folder.name.upper()))
    made = {f"release/{folder.name}/en"}
    receipt = written / "provenance.json"
    told = json.loads(receipt.read_text("utf-8")) | {"edition": written.name}
    receipt.write_bytes(stamps.sealed({k: v for k, v in told.items() if k != stamps.SEAL}))
    said = [*clearing.clear(out, read(sources), [release], NOW, made=made)]
    assert said == [f"release {written.name} fr  taken away: no source accounts for it"]
    assert (written / "en/release.txt").exists()
    assert [*clearing.clear(out, read(sources), [release], NOW)] != []
    assert not written.exists()


def test_a_language_without_a_source_goes_and_the_other_stays(sources: Path) -> None:
    out = everything(sources).out
    (sources / "newsletters/2025-03.fr.md").unlink()
    again = build(sources, "newsletter")
    assert "newsletter 2025-03 fr  taken away: no source accounts for it" in again.lines
    assert "newsletter/2025-03/en" in folders(out)
    assert "newsletter/2025-03/fr" not in folders(out)
    assert '"fr"' not in (out / "newsletter/2025-03/provenance.json").read_text()
    build(sources, "newsletter", edition="2025-03")
    assert [name for name in folders(out) if "2025-03" in name] == ["newsletter/2025-03/en"]


def test_a_language_that_is_declared_no_more_goes_everywhere_with_its_builds(
    sources: Path,
) -> None:
    out = everything(sources).out
    edit(sources, "organisation.yaml", "languages: [en, fr]", "languages: [en]")
    build(sources)
    assert [name for name in folders(out) if name.endswith("/fr")] == []


def test_a_build_of_one_publication_leaves_the_others_alone(sources: Path) -> None:
    out = everything(sources).out
    for path in (sources / "newsletters").glob("2025-03*"):
        path.unlink()
    build(sources, "release")
    assert (out / "newsletter/2025-03/en").is_dir()


def test_two_houses_in_one_folder_leave_each_other_alone(sources: Path, tmp_path: Path) -> None:
    out = everything(sources).out
    other = Path(shutil.copytree(sources, tmp_path / "other/sources"))
    edit(
        other,
        "organisation.yaml",
        "{en: Harbour Towns Network, fr: Réseau des villes portuaires}",
        "Keepers",
    )
    (other / "newsletters/2025-05.md").rename(other / "newsletters/2025-04.md")
    (other / "newsletters/2025-05.fr.md").unlink()
    for name in ("2025-03.md", "2025-03.fr.md"):
        (other / "newsletters" / name).unlink()
    before = folders(out)
    made = build(other, "newsletter", out=out)
    assert "taken away" not in made.said
    assert folders(out) == sorted({*before, "newsletter/2025-04/en"})
    again = build(sources, "newsletter")
    assert "taken away" not in again.said
    assert "newsletter/2025-04/en" in folders(out)
    # The house's own are tidied up, and its own alone.
    (other / "newsletters/2025-04.md").rename(other / "newsletters/2025-02.md")
    assert "newsletter 2025-04  taken away: no source" in build(other, "newsletter", out=out).said
    assert folders(out) == sorted({*before, "newsletter/2025-02/en"})


def test_two_folders_of_one_house_leave_each_other_alone(sources: Path, tmp_path: Path) -> None:
    out = everything(sources).out
    other = Path(shutil.copytree(sources, tmp_path / "other/sources"))
    for name in ("2025-03.md", "2025-03.fr.md", "2025-05.fr.md"):
        (other / "newsletters" / name).unlink()
    (other / "newsletters/2025-05.md").rename(other / "newsletters/2025-04.md")
    before = folders(out)
    made = build(other, "newsletter", out=out)
    assert made.lines[0] == "2 let be that other sources have made; make clean empties the folder"
    assert folders(out) == sorted({*before, "newsletter/2025-04/en"})
    assert build(sources, "newsletter").lines[0].startswith("1 let be that other sources")
    assert folders(out) == sorted({*before, "newsletter/2025-04/en"})
    assert str(tmp_path) not in (out / ".made/origins").read_text()
    # Moved together they still know what is theirs.
    away = tmp_path / "away"
    away.mkdir()
    for folder in (sources, out):
        folder.rename(away / folder.name)
    for path in (away / "sources/newsletters").glob("2025-03*"):
        path.unlink()
    said = build(away / "sources", "newsletter").said
    assert "newsletter 2025-03  taken away: no source accounts for it" in said
    assert folders(away / "build") == sorted(
        {*before, "newsletter/2025-04/en"} - {"newsletter/2025-03/en", "newsletter/2025-03/fr"}
    )


def test_the_old_name_of_what_waits_is_not_told(sources: Path) -> None:
    old = sources / "releases/2025-06-09-nets.md"
    old.write_text("---\ntitle: Nets\ndate: 2025-06-09\nembargo: 2025-07-01T09:00\n---\nNets.\n")
    build(sources, "release", edition="2025-06-09-nets")
    old.rename(old.with_name("2025-06-09-cod.md"))
    again = build(sources)
    assert not (again.out / "release/2025-06-09-nets").exists()
    assert "1 edition taken away that tells of what is under embargo" in again.lines
    assert "nets" not in again.said


def test_the_folder_of_a_publication_goes_with_its_last_edition(sources: Path) -> None:
    """What was left of a release that waits again was an empty folder `release`."""
    for path in sorted(sources.glob("releases/*")):
        path.unlink()
    typed = "---\ntitle: The vorm\ndate: 2025-05-09\n{}---\nVorm.\n"
    write(sources, "releases/vorm.md", typed.format(""))
    out = build(sources).out
    assert (out / "release/vorm").is_dir()
    write(sources, "releases/vorm.md", typed.format("embargo: 2025-07-01T09:00\n"))
    # The kit that listed it is made again without it.
    assert "2 editions taken away that tell of what is under embargo" in build(sources).lines
    assert not (out / "release").exists()


def test_what_a_free_kit_shows_stays_whatever_is_built(sources: Path) -> None:
    write(
        sources,
        "releases/2025-06-09-nets.md",
        "---\ntitle: Nets\ndate: 2025-06-09\nembargo: 2025-07-01T09:00\nimages: [ferry.png]\n---\n"
        "The nets are new.\n",
    )
    text = (sources / "images.yaml").read_text()
    (sources / "images.yaml").write_text(f"{text}  caption: The last ferry to Skerry.\n")
    edit(
        sources,
        "presskits/forum-2025/01-the-forum.md",
        "(ferry.png)",
        "(ferry.png)\n\nThe last ferry to Skerry.",
    )
    stands = folders(build(sources, "presskit").out)
    made = build(sources, "release")
    assert "taken away" not in made.said
    assert set(stands) <= set(folders(made.out))


def test_what_somebody_put_there_stays(sources: Path) -> None:
    out = everything(sources).out
    write(out, "newsletter/2025-03/en/notes.txt", "mine")
    write(out, "newsletter/mine/en/a.txt", "mine")
    write(out, "newsletter/2025-03/fr/newsletter.txt", "corrected by hand")
    for path in (sources / "newsletters").glob("2025-03*"):
        path.unlink()
    build(sources, "newsletter")
    left = sorted(p.relative_to(out).as_posix() for p in out.glob("newsletter/*/*/*"))
    assert [name for name in left if not name.startswith("newsletter/2025-05/")] == [
        "newsletter/2025-03/en/notes.txt",
        "newsletter/2025-03/fr/newsletter.txt",
        "newsletter/mine/en/a.txt",
    ]


@pytest.mark.parametrize("fault", ["titel: x\n", "date: [\n", "date: x\n"])
def test_a_faulty_source_accounts_for_its_edition(sources: Path, fault: str) -> None:
    out = everything(sources).out
    edit(sources, "newsletters/2025-03.md", "---\n", f"---\n{fault}")
    assert "taken away" not in build(sources, "newsletter").said
    assert (out / "newsletter/2025-03/en/newsletter.txt").exists()


def test_what_is_held_again_goes_from_whatever_tells_of_it(sources: Path) -> None:
    out = everything(sources, now=LATER).out
    assert "release/2025-06-03-forum-opens/en" in folders(out)
    edit(sources, "news/2025-03-03-first-tide.md", "---\n", "---\nembargo: 2025-08-01T09:00\n")
    edit(sources, "releases/2025-06-03-forum-opens.md", "2025-06-03T10:00", "2025-08-01T10:00")
    again = build(sources, "slides", now=LATER)
    assert again.lines[0].endswith(" taken away that tell of what is under embargo")
    assert "forum-opens" not in again.said
    left = folders(out)
    assert [name for name in left if "2025-03" in name or "forum-opens" in name] == []
    assert "newsletter/2025-05/en" in left
    named = build(sources, "release", edition="2025-06-03-forum-opens", now=LATER)
    assert named.code == 0
    build(sources, "slides", now=LATER, force=True)
    assert "release/2025-06-03-forum-opens/en" in folders(out)


def test_an_earlier_clock_takes_away_what_was_not_out_then(sources: Path) -> None:
    build(sources, "release", now=dt.datetime(2025, 6, 4, tzinfo=dt.UTC))
    early = build(sources, "release", now=dt.datetime(2025, 6, 3, 8, tzinfo=dt.UTC))
    assert "forum-opens" not in early.said
    assert not (early.out / "release/2025-06-03-forum-opens").exists()


@pytest.mark.parametrize("place", ["news", "news/2025"])
def test_what_only_named_a_text_goes_when_that_is_held_again(
    place: str, sources: Path, tmp_path: Path
) -> None:
    # A word so short that nothing knows it for a name.
    story = "---\ntitle: Cod comes back\ndate: 2025-05-02\n---\nCod.\n"
    write(sources, f"{place}/cod.md", story)
    edit(sources, "newsletters/2025-05.md", "---\n", "---\nitems: [cod]\n")
    templates = tmp_path / "templates"
    shutil.copytree(SMALL, templates)
    flyer = 'title = "Flyer"\nper = "standing"\n[section.all]\nkinds = ["newsletters"]\n'
    flyer += '[[output]]\nname = "flyer.txt"\nrenderer = "plain"\ntemplate = "flyer.txt"\n'
    write(templates, "flyer/publication.toml", flyer)
    listed = "{% for one in edition.sections.all['items'] %}{{ one['items'] }}{% endfor %}\n"
    write(templates, "flyer/flyer.txt", listed)
    made = build(sources, "flyer", templates=templates)
    assert "cod" in made.files["flyer/flyer/en/flyer.txt"]
    edit(sources, f"{place}/cod.md", "---\n", "---\nembargo: 2025-08-01T09:00\n")
    again = build(sources, "slides", templates=templates)
    assert "flyer/flyer/en/flyer.txt" not in again.files
    # Somebody else's of the same name is not meant.
    build(sources, "flyer", templates=templates)
    shutil.move(sources / f"{place}/cod.md", sources / "releases/cod.md")
    write(sources, "news/cod.md", story)
    build(sources, "flyer", templates=templates)
    last = build(sources, "slides", templates=templates)
    assert "cod" in last.files["flyer/flyer/en/flyer.txt"]


def test_what_no_receipt_answers_for_is_told_if_it_tells_what_waits(sources: Path) -> None:
    early = NOW.replace(day=2)
    out = build(sources, "release").out
    made = out / "release/2025-06-03-forum-opens"
    shutil.copytree(made, out / "release/2025-06-03-forum-opens (1)")
    shutil.copy(made / "en/release.txt", out / "release/release.sync-conflict.txt")
    (made / "provenance.json").write_text("{}")
    write(out, "release/notes.txt", "Nothing of it.")
    first = build(sources, "slides", now=early)
    for one in (first, build(sources, "slides", now=early)):
        assert one.code == 1
        assert "build/release: error E114 4 files that no build answers for tell" in one.said
        assert "forum-opens" not in one.said
    # A copy that has its receipt is known, and goes.
    assert not (out / "release/2025-06-03-forum-opens (1)").exists()
    assert (made / "en/release.txt").exists()
    shutil.rmtree(made)
    (out / "release/release.sync-conflict.txt").unlink()
    assert build(sources, "slides", now=early).code == 0
    # At its hour it may be told by anybody.
    write(out, "release/old.txt", "Ministers meet at the water")
    assert build(sources, "slides").code == 0


def closing(patch: pytest.MonkeyPatch, path: Path) -> None:
    """Nobody may read what is there, nor list it."""

    def closed(name: str) -> None:
        carry_out = getattr(os, name)

        def asked(given: str | Path = ".", *more: object, **named: object) -> object:
            if not isinstance(given, int) and Path(given) == path:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(given))
            return carry_out(given, *more, **named)

        patch.setattr(os, name, asked)

    for name in ("open", "listdir", "scandir"):
        closed(name)


@pytest.mark.parametrize("name", ["release", "release/2025-06-03-forum-opens", "release/a.txt"])
def test_what_may_not_be_read_is_told_while_something_waits(
    sources: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    early = NOW.replace(day=2)
    out = build(sources, "release").out
    write(out, "release/a.txt", "Ministers meet at the water")
    assert build(sources, "slides").code == 0
    with monkeypatch.context() as patch:
        closing(patch, out / name)
        for _ in range(2):
            closed = build(sources, "slides", now=early)
            assert "build/release: error E114 something here may not be read" in closed.said
            assert closed.code == 1
    (out / "release/a.txt").unlink()
    assert build(sources, "slides", now=early).code == 0
    assert not (out / "release/2025-06-03-forum-opens").exists()


FILM = b"\0\0\0\x18ftypmp42"
"""How a film begins."""


def test_a_film_that_somebody_keeps_there_holds_nothing_up(sources: Path) -> None:
    early = NOW.replace(day=2)
    out = build(sources, "slides", now=early).out
    noise = random.Random(1).randbytes(4_000_000)
    write(out, "release/film.mp4", FILM + noise * 3)
    write(out, "release/font.bin", noise[:1_000_000])
    assert spent(lambda: build(sources, "slides", now=early, force=True), 4) < 4
    for end in (True, False):
        said = b"Ministers meet at the water"
        write(out, "release/film.mp4", FILM + (noise + said if end else said + noise))
        told = build(sources, "slides", now=early, force=True)
        assert "build/release: error E114 1 file that no build answers for tells" in told.said


def test_words_between_what_are_none_are_found(sources: Path) -> None:
    early = NOW.replace(day=2)
    out = build(sources, "slides", now=early).out
    noise = random.Random(1).randbytes(100_000)
    for said in ("Ministers meet at the water".encode(each) for each in ("utf-8", "utf-16-le")):
        write(out, "release/old.doc", noise + b"\0" + said + b"\0" + noise)
        assert "E114 1 file" in build(sources, "slides", now=early, force=True).said


def test_what_is_too_large_to_read_is_told_while_something_waits(sources: Path) -> None:
    early = NOW.replace(day=2)
    out = build(sources, "slides", now=early).out
    for name in ("release/log.txt", "release/old.zip"):
        write(out, name, "")
        os.truncate(out / name, 101_000_000)
        told = build(sources, "slides", now=early, force=True)
        assert "build/release: error E114 something here may not be read" in told.said
        (out / name).unlink()
    assert build(sources, "slides", now=early, force=True).code == 0


def test_what_there_is_no_memory_to_look_at_is_told_and_stops_nothing_else(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = NOW.replace(day=2)
    write(sources, "images/gala.png", (sources / "images/ferry.png").read_bytes() + b"1")
    pictures = (sources / "images.yaml").read_text("utf-8")
    pictures += "gala.png: {alt: The gala, credit: B. Bergen, licence: CC0-1.0}\n"
    write(sources, "images.yaml", pictures)
    edit(sources, "releases/2025-06-03-forum-opens.md", "---\n", "---\nimages: [gala.png]\n")
    out = build(sources, "slides", now=early).out
    write(out, "release/a.png", (sources / "images/quay.png").read_bytes() + b"2")
    decoded = pixels.decoded

    def short_of_memory(content: bytes, *more: int, **named: bool) -> Any:
        if content.endswith(b"2"):
            raise MemoryError
        return decoded(content, *more, **named)

    assert build(sources, "slides", now=early).code == 0
    with monkeypatch.context() as patch:
        patch.setattr(pixels, "decoded", short_of_memory)
        for _ in range(2):
            told = build(sources, "slides", "newsletter", now=early)
            assert "build/release: error E114 something here may not be read" in told.said
            assert (told.code, "newsletter 2025-05 en" in told.said) == (1, True)
    assert build(sources, "slides", now=early).code == 0


def test_what_may_be_read_again_is_on_the_index(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = build(sources, "release").out
    with monkeypatch.context() as patch:
        closing(patch, out / "release")
        assert build(sources, "slides").code == 0
        assert "forum-opens" not in (out / "index.html").read_text("utf-8")
    assert build(sources, "slides").code == 0
    assert "forum-opens" in (out / "index.html").read_text("utf-8")


def test_what_is_always_the_same_has_one_name(sources: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(SMALL, templates)
    declared = 'title = "Flyer"\nper = "standing"\n[section.all]\nkinds = ["news"]\n'
    declared += '[[output]]\nname = "flyer.txt"\nrenderer = "plain"\ntemplate = "flyer.txt"\n'
    write(templates, "flyer/publication.toml", declared)
    write(templates, "flyer/flyer.txt", "{{ edition.title.plain }}\n")
    with pytest.raises(UsageError, match="O120 there is no edition 'fleyr'"):
        build(sources, "flyer", edition="fleyr", templates=templates)
    named = build(sources, "flyer", edition="flyer", templates=templates)
    assert named.files.keys() == {f"flyer/flyer/{code}/flyer.txt" for code in ("en", "fr")}
    # Another publication's edition is none of its own.
    kit = build(sources, edition="forum-2025", templates=templates)
    assert "flyer" not in kit.said
    assert "presskit/forum-2025/en/presskit.txt" in kit.files


def test_the_archive_of_a_language_goes_with_its_last_issue(sources: Path) -> None:
    out = build(sources, "newsletter", templates=REAL).out
    assert (out / "newsletter/feed.fr.json").exists()
    write(out, "newsletter/feed.de.json", "{}")
    for path in (sources / "newsletters").glob("*.fr.md"):
        path.unlink()
    build(sources, "newsletter", templates=REAL)
    left = {path.name for path in (out / "newsletter").glob("*.*")}
    assert left == {"index.html", "feed.xml", "feed.json", "feed.de.json"}
