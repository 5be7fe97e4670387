"""Templates that were compiled when Broadside was set up set the same pages, and nothing else."""

import shutil

import pytest

from pipeline import casting, cldr, publications, stereotypes
from pipeline.errors import DeclarationError
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter
from tests.renderers.mail_jobs import TEMPLATES, edition


def setter(templates, cast):
    words, brand = publications.words(templates), publications.brand(templates)
    return Typesetter(templates, words, brand, merge_tags.TOKENS, cast)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("cast")
    casting.cast(TEMPLATES, place)
    return place


@pytest.mark.parametrize("template", ["newsletter.html", "newsletter.txt", "web.html"])
def test_a_page_is_the_same_from_byte_code(template, place, tmp_path):
    plain = setter(TEMPLATES, tmp_path).set(edition(), template)
    assert setter(TEMPLATES, place).set(edition(), template) == plain


def test_every_template_of_ours_is_cast_and_found_again(place, tmp_path):
    names = {name for name, _ in setter(TEMPLATES, tmp_path).cast()}
    tongues = {cldr.name(language) for language in publications.words(TEMPLATES)}
    assert names | tongues == {path.name for path in place.iterdir()}
    assert len(names) > 60


def test_byte_code_that_is_not_whole_is_not_used(place, tmp_path):
    for path in place.iterdir():
        content = bytearray(path.read_bytes())
        content[-5] ^= 1
        (tmp_path / path.name).write_bytes(content)
    page = setter(TEMPLATES, tmp_path).set(edition(), "newsletter.html")
    assert page == setter(TEMPLATES, place).set(edition(), "newsletter.html")
    assert stereotypes.placed(b"", "x") is None


def test_an_edited_template_counts_and_its_faults_are_told_where_it_lies(tmp_path):
    for name in ("newsletter", "_shared"):
        shutil.copytree(TEMPLATES / name, tmp_path / "here" / name)
    page = tmp_path / "here" / "newsletter" / "newsletter.html"
    page.write_text("one\n{{ edition.slug + 1 }}\n")
    casting.cast(tmp_path / "here", tmp_path / "cast")
    shutil.move(tmp_path / "here", tmp_path / "there")
    with pytest.raises(DeclarationError) as told:
        setter(tmp_path / "there", tmp_path / "cast").set(edition(), "newsletter.html")
    where = told.value.findings[0].location
    assert (where.path.as_posix(), where.line) == ("there/newsletter/newsletter.html", 2)
    (tmp_path / "there" / "newsletter" / "newsletter.html").write_text("two")
    set_anew = setter(tmp_path / "there", tmp_path / "cast").set(edition(), "newsletter.html")
    assert set_anew == "two"


def test_a_filter_of_a_language_is_never_worked_out_beforehand(tmp_path):
    folder = tmp_path / "templates" / "flyer"
    folder.mkdir(parents=True)
    (folder / "flyer.html").write_text("{{ 1200 | number }}")
    casting.cast(tmp_path / "templates", tmp_path / "cast")
    assert list(tmp_path.glob("cast/*")) == []
