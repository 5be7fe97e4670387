"""From a small complete folder every publication is made, with every file it promises."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.desks import build

FILES = {
    "newsletter/2025-05": "newsletter.html newsletter.txt newsletter.eml web.html newsletter.pdf "
    "agenda.ics",
    "presskit/forum-2025": "presskit.pdf presskit.zip",
    "release/2025-06-03-forum-opens": "release.html release.pdf release.docx release.txt",
    "manifesto/2025": "manifesto.pdf manifesto-print.pdf manifesto-cover.pdf manifesto-booklet.pdf",
    "slides/harbours": "slides.pdf slides.pptx",
}


def test_every_publication_is_made_in_every_language(sources):
    names = [folder.split("/")[0] for folder in FILES]
    made = build(sources, *names, templates=ROOT / "templates")
    for folder, files in FILES.items():
        for language in ("en", "fr"):
            standing = {path.name for path in (made.out / folder / language).iterdir()}
            assert set(files.split()) <= standing
    assert [line for line in made.lines if ": error " in line] == []
    assert made.code == 0
