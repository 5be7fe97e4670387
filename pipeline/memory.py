"""What a build of the same things said: if nothing has changed it can be said again at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from pipeline import hours, outputs, stamps
from pipeline.errors import DISK, Finding, Level, Location, printable
from pipeline.moments import at

RECORDS = outputs.RECORDS
INDEX = "index.html"
OVERTAKEN = "B124"
"""What other sources have made stood where these have made theirs."""
SAVED = "B125"
"""Somebody saved a source while it was read."""
GONE = "B126"
"""What was put in place does not stand there."""
READ = (".md", ".yaml")
IMAGES = "images/"
"""What sources are called, and where pictures are: nothing else is saved by halves."""
UNREAD = {"B104", "I103", "O102", "O110"}
"""A source, a picture, a declaration or a template that could not be opened."""
CHANCE = {"P190", "P191", DISK, OVERTAKEN, SAVED, GONE} | UNREAD
"""A process that was stopped or fell over, a disk that was full, or gave nothing for a moment:
tomorrow it may go well."""
LONGEST = 2 * len("9999-12-31T23:59:59.999999+00:00") + 1
"""Letters of two moments."""
EVER = dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC)


class Record:
    """The words and the exit code of one order, and what they were true of."""

    def __init__(self, asked: Iterable[str], sources: Path, templates: Path, out: Path) -> None:
        name = stamps.digest(
            "\0".join([*asked, str(sources), str(templates)]).encode("utf-8", "surrogateescape")
        )
        self._sources = sources
        self._prints: dict[str, stamps.Footprint] = {}
        # Now, and not at the end: what somebody saves meanwhile has not been read.
        self.drawn = stamps.of_folders(templates)
        """Digests of the folders of templates, before any of them was read."""
        self._read = [stamps.of_folder(sources, self._prints), stamps.of_value(self.drawn)]
        self._out = out
        self._path = out / RECORDS / f"{name[:16]}.json"
        self._inputs = ""

    def saved_meanwhile(self) -> Iterator[Finding]:
        """A source that is saved while it is read may have been read by halves."""
        now, before = stamps.footprints(self._sources), self._prints
        for name in sorted(now.keys() | before.keys()):
            is_read = name.endswith(READ) or name.startswith(IMAGES)
            if is_read and now.get(name) != before.get(name):
                yield self._saved(name, is_new=name not in before)

    def _saved(self, name: str, *, is_new: bool) -> Finding:
        message = "this file was saved while the build read it: half of it may stand in there"
        if is_new:
            # It may be under embargo, which nobody has read: its name is not told.
            name = name.rpartition("/")[0]
            message = "a file was put here while the build read: half of it may stand in there"
        where = PurePosixPath(*map(printable, (self._sources.name, name)))
        return Finding(SAVED, message, "build again", Location(where), Level.WARNING)

    def _digest(self) -> str:
        if not self._inputs:
            parts = [*self._read, stamps.environment()]
            self._inputs = stamps.digest("\n".join(parts).encode())
        return self._inputs

    def known(self, now: dt.datetime) -> tuple[list[str], int] | None:
        """What was said and how it ended, if it would be said and end so again."""
        kept = stamps.unsealed(outputs.read(self._path))
        try:
            if kept["inputs"] != self._digest() or not self._is_same_time(self._path, kept, now):
                return None
            for name, digest in kept["files"].items():
                if self._standing(name) != digest:
                    return None
            return [str(line) for line in kept["said"]], int(kept["code"])
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError):
            return None

    def _standing(self, name: str) -> str:
        try:
            return stamps.of_one(self._out.joinpath(*name.split("/")))
        except OSError:
            return ""

    def keep(
        self,
        corpus: Any,
        now: dt.datetime,
        reports: Sequence[Any],
        told: Iterable[Finding],
        said: Iterable[str],
        code: int,
    ) -> None:
        """Remember what was said; not what chance had a part in: that is tried again."""
        from pipeline import provenance

        of_reports = (finding for report in reports for finding in report.findings)
        if any(finding.code in CHANCE for finding in (*told, *of_reports)):
            return
        # As long as any: a moment that is none has more letters than an hour has.
        moments = " ".join(one.isoformat() for one in _while(corpus, now, reports)).ljust(LONGEST)
        files = {name: self._standing(name) for name in self._made(reports)}
        # A folder may have been moved away by now, or be another build's, or worked on: to say the
        # same of it again would leave it as it is.
        if not provenance.stand(self._out, reports, files):
            return
        kept = {
            "inputs": self._digest(),
            "while": self._veiled(moments.encode()),
            "zone": _zone(corpus),
            "files": files,
            "said": [_now_unchanged(line) for line in said],
            "code": code,
        }
        outputs.replace(self._path, stamps.sealed(kept), lasting=False)

    def forget_others(self, now: dt.datetime) -> None:
        """Take the records away that are not of these things and this time: they may tell more."""
        for path in sorted(self._path.parent.glob("*.json")):
            kept = stamps.unsealed(outputs.read(path))
            try:
                is_of_use = kept["inputs"] == self._digest() and self._is_same_time(path, kept, now)
            except (ValueError, KeyError, TypeError, AttributeError, OSError):
                is_of_use = False
            if not is_of_use:
                outputs.remove(path)

    def _is_same_time(self, path: Path, kept: dict[str, Any], now: dt.datetime) -> bool:
        """Whether no embargo has ended and no date has come since."""
        if now.tzinfo is None:
            now = at(now, ZoneInfo(kept["zone"]))
        own, veiled = kept["while"].split()
        moments = self._through(path, own, bytes.fromhex(veiled)).decode().split()
        begins, ends = map(dt.datetime.fromisoformat, moments)
        return begins <= now < ends

    def _veiled(self, told: bytes) -> str:
        """Until when something waits is read by those only who have the sources.

        Under one veil, what is known of one day would tell that of another: each has its own.
        """
        own = stamps.digest(self._read[0].encode() + told)
        return f"{own} {self._through(self._path, own, told).hex()}"

    def _through(self, path: Path, own: str, told: bytes) -> bytes:
        return stamps.through(f"{path.name}\0{self._read[0]}\0{own}", told)

    def _made(self, reports: Sequence[Any]) -> list[str]:
        """All that stands where the editions are: their files, receipts, archive and index."""
        places = {report.folder.parent for report in reports}
        found = {path for place in places for path in outputs.below(self._out / place)}
        found |= {path for place in places for path in (self._out / place.parent).glob("*.*")}
        return [
            INDEX,
            *(p.relative_to(self._out).as_posix() for p in sorted(found) if p.is_file()),
        ]


def _zone(corpus: Any) -> str:
    copy = next(iter(corpus.copies.values()))
    return str(copy.organisation.timezone)


def _while(
    corpus: Any, now: dt.datetime, reports: Sequence[Any]
) -> tuple[dt.datetime, dt.datetime]:
    """From when until when the same choice is made as *now*."""
    moments = hours.thresholds(corpus)
    begins = max((moment for moment in moments if moment <= now), default=EVER[0])
    ends = min((moment for moment in moments if moment > now), default=EVER[1])
    if _is_of_today(corpus, reports) or hours.is_dated_ahead(corpus, now):
        # Today is where the organisation is.
        zone = ZoneInfo(_zone(corpus))
        day = now.astimezone(zone).date()
        first, last = (
            dt.datetime.combine(day + dt.timedelta(days=days), dt.time(), zone) for days in (0, 1)
        )
        begins, ends = max(begins, first), min(ends, last)
    return begins, ends


def _is_of_today(corpus: Any, reports: Iterable[Any]) -> bool:
    """Whether an edition is dated today: a standing publication, or slides that bear no date."""
    undated = {deck.slug for copy in corpus.copies.values() for deck in copy.decks if not deck.date}
    return any(one.slug in undated or one.slug == one.publication for one in reports)


def _now_unchanged(line: str) -> str:
    for format in ("  {}  ", '"status": "{}"'):
        line = line.replace(format.format("made"), format.format("unchanged"), 1)
    return line


# What other programs said -----------------------------------------------------------------


class Heard:
    """What spellers and grammarians said of each passage, veiled by who asked them."""

    def __init__(self, out: Path) -> None:
        self._path = out / RECORDS / "voices"
        kept = stamps.unsealed(outputs.read(self._path)).get("passages")
        told = kept.items() if isinstance(kept, dict) else ()
        self.known = {key: said for key, said in told if isinstance(said, str)}

    def keep(self, said: Mapping[str, str]) -> None:
        """Those alone: what stands in no source any more is forgotten."""
        # A link that somebody has put there leads to what is not ours to write.
        if said != self.known and not self._path.parent.is_symlink():
            outputs.replace(self._path, stamps.sealed({"passages": dict(said)}), lasting=False)


# What was seen of the pages ---------------------------------------------------------------


def of_pages(out: Path, now: dt.datetime | None = None) -> Iterator[Finding]:
    """What was noticed on the pages of the editions that stand in *out*, when they were printed.

    Where *now* is told, only of those that are for everybody by then.
    """
    from pipeline import provenance

    for _, receipt in provenance.standing(out):
        for entry in receipt["languages"].values():
            is_open = now is None or not provenance.is_held(entry, now)
            told = entry.get("findings", ()) if is_open else ()
            yield from (provenance.finding(one) for one in told if one[0].startswith("P"))
