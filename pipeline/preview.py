"""The live desk: every edition in a browser while it is written. Loopback only.

Other pages in the same browser must not read it (DNS rebinding, cross-site requests), so a request
needs our host's name and the key of this run, and gets only files that a build has listed. Cookies
know no ports, so ours has a path that no other program on this machine is ever asked for.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import mimetypes
import os
import secrets
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline import outputs, provenance
from pipeline.errors import BroadsideError, Finding, of_disk
from pipeline.first_reading import FirstReader
from pipeline.folders import walk

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PORT = 8613
PAUSE = 0.25
"""Seconds between two looks at the folders."""
PATIENCE = 3
"""Seconds that a build has to end when the desk is closed."""
COOKIE = "broadside"
SHOWN = (".html", ".pdf", ".txt")
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FRAMED = (
    "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
    "frame-ancestors 'self'; form-action 'none'; base-uri 'none'"
)
"""What a made page may do inside the desk: show itself."""


@dataclass
class Desk:
    """What the browser is shown: the folder, what was said of it, and how often it was made."""

    out: Path
    page: Callable[[Mapping[str, Any]], str]
    """The desk's own page, set with `folders`, `marks` and `said`."""
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    room: str = field(default_factory=lambda: f"/{secrets.token_urlsafe(12)}/")
    """Where the desk stands, and whereto its cookie goes."""
    said: str = "making everything for the first time …"
    edition: int = 0
    found: tuple[Finding, ...] = ()
    """What was found in the sources that were saved last."""
    saved: str = ""
    """Which sources these are."""
    at_work: subprocess.Popen[str] | None = None
    """The build that runs just now."""
    is_closed: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def told(self) -> dict[str, Any]:
        """What has changed, for a page that is open already."""
        found = [
            {"where": str(one.location), "level": one.level.value, "code": one.code,
             "message": one.message, "remedy": one.remedy}
            for one in self.found
        ]  # fmt: skip
        return {"edition": self.edition, "said": self.said, "saved": self.saved, "found": found}

    def files(self) -> dict[str, list[str]]:
        """Folder -> the files in it, as the builds have listed them."""
        return {folder: sorted(entry.get("files", {})) for folder, entry in self._entries()}

    def marks(self) -> dict[str, str]:
        """Folder -> for whom it is, and until when it waits: nobody takes it for public."""
        told = {}
        for folder, entry in self._entries():
            room, hour = entry.get("newsroom", ""), entry.get("embargo", "")
            said = [f"for {room}" if room else "", f"embargo until {hour}" if hour else ""]
            if mark := ", ".join(filter(None, said)):
                told[folder] = mark
        return told

    def _entries(self) -> Iterator[tuple[str, provenance.Provenance]]:
        # What a disk does not give now is asked for again in a moment.
        with contextlib.suppress(OSError):
            for folder, told in provenance.standing(self.out):
                for language, entry in sorted(told.get("languages", {}).items()):
                    yield f"{folder.as_posix()}/{language}", entry


def serve(
    folders: Sequence[Path],
    desk: Desk,
    options: Sequence[str],
    say: Callable[[str], None],
    reader: FirstReader,
    port: int = PORT,
) -> None:
    """Make everything, show it, and make it again whenever *folders* change, until Ctrl-C."""
    wanted = threading.Event()
    maker = functools.partial(keep_making, wanted, functools.partial(remake, desk, options))
    with _server(desk, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"the desk is open at  http://{HOST}:{server.server_address[1]}/?key={desk.key}")
        say("it shows what you save within seconds; Ctrl-C closes it")
        threading.Thread(target=maker, daemon=True).start()
        try:
            watch(folders, functools.partial(on_saved, desk, reader, say, wanted))
        finally:
            close(desk)


def watch(folders: Sequence[Path], on_change: Callable[[Sequence[Path]], None]) -> None:
    """Tells which files were saved; at first, none."""
    seen = None
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            now = state(folders)
            if now != seen:
                fresh = sorted({Path(name) for name, _, _ in set(now).difference(seen or now)})
                seen = now
                on_change(fresh)
            time.sleep(PAUSE)


def on_saved(
    desk: Desk,
    reader: FirstReader,
    say: Callable[[str], None],
    wanted: threading.Event,
    saved: Sequence[Path],
) -> None:
    """Says at once what is wrong in what was saved, and has everything made again."""
    read = reader.read(saved)
    if read:
        desk.saved = ", ".join(path.as_posix() for path in read)
        desk.found = tuple(finding for findings in read.values() for finding in findings)
        for path, findings in read.items():
            for line in map(str, findings) if findings else [f"{path}: nothing to mend"]:
                say(line)
    wanted.set()
    if not saved:
        reader.prepare()


def keep_making(wanted: threading.Event, remake: Callable[[], None]) -> None:
    """Makes everything whenever it is wanted; what is saved meanwhile is made next."""
    while True:
        wanted.wait()
        wanted.clear()
        remake()


