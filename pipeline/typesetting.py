"""Set an edition in a template. The only room that knows Jinja."""

from __future__ import annotations

import html
import re
import traceback
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

import jinja2
import jinja2.sandbox

from pipeline import calendar
from pipeline.colours import palette
from pipeline.errors import DeclarationError, Finding, Location, printable
from pipeline.filters import filters
from pipeline.model.editions import Edition, Publication
from pipeline.model.house import Organisation

SHARED = "_shared"
_WAY_BACK = re.compile(r'<a\b[^>]*\bclass="footnote-backref"')


class Typesetter:
    """Templates of a publication's own folder first, then the shared ones."""

    def __init__(
        self,
        root: Path,
        words: Mapping[str, Mapping[str, str]],
        brand: Mapping[str, Any],
        tags: Mapping[str, str],
    ) -> None:
        self._root = root
        self._words = words
        self._brand = brand
        self._tags = tags
        self._environments: dict[tuple[str, str, bool], jinja2.Environment] = {}

    def words(self, language: str) -> Words:
        """The labels of a language, English where it has none."""
        return Words(self._words, language)

    def profiles(self, slug: str) -> Mapping[str, Path]:
        """The ICC profiles of printers beside the templates: shared ones, and a publication's."""
        folders = (self._root / SHARED / "press", self._root / slug)
        return {path.name: path for folder in folders for path in sorted(folder.glob("*.icc"))}

    def set(self, edition: Edition, template: str) -> str:
        """The page: *template* filled with *edition*, and with nothing else."""
        words = self.words(edition.language)
        page = self._fill(
            edition.publication.slug,
            edition.language,
            template,
            edition.publication.where,
            edition=edition,
            words=words,
            brand=palette(self._brand, edition.organisation),
            tags=self._tags,
        )
        return page if template.endswith(".txt") else _spoken(page, words)

    def set_index(self, language: str, organisation: Organisation, **shown: Any) -> str:
        """The page over all editions."""
        brand = palette(self._brand, organisation)
        return self.set_page("index.html", language, house=organisation, brand=brand, **shown)

    def set_archive(
        self, publication: Publication, language: str, organisation: Organisation, **shown: Any
    ) -> str:
        """The page over all editions of one publication."""
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
            return environment.get_template(template).render(**shown)
        except jinja2.TemplateNotFound as error:
            message = f"there is no template {error.name!r}"
            raise _fault(message, "correct its name, or write it", where) from error
        except jinja2.TemplateSyntaxError as error:
            place = self._shown(error.filename or template, error.lineno)
            raise _fault(error.message or "", "correct this line", place) from error
        except Exception as error:
            # Whatever goes wrong inside a template is its designer's to mend.
            raise _fault(_said(error), "correct this line", self._frame(error, template)) from error

    def _environment(self, folder: str, language: str, template: str) -> jinja2.Environment:
        key = (folder, language, template.endswith(".txt"))
        if key not in self._environments:
            self._environments[key] = self._make_environment(*key)
        return self._environments[key]

    def _make_environment(self, folder: str, language: str, is_text: bool) -> jinja2.Environment:
        environment = jinja2.sandbox.ImmutableSandboxedEnvironment(
            loader=jinja2.FileSystemLoader([self._root / folder, self._root / SHARED]),
            autoescape=not is_text,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        environment.filters.update(filters(language))
        environment.globals["direction"] = calendar.direction
        environment.globals["language_name"] = calendar.language_name
        return environment

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


class Words(Mapping[str, str]):
    """Interface labels; one that no language has is the designer's fault, said as such."""

    def __init__(self, words: Mapping[str, Mapping[str, str]], language: str) -> None:
        base = words.get(language.split("-")[0], {})
        self._known = {**words.get("en", {}), **base, **words.get(language, {})}
        self.missing = tuple(sorted(set(words.get("en", {})) - set(base)))

    def __getitem__(self, name: str) -> str:
        return self._known[name]

    def __getattr__(self, name: str) -> str:
        try:
            return self._known[name]
        except KeyError:
            raise AttributeError(f"words.toml has no {name!r}") from None

    def __iter__(self) -> Any:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _spoken(page: str, words: Words) -> str:
    """The page, with words for its arrows, which lead from notes back to their calls."""
    # Designers may have words of their own, without these.
    label = html.escape(words.get("back_to_text", "↑"))
    return _WAY_BACK.sub(lambda found: f'{found[0]} aria-label="{label}"', page)


def _said(error: Exception) -> str:
    return str(error).strip() or type(error).__name__


def _fault(message: str, remedy: str, where: Location) -> DeclarationError:
    return DeclarationError(Finding("O110", message, remedy, where))
