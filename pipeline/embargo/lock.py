"""The second lock: no finished byte says what is held, whatever was chosen before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pipeline.embargo import waiting
from pipeline.errors import BroadsideError, Finding
from pipeline.frozen import dataclass
from pipeline.model.corpus import Corpus
from pipeline.model.editions import Edition, Refused
from pipeline.model.sources import Kit, Release

if TYPE_CHECKING:
    from pipeline.embargo.traces import Held, Traces

CODE = "E110"
NOBODY: frozenset[str] = frozenset()
UNSAID = "(a line is left out: it names what is under embargo)"
_REASON = re.compile(
    rf"^[^\x1b]*?: (?:\x1b\[[\d;]*m)?error {CODE}\b|^\S+ \S+ \S+  refused: (?:.*, )?{CODE} |"
    rf'^\{{"file": "[^"]*", "line": \w+, "column": \w+, "level": "error", "code": "{CODE}"'
)
"""The lines that say why something is refused, in colour or for programs, too."""
_READ = frozenset({".html", ".txt", ".toml", ".j2"})


class Veil(Protocol):
    def __call__(self, text: str, is_known: bool = False) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    traces: Traces | None = None
    """None: nothing is held."""
    named: str = ""
    """The edition that somebody asked for by its name."""

    def __bool__(self) -> bool:
        return bool(self.held)

    @property
    def held(self) -> Mapping[str, Held]:
        return self.traces.held if self.traces else {}

    @property
    def asked(self) -> frozenset[str]:
        """What is held and was asked for by its name."""
        return frozenset(name for name in self.held if name.endswith(f"/{self.named}"))

    def refuse(self, edition: Edition, files: Mapping[str, bytes]) -> None:
        """Stop the edition that says what it may not, before it takes its place."""
        if not self:
            return
        may = self.may_hold(edition)
        for name, content in files.items():
            self.refuse_file(f"{edition.slug}/{edition.language}/{name}", content, may)
        self._refuse_placed(edition, may)

    def _refuse_placed(self, edition: Edition, may: frozenset[str]) -> None:
        """A drawing has no pixels in a PDF, and no name: what was placed on its pages is asked."""
        assert self.traces
        digests = [one.digest for each in (edition, *edition.enclosed) for one in each.pictures]
        for owners in self.traces.pictures.filed(digests):
            if not owners & may:
                raise BroadsideError(self._finding("a page", min(owners), "its picture"))

    def refuse_file(self, name: str, content: bytes, may: frozenset[str] = NOBODY) -> None:
        leak = next(self.leaks(name, content, may), None)
        if leak:
            raise BroadsideError(self._finding(name.split("/", 2)[-1], *leak))

    def may_hold(self, edition: Edition) -> frozenset[str]:
        """What an edition for the press may hold: asked for by its name, and marked for as long."""
        if not (edition.embargo and edition.publication.audience == "press"):
            return NOBODY
        if edition.slug != self.named:
            return NOBODY
        lead = edition.lead
        mine = [f"release/{lead.slug}"] if isinstance(lead, Release) else []
        if isinstance(lead, Kit) and isinstance(lead.releases, tuple):
            listed = [f"release/{name}" for name in lead.releases if isinstance(name, str)]
            mine = [f"kit/{lead.slug}", *listed]
        held = self.held
        return frozenset(n for n in mine if n in held and held[n].until <= edition.embargo)

    def marked(self, entry: Mapping[str, Any]) -> frozenset[str]:
        """What may be said by files that stand there, marked with an hour by an earlier build."""
        if not (entry.get("embargo") and self):
            return NOBODY
        until = dt.datetime.fromisoformat(str(entry["embargo"]))
        return frozenset(name for name, one in self.held.items() if one.until <= until)

    def leaks(
        self, name: str, content: bytes, may: frozenset[str] = NOBODY
    ) -> Iterator[tuple[str, str]]:
        """Whom a file gives away, and by what."""
        if not self:
            return
        from pipeline.embargo import legible

        for found in legible.read(name, content):
            if isinstance(found, str):
                yield from self._in_words(found, may)
            else:
                yield from self._in_picture(found, may)

    def is_said(self, text: str, may: frozenset[str] = NOBODY) -> bool:
        """Whether words give anything away."""
        return any(self._in_words(text, may))

    def is_named(self, line: str, may: frozenset[str] = NOBODY) -> bool:
        """Whether a line for people names it, or a picture that nothing else shows."""
        called = self.traces.called if self.traces else {}
        return any(
            not owners & may and re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", line)
            for name, owners in called.items()
            if name in line
        )

    def asked_by(self, orders: Iterable[Edition | Refused]) -> frozenset[str]:
        """What a build of *orders* may tell of: it was asked for by its name."""
        held = {n for one in orders if isinstance(one, Edition) for n in self.may_hold(one)}
        return self.asked | held

    def of_others(self, line: str) -> str:
        """A line in which names of others are not told by beginning like the name of a held file.

        >>> OPEN.of_others("'2025-06-05-gala-night' is not there")
        "'2025-06-05-gala-night' is not there"
        """
        called = self.traces.called if self.traces else {}
        slugs = {name[1:-1].casefold() for name in called if name[0] in "'\""}
        for slug in slugs:
            longer = rf"(?<![\w.-]){re.escape(slug)}([-_][\w-]*\w)"
            if slug in line.casefold():
                line = re.sub(
                    longer,
                    lambda met: met[0 if met[0].casefold() in slugs else 1],
                    line,
                    flags=re.IGNORECASE,
                )
        return line

    def pictures(self, may: frozenset[str] = NOBODY) -> frozenset[str]:
        """The names of pictures that nothing else shows."""
        called = self.traces.called if self.traces else {}
        return frozenset(
            n for n, owners in called.items() if n[0] not in "'\"" and not owners & may
        )

    def is_shown(self, pictures: Mapping[str, str], may: frozenset[str] = NOBODY) -> bool:
        """Whether these, names with digests of their files, are pictures that nothing else shows.

        A name of one word is nothing in a line, and says it all in a list of pictures.
        """
        filed = self.traces.pictures.filed(pictures.values()) if self.traces else ()
        return any(not owners & may for owners in filed) or bool(
            self.pictures(may).intersection(pictures)
        )

    def veil(self, orders: Iterable[Edition | Refused]) -> Veil:
        """A finding, or a line, as it may be told by a build of *orders*: what is left of it.

        A refusal names its reason. What is *known* would be told as well if nothing were held,
        whatever words it says that may be a name.
        """
        asked = self.asked_by(orders)

        def told(text: str, is_known: bool = False) -> str:
            def tells(line: str) -> bool:
                if is_known:
                    return self.is_said(self.of_others(line), asked)
                return self.is_said(line, asked) or self.is_named(line, asked)

            if not tells(text) or _REASON.search(text):
                return text
            lines = [UNSAID if tells(line) else line for line in text.split("\n")]
            return "\n".join(lines) if UNSAID in lines else UNSAID

        return told

    def _in_words(self, text: str, may: frozenset[str]) -> Iterator[tuple[str, str]]:
        if not self.traces:
            return
        for phrase in self.traces.phrases.found(text):
            owners = self.traces.phrases.owners[phrase]
            if not owners & may:
                many = f"{len(phrase)} of its words in a row"
                yield min(owners), many if len(phrase) > 1 else "its name"

    def _in_picture(self, content: bytes, may: frozenset[str]) -> Iterator[tuple[str, str]]:
        if not self.traces:
            return
        for owners in self.traces.pictures.owners(content):
            if not owners & may:
                yield min(owners), "its picture"

    def _finding(self, file: str, name: str, what: str) -> Finding:
        assert self.traces
        held, told_on = self.traces.held[name], self.traces.told_on.get(name)
        until = waiting.told(held.until)
        if told_on:
            said = f"{file} would say {what.replace(' of its', '')}, of what is under embargo"
            remedy = "take them out here, or give this text the same hour; nothing was written"
            return Finding(CODE, f"{said} until {until}", remedy, told_on)
        remedy = "take out of the sources what names it, or wait for its hour; nothing was written"
        return Finding(CODE, f"{file} would say {what} before {until}", remedy, held.where)

    def alike(self) -> Iterator[Finding]:
        """What free texts of these days have in common with held ones."""
        if not self.traces:
            return
        from pipeline.embargo import echoes, people

        until = {name: one.until for name, one in self.traces.held.items()}
        yield from echoes.findings(self.traces.alike, until)
        yield from people.findings(self.traces.strangers, until)
        for picture, name in self.traces.pictures.copies():
            yield echoes.of_picture(picture, until[name])


OPEN = Lock()
"""Nothing is held."""


def of(corpus: Corpus, moment: dt.datetime, templates: Path | None, named: str = "") -> Lock:
    """The lock of one build: what its designers say on every page, anybody may."""
    if not waiting.is_any_held(corpus, moment):
        return OPEN
    from pipeline.embargo import traces

    found = traces.of(corpus, moment, _designed(templates) if templates else ())
    return Lock(traces=found, named=named)


def _designed(templates: Path) -> Iterator[str]:
    for path in sorted(templates.rglob("*")):
        if path.suffix in _READ and path.is_file() and not path.is_symlink():
            yield re.sub(r"<[^>]*>", " ", path.read_text("utf-8", "replace"))