def state(folders: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of all files: cheap enough to be asked twice a second."""
    told = []
    # Several houses may share these pieces by a link.
    shared = (root / "_shared" for root in folders)
    for root in (*folders, *filter(Path.is_symlink, shared)):
        for folder, _, names in walk(root):
            for name in names:
                path = Path(folder, name)
                with contextlib.suppress(OSError):
                    status = path.stat()
                    told.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(sorted(told))


def remake(desk: Desk, options: Sequence[str]) -> None:
    """A build in a process of its own, so that nothing it does can stop the desk."""
    # -P: nothing that lies in the folder where the desk was opened takes our place.
    command = [sys.executable, "-P", "-m", "pipeline", "build", *options]
    ours = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with desk.lock:
        if desk.is_closed:
            return
        try:
            desk.at_work = subprocess.Popen(  # noqa: S603 - our own program, with the options we were given
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                stdin=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": ours},
            )
        except OSError as error:
            # A machine that has no room for another program may have some when more is saved.
            desk.said = str(of_disk(error))
            return
    desk.said, _ = desk.at_work.communicate()
    desk.edition += 1


def close(desk: Desk) -> None:
    """Ends the build that runs, however the desk is closed."""
    with desk.lock:
        desk.is_closed = True
    if desk.at_work:
        desk.at_work.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            desk.at_work.wait(PATIENCE)
        desk.at_work.kill()


class _Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64
    """Who looks over all editions asks for their pictures at once."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: whoever asked has gone, or asked for what is no address."""


def _server(desk: Desk, port: int) -> _Server:
    handler = functools.partial(Window, desk)
    try:
        return _Server((HOST, port), handler)
    except OSError:
        # Somebody else is there, or it is not for us.
        return _Server((HOST, 0), handler)


class Window(http.server.BaseHTTPRequestHandler):
    """One request: refused unless it is the browser we told the key."""

    server_version = "Broadside"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 10

    def __init__(self, desk: Desk, *arguments: object) -> None:
        self.desk = desk
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        try:
            address = urlsplit(self.path)
        except ValueError:
            return self._answer(400, b"no address")
        port = self.server.server_address[1]  # type: ignore[index]
        # A request may name one twice, and another one in its first line.
        hosts = {*self.headers.get_all("Host", [""]), *filter(None, [address.netloc])}
        if len(hosts) > 1 or not hosts <= {f"{HOST}:{port}", f"localhost:{port}"}:
            return self._answer(421, b"another host's name")
        own = f"http://{self.headers.get('Host')}"
        asks = self.headers.get("Sec-Fetch-Site", "none"), self.headers.get("Origin", own)
        if asks[0] not in ("none", "same-origin") or asks[1] != own:
            return self._answer(403, b"asked by another site")
        given = parse_qs(address.query).get("key", [""])[0]
        if address.path == "/" and secrets.compare_digest(given.encode(), self.desk.key.encode()):
            cookie = f"{COOKIE}={self.desk.key}; HttpOnly; SameSite=Strict; Path={self.desk.room}"
            return self._answer(303, b"", {"Location": self.desk.room, "Set-Cookie": cookie})
        if not self._is_known() or not address.path.startswith(self.desk.room):
            return self._answer(403, b"open the address that the terminal shows")
        return self._show(unquote(address.path.removeprefix(self.desk.room)))

    def _is_known(self) -> bool:
        pairs = (part.strip() for part in self.headers.get("Cookie", "").split(";"))
        wanted = f"{COOKIE}={self.desk.key}".encode()
        return any(secrets.compare_digest(pair.encode(), wanted) for pair in pairs)

    def _show(self, path: str) -> None:
        if not path:
            try:
                marks = self.desk.marks()
                page = self.desk.page(
                    {"folders": self._shown(), "marks": marks, **self.desk.told()}
                )
            except BroadsideError as error:
                # A designer is at work on the desk itself.
                return self._answer(500, str(error).encode("utf-8", "replace"))
            own = "default-src 'none'; frame-src 'self'; style-src 'unsafe-inline'; "
            own += "script-src 'unsafe-inline'; connect-src 'self'; img-src 'self'"
            kind = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": own}
            return self._answer(200, page.encode("utf-8", "replace"), kind)
        if path == "state":
            told = json.dumps(self.desk.told()).encode()
            return self._answer(200, told, {"Content-Type": "application/json"})
        asked = path.removeprefix("files/")
        for folder, names in self.desk.files().items():
            name = asked.removeprefix(f"{folder}/")
            if asked.startswith(f"{folder}/") and name in names:
                return self._file(folder, name)
        return self._answer(404, b"no such file")

    def _shown(self) -> dict[str, list[str]]:
        """What a browser can show of each edition."""
        return {
            folder: [n for n in names if n.endswith(SHOWN) and "/" not in n and n[0] != "."]
            for folder, names in self.desk.files().items()
        }

    def _file(self, folder: str, name: str) -> None:
        path = self.desk.out.joinpath(*folder.split("/"), *name.split("/"))
        # Neither a file nor a folder that somebody has put in its place leads out, or hangs us.
        is_ours = path.parent.resolve().is_relative_to(self.desk.out.resolve())
        content = outputs.read(path) if is_ours else None
        if content is None:
            return self._answer(404, b"it is being made again")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        headers = {"Content-Type": kind}
        if name.lower().endswith((".html", ".svg", ".xml")):
            headers["Content-Security-Policy"] = FRAMED
        return self._answer(200, content, headers)

    def _answer(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the terminal belongs to the person at the desk."""
