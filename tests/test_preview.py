"""The live desk: only the browser that knows the key sees it, and only what a build has listed."""

import concurrent.futures
import datetime as dt
import http.client
import http.cookies
import json
import os
import re
import shutil
import threading
from pathlib import Path, PurePosixPath

import pytest

from pipeline import first_reading, outputs, preview, stamps
from pipeline.errors import BroadsideError, Finding, Location
from pipeline.typesetting import Typesetter
from pipeline.workers import Limits

TEMPLATES = Path(__file__).parent.parent / "templates"

LISTED = {"newsletter.html": "x", "images/a.png": "y", "images/b.SVG": "z"}
PROVENANCE = stamps.sealed({"languages": {"en": {"files": LISTED}}})


@pytest.fixture
def desk(tmp_path):
    files = {
        "provenance.json": PROVENANCE,
        "en/newsletter.html": b"<p>Hello</p>",
        "en/images/a.png": b"png",
        "en/images/b.SVG": b"<svg/>",
        "en/secret.txt": b"not listed",
    }
    outputs.publish(tmp_path, PurePosixPath("newsletter/2019-12"), files)
    setter = Typesetter(TEMPLATES, {}, {}, {})
    desk = preview.Desk(tmp_path, lambda told: setter.set_desk(**told))
    with preview._server(desk, 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        desk.port = server.server_address[1]
        yield desk
        server.shutdown()


def ask(desk, path, cookie=True, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
    if cookie:
        headers["Cookie"] = f"broadside={desk.key}"
        path = f"{desk.room.rstrip('/')}{path}" if path.startswith("/") else path
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_key_in_the_address_opens_the_desk_once_and_for_all(desk):
    answer, _ = ask(desk, f"/?key={desk.key}", cookie=False)
    assert answer.status == 303
    assert "HttpOnly; SameSite=Strict" in answer.headers["Set-Cookie"]
    assert answer.headers["Location"] == desk.room


def test_programs_on_other_ports_are_not_sent_the_cookie(desk):
    answer, _ = ask(desk, f"/?key={desk.key}", cookie=False)
    cookie = http.cookies.SimpleCookie(answer.headers["Set-Cookie"])["broadside"]
    # A browser sends it to every port of this machine, but to no other path.
    assert cookie["path"] == desk.room != "/"
    page = TEMPLATES / "_shared/desk.html"
    assert not re.search(r"""(?:href|src)="/|fetch\('/""", page.read_text(encoding="utf-8"))
    for path in ("/", "/state", "/files/newsletter/2019-12/en/newsletter.html"):
        headers = {"Cookie": f"broadside={desk.key}"}
        assert ask(desk, path, cookie=False, **headers)[0].status == 403


def test_without_the_key_nothing_is_shown(desk):
    for path in ("/", "/state", "/files/newsletter/2019-12/en/newsletter.html", "/?key=guess"):
        assert ask(desk, path, cookie=False)[0].status == 403


def test_a_made_page_and_its_pictures_are_shown_and_may_run_nothing(desk):
    answer, body = ask(desk, "/files/newsletter/2019-12/en/newsletter.html")
    assert (answer.status, body) == (200, b"<p>Hello</p>")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert ask(desk, "/files/newsletter/2019-12/en/images/a.png")[1] == b"png"
    drawing, _ = ask(desk, "/files/newsletter/2019-12/en/images/b.SVG")
    assert "default-src 'none'" in drawing.headers["Content-Security-Policy"]


def test_what_waits_or_is_for_one_newsroom_is_not_taken_for_public(desk):
    entry = {"files": {"release.html": ""}, "embargo": "2025-07-01T09:00:00+02:00"}
    told = {"en": entry, "fr": {**entry, "newsroom": "Le <Monde>"}}
    receipt = stamps.sealed({"edition": "gala", "publication": "release", "languages": told})
    files = {"provenance.json": receipt, "en/release.html": b"", "fr/release.html": b""}
    outputs.publish(desk.out, PurePosixPath("release/gala"), files)
    page = ask(desk, "/")[1].decode()
    hour = "embargo until 2025-07-01T09:00:00+02:00"
    assert f"<h2>release/gala/en<small>{hour}</small></h2>" in page
    assert f"<h2>release/gala/fr<small>for Le &lt;Monde&gt;, {hour}</small></h2>" in page
    assert "<h2>newsletter/2019-12/en</h2>" in page


@pytest.mark.parametrize(
    "path",
    [
        "/files/newsletter/2019-12/en/secret.txt",
        "/files/newsletter/2019-12/provenance.json",
        "/files/../../etc/passwd",
        "/files/newsletter/2019-12/en/..%2f..%2fprovenance.json",
        "/files/%00",
        "//etc/passwd",
    ],
)
def test_what_no_build_has_listed_does_not_exist(desk, path):
    assert ask(desk, path)[0].status == 404


@pytest.mark.parametrize("what", ["link", "pipe", "folder"])
def test_what_has_taken_the_place_of_a_file_is_neither_followed_nor_waited_for(
    desk, tmp_path_factory, what
):
    page = desk.out / "newsletter/2019-12/en/newsletter.html"
    away = tmp_path_factory.mktemp("away")
    outputs.replace(away / "newsletter.html", b"somebody's own")
    page.unlink()
    if what == "pipe":
        os.mkfifo(page)
    elif what == "link":
        page.symlink_to(away / "newsletter.html")
    else:
        shutil.rmtree(page.parent)
        page.parent.symlink_to(away)
    answer, body = ask(desk, "/files/newsletter/2019-12/en/newsletter.html")
    assert (answer.status, body) == (404, b"it is being made again")


def test_a_receipt_that_names_a_file_outside_shows_none(desk, tmp_path):
    told = {"languages": {"en": {"files": {"../../../secret": "x"}}}}
    outputs.replace(tmp_path / "secret", b"mine")
    outputs.replace(tmp_path / "newsletter/2019-12/provenance.json", stamps.sealed(told))
    assert ask(desk, "/files/newsletter/2019-12/en/../../../secret")[0].status == 404


def test_a_desk_that_a_designer_is_at_work_on_says_what_is_wrong(desk):
    def broken(_):
        raise BroadsideError(Finding("O112", "line 3 is no template", "", Location(Path("desk"))))

    desk.page = broken
    answer, body = ask(desk, "/")
    assert (answer.status, body) == (500, b"desk: error O112 line 3 is no template")


def test_a_machine_without_room_for_a_build_says_so_and_the_desk_stays(desk, monkeypatch):
    def full(*_, **__):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(preview.subprocess, "Popen", full)
    preview.remake(desk, [])
    assert "error B121 Resource temporarily unavailable" in desk.said


def test_another_hosts_name_and_another_site_are_refused(desk):
    assert ask(desk, "/", Host="evil.example")[0].status == 421
    assert ask(desk, "http://evil.example/")[0].status == 421
    assert ask(desk, "/", **{"Sec-Fetch-Site": "cross-site"})[0].status == 403
    assert ask(desk, "/", Origin="http://evil.example")[0].status == 403


def test_what_is_no_address_is_refused_without_a_word(desk, capfd):
    assert ask(desk, "http://[x", Host=f"127.0.0.1:{desk.port}")[0].status == 400
    assert capfd.readouterr().err == ""


def test_a_saved_file_is_noticed(tmp_path):
    source = tmp_path / "a.md"
    outputs.replace(source, b"one")
    before = preview.state([tmp_path])
    outputs.replace(source, b"two, longer")
    assert preview.state([tmp_path]) != before


HOUSE = """name: Network of River Towns
short_name: Rivertowns
languages: [en]
timezone: Europe/Paris
"""
ITEM = "---\ntitle: An item\ndate: 2024-05-20\n---\n"


@pytest.fixture
def writing(tmp_path):
    """A folder that is written in, and what the open desk says of each file that is saved."""
    root = tmp_path / "sources"
    outputs.replace(root / "organisation.yaml", HOUSE.encode())
    reader = first_reading.FirstReader(root, lambda: dt.date(2026, 1, 1))
    reader.prepare()

    def save(desk, name, text, *others):
        outputs.replace(root / name, text.encode())
        said, wanted = [], threading.Event()
        preview.on_saved(desk, reader, said.append, wanted, [root / name, *others])
        assert wanted.is_set()
        return said

    return save


def test_what_is_wrong_in_a_saved_file_is_said_at_once(desk, writing):
    name = "news/2024-05-20-item.md"
    said = writing(desk, name, f"{ITEM}The the bridge.\n", PurePosixPath("notes.txt"))
    assert [line.split("\n")[0] for line in said] == [
        "sources/news/2024-05-20-item.md:5:4: error X100 the word 'The' stands twice"
    ]
    told = json.loads(ask(desk, "/state")[1])
    assert told["saved"] == "sources/news/2024-05-20-item.md"
    assert [(one["where"], one["code"]) for one in told["found"]] == [
        (f"sources/{name}:5:4", "X100")
    ]
    assert writing(desk, name, f"{ITEM}The bridge.\n") == [f"sources/{name}: nothing to mend"]
    assert json.loads(ask(desk, "/state")[1])["found"] == []


def test_a_saved_file_that_cannot_be_read_says_why(desk, writing):
    name = "news/2024-05-20-item.md"
    [said] = writing(desk, name, "---\ntitle: 'An item\n---\nThe bridge.\n")
    assert f"sources/{name}:2:8: error Y110 " in said


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("K100", ITEM.replace("date:", "author: Ann\ndate:")),
        ("K101", ITEM.replace("title:", "# title:")),
        ("D100", ITEM.replace("05-20", "15-20")),
        ("D101", ITEM.replace("date:", "embargo: soon\ndate:")),
        ("D107", ITEM.replace("An item", "An item # embargo 1 July 2026, 9:00")),
        ("I100", ITEM.replace("date:", "image: none.png\ndate:")),
        ("F100", f"{ITEM}We are {{{{ facts.members }}}}.\n"),
        ("L100", f"{ITEM}See [the bridge](javascript:x) today.\n"),
    ],
)
def test_what_a_build_refuses_is_said_when_it_is_saved(desk, writing, code, text):
    [said] = writing(desk, "news/2024-05-20-item.md", text)
    assert f": error {code} " in said


