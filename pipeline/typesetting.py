"""Set an edition in a template. The only room that knows Jinja."""

from __future__ import annotations

import contextlib
import difflib
import errno
import html
import os
import re
import stat
import traceback
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.loaders import split_template_path

from pipeline import calendar, frontmatter, sandbox, stamps, stereotypes, ties, workers
from pipeline.colours import palette
from pipeline.errors import DeclarationError, Finding, Location, advice, printable
from pipeline.filters import filters
from pipeline.model.editions import Edition, Publication
from pipeline.model.house import Organisation
from pipeline.model.texts import NOWHERE

SHARED = "_shared"
TEMPLATES = (".html", ".txt", ".css", ".j2", ".svg")
OPTIONS: dict[str, Any] = {
    "undefined": sandbox.Missing,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
}
LARGEST = 4_000_000
"""Bytes of a template; the longest of ours has a hundredth of it."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no page can show; half a letter could not even be written."""
_WAY_BACK = re.compile(r'<a\b[^<>]*\bclass="footnote-backref"')


class Typesetter:
    """Templates of a publication's own folder first, then the shared ones."""

    def __init__(
        self,
        root: Path,
        words: Mapping[str, Mapping[str, str]],
        brand: Mapping[str, Any],
        tags: Mapping[str, str],
        cast: Path = stereotypes.PLACE,
        limits: workers.Limits = workers.LIMITS,
    ) -> None:
        self._root = root
        self._cast = cast
        self._limits = limits
        self._words = words
        self._brand = brand
        self._tags = tags
        self._environments: dict[tuple[str, str, bool], sandbox.Environment] = {}

    def words(self, language: str) -> Words:
        """The labels of a language, English where it has none."""
        place = PurePath(printable(self._root.name), SHARED, "words.toml")
        line = getattr(self._words, "lines", {}).get("en")
        return Words(self._words, language, Location(place, line))

    def profiles(self, slug: str) -> Mapping[str, Path]:
        """The ICC profiles of printers beside the templates: shared ones, and a publication's."""
        folders = (self._root / SHARED / "press", self._root / slug)
        found = (path for folder in folders for path in sorted(folder.glob("*.icc")))
        return {path.name: path for path in found if path.is_file() and not path.is_symlink()}

    def set(self, edition: Edition, template: str) -> str:
        """The page: *template* filled with *edition*, and with nothing else."""
        words = self.words(edition.language)
        publication = edition.publication
        named = (one.where for one in publication.outputs if one.template == template)
        page = self._fill(
            publication.slug,
            edition.language,
            template,
            next(named, publication.where),
            edition=edition,
            words=words,
            brand=palette(self._brand, edition.organisation),
            tags=self._tags,
        )
        if template.endswith(".txt"):
            return page
        return ties.tied(_spoken(page, words), edition.language)

    def set_index(self, language: str, organisation: Organisation, **shown: Any) -> str:
        """The page over all editions; no hand is at work at it, so it gets one."""
        brand = palette(self._brand, organisation)

        def page() -> str:
            return self.set_page("index.html", language, house=organisation, brand=brand, **shown)

        where = Location(PurePath(printable(self._root.name), SHARED, "index.html"))
        return workers.apart(page, "index.html", where, self._limits)

    def set_desk(self, **shown: Any) -> str:
        """The page of the live desk, set in the same way."""

        def page() -> str:
            return self.set_page("desk.html", "en", **shown)

        where = Location(PurePath(printable(self._root.name), SHARED, "desk.html"))
        return workers.apart(page, "desk.html", where, self._limits)

    def set_archive(
        self, publication: Publication, language: str, organisation: Organisation, **shown: Any
    ) -> str:
        """The page over all editions of one publication, set in the same way."""

        def page() -> str:
            return self._fill(
                publication.slug,
                language,
                publication.archive,
                publication.where,
                language=language,
                house=organisation,
                words=self.words(language),
                brand=palette(self._brand, organisation),
                **shown,
            )

        return workers.apart(page, publication.archive, publication.where, self._limits)

    def set_page(self, template: str, language: str, **shown: Any) -> str:
        """A page that is about no edition."""
        where = Location(PurePath(printable(self._root.name), SHARED))
        shown |= {"language": language, "words": self.words(language)}
        return self._fill(SHARED, language, template, where, **shown)

    def _fill(
        self, folder: str, language: str, template: str, where: Location, /, **shown: Any
    ) -> str:
        environment = self._environment(folder, language, template)
        try:
            page = environment.filled(template, **shown)
        except jinja2.TemplateNotFound as error:
            message = f"there is no template {error.name!r}"
            if error.name != template:
                where = self._frame(error, self._file(folder, template))
            raise _fault(message, "correct its name, or write it", where) from error
        except _Unread as error:
            place = self._shown(self._file(folder, str(error.name)), error.line)
            raise _fault(str(error.message), error.remedy, place) from error
        except jinja2.TemplateSyntaxError as error:
            named = error.filename or self._file(folder, error.name or template)
            place = self._shown(named, error.lineno)
            remedy = _filter_meant(error.message or "", environment.filters)
            raise _fault(error.message or "", remedy, place) from error
        except (MemoryError, Unlabelled):
            # It is the machine's, in whoever's line: the sandbox keeps a template within bounds.
            # Or a label that a filter looks up is missing, which is another file's fault.
            raise
        except Exception as error:
            # Whatever else goes wrong inside a template is its designer's to mend.
            place = self._frame(error, self._file(folder, template))
            said, _, hint = _said(error).partition(sandbox.HINT)
            raise _fault(said, hint or "correct this line", place) from error
        if found := _CONTROL.search(page):
            message = f"an invisible control character (U+{ord(found[0]):04X}) comes out of it"
            place = self._shown(self._file(folder, template), None)
            raise _fault(message, "take it out: no page can show it", place)
        return page

    def _environment(self, folder: str, language: str, template: str) -> sandbox.Environment:
        key = (folder, language, template.endswith(".txt"))
        if key not in self._environments:
            self._environments[key] = self._make_environment(*key)
        return self._environments[key]

    def _make_environment(self, folder: str, language: str, is_text: bool) -> sandbox.Environment:
        environment = sandbox.Environment(
            filters(language),
            loader=_Loader([self._root / folder, self._root / SHARED]),
            autoescape=not is_text,
            bytecode_cache=_Stereotypes(self._cast, is_text),
            **OPTIONS,
        )
        environment.globals["direction"] = calendar.direction
        environment.globals["comma"] = calendar.comma(language)
        environment.globals["language_name"] = calendar.language_name
        return environment

    def cast(self) -> Iterator[tuple[str, bytes]]:
        """Every template as byte code, with the name under which a build will look for it."""
        for path in sorted(self._root.glob("*/**/*")):
            if path.suffix not in TEMPLATES:
                continue
            folder = path.relative_to(self._root).parts[0]
            name, source = path.relative_to(self._root / folder).as_posix(), path.read_text("utf-8")
            # A page of HTML may borrow from one of words alone, and the other way round.
            for is_text in (False, True):
                environment = self._environment(folder, "en", "x.txt" if is_text else "")
                with contextlib.suppress(jinja2.TemplateSyntaxError):
                    if _says_the_same_always(environment.parse(source, name)):
                        code = environment.compile(source, name, str(path))
                        yield _stereotype(is_text, name, source), stereotypes.cast(code)

    def place(self, folder: str, words: str) -> Location | None:
        """The first line of a publication's templates, or of the shared ones, that has *words*."""
        sought = "".join(words.split()).casefold()
        for root in (self._root / folder, self._root / SHARED):
            for path in sorted(root.rglob("*")):
                lines = _lines(path) if path.suffix in TEMPLATES else []
                for number, line in enumerate(lines, start=1):
                    if sought in "".join(line.split()).casefold():
                        return self._shown(str(path), number)
        return None

    def set_in(self, publication: Publication, template: str | None) -> Location:
        """The file that a publication calls by this name; its declaration, if it names none."""
        if not template:
            return publication.where
        return self._shown(self._file(publication.slug, template), None)

    def _file(self, folder: str, template: str) -> str:
        """Where a template lies that a publication calls by this name."""
        places = (self._root / name / template for name in (folder, SHARED))
        return str(next((path for path in places if os.path.lexists(path)), template))

    def _shown(self, filename: str, line: int | None) -> Location:
        path = Path(filename)
        inside = path.relative_to(self._root) if path.is_absolute() else path
        try:
            inside = Path(filename).relative_to(self._root)
        except ValueError:
            inside = Path(path.name)
        return Location(PurePath(printable(self._root.name), *inside.parts), line)

    def _frame(self, error: Exception, template: str) -> Location:
        """The innermost line of a template on the way to *error*."""
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if Path(f.filename).is_relative_to(self._root)]
        return self._shown(ours[-1].filename, ours[-1].lineno) if ours else self._shown(template, 1)


