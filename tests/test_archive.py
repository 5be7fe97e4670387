"""The page and the feeds over all issues: what is out, as other programs read it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import archive, editions, production, publications
from pipeline.corpus import reading
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Edition, Publication
from tests.renderers.mail_jobs import ROOT, TEMPLATES, typesetter

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return reading.read(ROOT / "sources", {"issue", "news", "boilerplate"})


@pytest.fixture(scope="module")
def newsletter() -> Publication:
    [found] = [one for one in publications.discover(TEMPLATES) if one.slug == "newsletter"]
    return replace(found, outputs=tuple(o for o in found.outputs if o.name == "web.html"))


@pytest.fixture(scope="module")
def out(corpus: Corpus, newsletter: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two issues, as a build leaves them."""
    folder = tmp_path_factory.mktemp("build")
    orders = [
        order
        for name in ("2019-12", "2024-03")
        for order in editions.make_up(
            newsletter, corpus, LATER, publications.words(TEMPLATES), named=name
        )
    ]
    assert all(isinstance(order, Edition) for order in orders)
    line = production.Line(typesetter=typesetter(), drawn={}, out=folder)
    assert [report.status for report in production.run(line, orders)] == ["made"] * 4
    return folder


def written(
    out: Path, corpus: Corpus, newsletter: Publication, now: dt.datetime
) -> dict[str, bytes]:
    for path in (out / "newsletter").glob("*.*"):
        path.unlink()
    archive.write(out, corpus, [newsletter], typesetter(), now)
    return {p.name: p.read_bytes() for p in sorted((out / "newsletter").iterdir()) if p.is_file()}


def test_every_language_has_its_page_and_its_two_feeds(
    out: Path, corpus: Corpus, newsletter: Publication
) -> None:
    made = written(out, corpus, newsletter, LATER)
    assert list(made) == [
        *("feed.fr.json", "feed.fr.xml", "feed.json", "feed.xml", "index.fr.html", "index.html"),
    ]
    page = made["index.html"].decode()
    assert page.index('href="2024-03/en/web.html"') < page.index('href="2019-12/en/web.html"')
    assert 'href="index.fr.html"' in page
    assert written(out, corpus, newsletter, LATER) == made


def test_issues_that_have_subjects_alone_are_listed_under_the_name_of_the_house(
    newsletter: Publication, tmp_path: Path
) -> None:
    folder = shutil.copytree(ROOT / "sources", tmp_path / "sources")
    for path in (folder / "newsletters").iterdir():
        path.write_text(re.sub(r"(?m)^title:.*\n", "", path.read_text("utf-8")), "utf-8")
    corpus = reading.read(folder, {"issue", "news", "boilerplate"})
    words = publications.words(TEMPLATES)
    orders = editions.make_up(newsletter, corpus, LATER, words, named="2024-03", languages=["en"])
    line = production.Line(typesetter=typesetter(), drawn={}, out=tmp_path / "out")
    assert [report.status for report in production.run(line, orders)] == ["made"]
    made = written(tmp_path / "out", corpus, newsletter, LATER)
    name = corpus.copies["en"].organisation.name.plain
    assert json.loads(made["feed.json"])["title"] == name
    assert f"<title>All issues – {name}</title>" in made["index.html"].decode()


def test_the_atom_feed_has_what_rfc_4287_wants(
    out: Path, corpus: Corpus, newsletter: Publication
) -> None:
    feed = ET.fromstring(written(out, corpus, newsletter, LATER)["feed.fr.xml"])
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}updated") == "2024-03-28T09:00:00+01:00"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for element in (feed, *entries):
        for once in ("id", "title", "updated"):
            assert len(element.findall(ATOM + once)) == 1
        assert dt.datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    identities = [e.findtext(f"{ATOM}id") or "" for e in (feed, *entries)]
    assert len(set(identities)) == 3
    assert all(identity.startswith("urn:uuid:") for identity in identities)
    links = [(e.find(f"{ATOM}link")) for e in entries]
    assert [link.get("href") for link in links if link is not None] == [
        "https://newsletter.efus.example/2024-03/fr/web.html",
        "https://newsletter.efus.example/2019-12/fr/web.html",
    ]


def test_the_json_feed_has_what_version_1_1_wants(
    out: Path, corpus: Corpus, newsletter: Publication
) -> None:
    feed = json.loads(written(out, corpus, newsletter, LATER)["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://newsletter.efus.example/feed.json"
    assert [item["title"] for item in feed["items"]] == [
        "What cities take home from Brussels",
        "Riga in March, Nice in November, and a full autumn",
    ]
    for item in feed["items"]:
        assert dt.datetime.fromisoformat(item["date_published"]).tzinfo
        assert 'src="images/' not in item["content_html"]
        assert "https://newsletter.efus.example/" in item["content_html"]


def test_an_issue_whose_day_has_not_come_is_in_no_list(
    out: Path, corpus: Corpus, newsletter: Publication
) -> None:
    made = written(out, corpus, newsletter, dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert b"2019-12" in made["index.html"]
    assert not [name for name, content in made.items() if b"2024-03" in content]
    assert written(out, corpus, newsletter, dt.datetime(2019, 1, 1, tzinfo=dt.UTC)) == {}


def test_an_edition_under_embargo_is_not_out() -> None:
    entry = {"sizes": {"web.html": 1}, "date": "2020-01-01"}
    held = {**entry, "embargo": "2030-01-01T00:00:00+00:00"}
    assert archive._is_out(entry, LATER)
    assert not archive._is_out(held, LATER)


def test_a_number_for_ever_does_not_depend_on_what_else_is_out(
    out: Path, corpus: Corpus, newsletter: Publication
) -> None:
    early = written(out, corpus, newsletter, dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    late = written(out, corpus, newsletter, LATER)

    def identities(feed: bytes) -> list[str]:
        return [element.text or "" for element in ET.fromstring(feed).iter(f"{ATOM}id")]

    assert set(identities(early["feed.xml"])) < set(identities(late["feed.xml"]))