def test_a_saved_file_that_nobody_reads_is_told(desk, writing):
    [said] = writing(desk, "notes/item.md", ITEM)
    assert said.startswith("sources/notes/item.md: warning B114 this file is not read")
    [said] = writing(desk, "news/2024-05-20-\x1b]0;x\x07.md", ITEM)
    assert said.startswith(r"sources/news/2024-05-20-\u001b]0;x\u0007.md: error B105 ")


def test_a_saved_page_of_the_house_is_known_from_then_on(desk, writing):
    name = "news/2024-05-20-item.md"
    assert "nothing to mend" in writing(desk, name, f"{ITEM}We met in Rivverton.\n")[0]
    assert "nothing" in writing(desk, "names.yaml", "Rivertown:\n  not: [Rivverton]\n")[0]
    assert "error N100" in writing(desk, name, f"{ITEM}We met in Rivverton.\n")[0]
    [said] = writing(desk, "organisation.yaml", f"{HOUSE}website: nowhere at all\n")
    assert "error K102 'website'" in said


def test_many_files_saved_at_once_are_not_read_over_the_shoulder(desk, writing):
    many = [PurePosixPath(f"sources/news/{number}.md") for number in range(9)]
    root = desk.out / "sources"
    texts = [root / "news" / path.name for path in many]
    for path in texts:
        outputs.replace(path, b"The the bridge.")
    assert writing(desk, "news/0.md", f"{ITEM}The the bridge.\n", *texts[1:]) == []