class _Unread(jinja2.TemplateError):
    def __init__(self, name: str, message: str, remedy: str, line: int | None = None) -> None:
        super().__init__(message)
        self.name, self.remedy, self.line = name, remedy, line


class _Loader(jinja2.FileSystemLoader):
    """Reads files that lie where their names say, and nothing that a link leads to."""

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:  # noqa: ARG002
        for place in self.searchpath:
            path = os.path.join(place, *split_template_path(template))
            if (mode := _mode(path, template)) is not None:
                inside = os.path.join(os.path.realpath(place), *split_template_path(template))
                if not stat.S_ISREG(mode) or os.path.realpath(path) != inside:
                    message = "this is a link, or no file, and is not read"
                    raise _Unread(template, message, "put the file itself in its place")
                return _read(Path(path), template), path, lambda: True
        raise jinja2.TemplateNotFound(template)


def _mode(path: str, template: str) -> int | None:
    try:
        return stamps.mode(path)
    except OSError as error:
        raise _unread(template, error) from error


def _unread(template: str, error: OSError) -> _Unread:
    remedy = advice(error, "check that it may be read")
    return _Unread(template, f"this cannot be read: {error.strerror}", remedy)


def _read(path: Path, template: str) -> str:
    content = b""
    try:
        content = stamps.content(path, LARGEST)
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"this is not UTF-8: byte {error.start + 1} is none of its letters"
        raise _Unread(template, message, "save it as UTF-8 in your editor", line) from error
    except OSError as error:
        if error.errno == errno.EFBIG:
            message = f"this has more than the {LARGEST:,} bytes that a template may have"
            raise _Unread(template, message, "divide it, or take some of it out") from error
        raise _unread(template, error) from error
    if found := frontmatter.unmerged(text):
        line, message, remedy = found
        raise _Unread(template, message, remedy, line)
    return text


