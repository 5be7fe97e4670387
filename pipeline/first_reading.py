"""Reads a source as soon as it is saved, over the writer's shoulder."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pipeline.errors import BroadsideError, Finding, Level, Location, of_ours, printable

if TYPE_CHECKING:
    from pipeline.checks.register import Register

MOST = 8
"""Files that were saved at once by a person; more are no writing, and wait for `make check`."""


@dataclass
class FirstReader:
    """Knows the house, and reads against it what was just saved."""

    root: Path
    day: Callable[[], dt.date]
    _register: Register | None = field(default=None, repr=False)

    def know(self) -> None:
        """Learns the house, and everything that the checks need."""
        from pipeline.checks import rota
        from pipeline.checks.register import Register
        from pipeline.corpus import reading

        rota.checks()
        self._register = Register(corpus=reading.read(self.root), today=self.day())

    def prepare(self) -> None:
        """Learns the house before anything is saved; what is wrong with it, a build tells."""
        with contextlib.suppress(BroadsideError, OSError):
            self.know()

    def read(self, saved: Sequence[Path]) -> dict[PurePath, list[Finding]]:
        """Each saved source with what is found in it: errors and warnings, in its order."""
        inside = [path for path in saved if self._is_source(path)]
        if not inside or len(inside) > MOST:
            return {}
        shown = {
            path: PurePath(*map(printable, (self.root.name, *path.relative_to(self.root).parts)))
            for path in inside
        }
        try:
            return {shown[path]: self._found(path, shown[path]) for path in inside}
        except BroadsideError as error:
            return {shown[inside[0]]: list(error.findings)}
        except Exception as error:
            # Half a sentence may be more than a check can bear; the desk stays open all the same.
            return {shown[inside[0]]: [of_ours(error, Location(shown[inside[0]]))]}

    def _is_source(self, path: Path) -> bool:
        return path.is_relative_to(self.root) and path.suffix in (".md", ".yaml") and path.is_file()

    def _found(self, path: Path, shown: PurePath) -> list[Finding]:
        from pipeline import proofreading

        is_shared = path.suffix == ".yaml"
        if self._register is None or is_shared:
            self.know()
        assert self._register is not None
        register = self._register
        corpus = register.corpus
        found = list(proofreading.of_file(corpus, self.root, shown, self.day(), register))
        if is_shared:
            found += [finding for finding in corpus.findings if finding.location.path == shown]
        else:
            found += self._refused(shown)
        told = (finding for finding in found if finding.level is not Level.NOTE)
        return sorted(dict.fromkeys(told), key=lambda finding: finding.order)

    def _refused(self, shown: PurePath) -> Iterator[Finding]:
        """What keeps a Markdown file, or a part of it, from being used: of it alone all is read."""
        from pipeline.corpus import files, reading

        folder = files.look(self.root)
        yield from (finding for finding in folder.findings if finding.location.path == shown)
        if all(one.shown != shown for one in folder.found):
            return
        alone = reading.read(self.root, only=shown)
        left_out = {one for copy in alone.copies.values() for one in copy.omitted}
        for finding in alone.findings:
            # That it waits for its translation is no news to who writes it.
            if finding.location.path == shown and finding not in left_out:
                yield finding