def test_only_what_was_saved_is_handed_on(tmp_path):
    outputs.replace(tmp_path / "a.md", b"one")
    seen = []

    def on_change(saved):
        seen.append([path.name for path in saved])
        if len(seen) == 2:
            raise KeyboardInterrupt
        outputs.replace(tmp_path / "b.md", b"two")

    preview.watch([tmp_path], on_change)
    assert seen == [[], ["b.md"]]


def test_the_desk_lists_what_was_made(desk):
    _, page = ask(desk, "/")
    assert b"newsletter/2019-12/en" in page
    assert b"secret" not in page


def test_a_page_of_the_desk_that_goes_on_for_ever_is_stopped_and_the_desk_stays(tmp_path):
    endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
    (tmp_path / "_shared").mkdir()
    (tmp_path / "_shared/desk.html").write_text(endless, encoding="utf-8")
    setter = Typesetter(tmp_path, {}, {}, {}, limits=Limits(seconds=1))
    desk = preview.Desk(tmp_path, lambda told: setter.set_desk(**told))
    with preview._server(desk, 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        desk.port = server.server_address[1]
        answer, body = ask(desk, "/")
        server.shutdown()
    assert answer.status == 500
    assert b"_shared/desk.html" in body


def test_many_who_look_at_the_desk_at_once_are_all_answered(desk):
    with concurrent.futures.ThreadPoolExecutor(8) as readers:
        seen = list(readers.map(lambda _: ask(desk, "/")[0].status, range(16)))
    assert seen == [200] * 16