class _Stereotypes(jinja2.BytecodeCache):
    """The byte code that was written when Broadside was set up; nothing is ever added to it."""

    def __init__(self, place: Path, is_text: bool) -> None:
        self._place = place
        self._is_text = is_text

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        bucket = Bucket(environment, "", "")
        known = stereotypes.read(self._place / _stereotype(self._is_text, name, source))
        bucket.code = stereotypes.placed(known, filename or name)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        """A template that was changed since is compiled each time; that takes a moment."""


def _stereotype(is_text: bool, name: str, source: str) -> str:
    return stereotypes.name(
        jinja2.__version__, sandbox.MAKE, repr(OPTIONS), f"{is_text}", name, source
    )


def _says_the_same_always(template: jinja2.nodes.Template) -> bool:
    """Whether no filter is worked out while it is compiled: filters know the language."""
    for found in template.find_all((jinja2.nodes.Filter, jinja2.nodes.Test)):
        try:
            found.as_const()
        except jinja2.nodes.Impossible:
            continue
        return False
    return True


class Unlabelled(DeclarationError, KeyError):
    """A label that no language has, looked up as in any mapping."""


class Words(Mapping[str, str]):
    """Interface labels; one that no language has is the designer's fault, said as such."""

    def __init__(
        self, words: Mapping[str, Mapping[str, str]], language: str, where: Location = NOWHERE
    ) -> None:
        self._where = where
        base = words.get(language.split("-")[0], {})
        self._known = {**words.get("en", {}), **base, **words.get(language, {})}
        self.missing = tuple(sorted(set(words.get("en", {})) - set(base)))

    def __getitem__(self, name: str) -> str:
        try:
            return self._known[name]
        except KeyError:
            message, remedy = f"there is no label {name!r}", f'write  {name} = "…"  below [en]'
            raise Unlabelled(Finding("O112", message, remedy, self._where)) from None

    def __getattr__(self, name: str) -> str:
        try:
            return self._known[name]
        except KeyError:
            raise AttributeError(f"words.toml has no {name!r}") from None

    def __iter__(self) -> Any:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _lines(path: Path) -> list[str]:
    """Those of a template; none of what a build would not read either."""
    try:
        return stamps.content(path, LARGEST).decode("utf-8", "replace").split("\n")
    except OSError:
        return []


def _spoken(page: str, words: Words) -> str:
    """The page, with words for its arrows, which lead from notes back to their calls."""
    # Designers may have words of their own, without these.
    label = html.escape(words.get("back_to_text", "↑"))
    return _WAY_BACK.sub(lambda found: f'{found[0]} aria-label="{label}"', page)


def _filter_meant(message: str, known: Iterable[str]) -> str:
    """What to do about a line that Jinja cannot read."""
    named = re.fullmatch(r"No filter named '(.+)'\.", message)
    close = difflib.get_close_matches(named[1], [*known], n=1) if named else ()
    return f"did you mean {close[0]!r}?" if close else "correct this line"


def _said(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "this calls itself without end, or is nested too deep"
    # A machine's memory is nobody's business, and elsewhere another one.
    return re.sub(" at 0x[0-9A-Fa-f]+", "", str(error).strip()) or type(error).__name__


def _fault(message: str, remedy: str, where: Location) -> DeclarationError:
    return DeclarationError(Finding("O110", message, remedy, where))
