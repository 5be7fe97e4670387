"""Set an edition in a template. The only room that knows Jinja."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

import jinja2
import jinja2.sandbox
from markupsafe import Markup

from pipeline import calendar, columns, markup, scales
from pipeline.errors import DeclarationError, Finding, Location
from pipeline.model import Day, Edition, Manifesto, Organisation, Publication, Text

SHARED = "_shared"


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

    def set(self, edition: Edition, template: str) -> str:
        """The page: *template* filled with *edition*, and with nothing else."""
        return self._fill(
            edition.publication.slug,
            edition.language,
            template,
            edition.publication.where,
            edition=edition,
            words=self.words(edition.language),
            brand=palette(self._brand, edition.organisation),
            tags=self._tags,
        )

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
        environment = self._environment(SHARED, language, template)
        page = environment.get_template(template)
        return page.render(language=language, words=self.words(language), **shown)

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
        return Location(PurePath(self._root.name, *inside.parts), line)

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


def filters(language: str) -> dict[str, Any]:
    """What a template may do to a value: show it in the language, nothing more."""

    def day(value: Day | dt.date) -> str:
        return calendar.day(value, language)

    def span(start: Day, end: Day | None = None) -> str:
        return calendar.span(start, end, language)

    def month(value: Day | dt.date) -> str:
        first = value.first if isinstance(value, Day) else value
        return calendar.month(first.year, first.month, language)

    def moment(value: dt.datetime, zone: str) -> str:
        return calendar.moment(value, zone, language)

    def number(value: float) -> str:
        return calendar.number(value, language)

    def by_month(events: Iterable[Any]) -> list[tuple[str, list[Any]]]:
        """Agenda entries under the names of their months."""

        def of(event: Any) -> tuple[int, int]:
            return event.start.first.year, event.start.month or 0

        groups = itertools.groupby(events, key=of)
        return [
            (calendar.month(*key, language) if key[1] else str(key[0]), list(group))
            for key, group in groups
        ]

    return {
        "day": day,
        "span": span,
        "month": month,
        "moment": moment,
        "number": number,
        "by_month": by_month,
        "day_numbers": lambda event: calendar.day_numbers(event.start, event.end, language),
        "capitalise": lambda text: calendar.capitalise(str(text), language),
        "text": as_text,
        "listed": lambda items: calendar.list_of([str(item) for item in items], language),
        "iso": iso,
        "json": lambda value: Markup(_json(value)),  # noqa: S704
        "shown_url": shown_url,
        "fill": lambda text, **names: _filled(text, names),
        "passages": lambda text: columns.passages(as_html(text)),
        "tied": lambda text: Markup(columns.tied(as_html(text))),  # noqa: S704
        "credited": lambda text, pictures: Markup(columns.credited(as_html(text), pictures)),  # noqa: S704
        "licence": columns.shown_licence,
        "opened": lambda text, dateline: Markup(columns.opened(as_html(text), as_html(dateline))),  # noqa: S704
        "sized": lambda text, width, pictures: Markup(  # noqa: S704
            columns.sized(as_html(text), width, pictures)
        ),
        "closed": lambda text, end: Markup(columns.closed(as_html(text), as_html(end))),  # noqa: S704
        "paired": lambda text: Markup(columns.paired(as_html(text))),  # noqa: S704
        "demoted": lambda text: Markup(columns.demoted(as_html(text))),  # noqa: S704
        "flat": lambda text: Markup(columns.flat(as_html(text))),  # noqa: S704
        "lines": lambda title, measure: columns.lines(as_html(title), measure),
        "balanced": lambda title, measure: Markup(columns.balanced(as_html(title), measure)),  # noqa: S704
        "links": lambda text: columns.links(as_html(text)),
        "to_scale": scales.to_scale,
        "slides": _slides,
        "bound": lambda manifesto: _bound(manifesto, language),
        "tel": lambda number: "tel:" + "".join(c for c in number if c.isdigit() or c == "+"),
    }


# A letter should not pay for the rooms of the deck and the book.
def _slides(edition: Edition, words: Mapping[str, str]) -> tuple[Any, ...]:
    from pipeline import deck

    return deck.slides(edition, words)


def _bound(manifesto: Manifesto, language: str) -> Any:
    from pipeline.book import binding

    return binding.bind(manifesto, language, calendar.countries)


def as_text(value: Text | str, width: int | None = 72, *, links: bool = True) -> str:
    """A passage as a person would type it in a letter; without *links*, the words alone."""
    return markup.plain(as_html(value), width, links=links)


def as_html(value: Text | str) -> str:
    return value.html if isinstance(value, Text) else str(value)


def iso(value: Any) -> str:
    return str(value) if isinstance(value, Day) else str(value.isoformat())


def shown_url(url: str) -> str:
    """An address as it is printed.

    >>> shown_url("https://www.example.org/")
    'www.example.org'
    """
    bare = url.removeprefix("mailto:").split("://", 1)[-1]
    return bare.removesuffix("/")


def _filled(text: str, names: Mapping[str, Any]) -> Markup:
    """A label with its `{name}` filled in, escaped."""
    filled = str(Markup.escape(text))
    for name, value in names.items():
        filled = filled.replace("{" + name + "}", str(Markup.escape(value)))
    return Markup(filled)  # noqa: S704


def _json(value: Any) -> str:
    """JSON that can stand inside a script element."""
    told = json.dumps(_said_only(value), ensure_ascii=False, indent=1, default=str)
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _said_only(value: Any) -> Any:
    """*value* without its empty entries: an empty description is worse than none."""
    if isinstance(value, Mapping):
        told = {name: _said_only(entry) for name, entry in value.items()}
        return {name: entry for name, entry in told.items() if entry not in ("", None, [], {})}
    if isinstance(value, (list, tuple)):
        return [_said_only(entry) for entry in value]
    return value


def palette(brand: Mapping[str, Any], organisation: Organisation) -> dict[str, Markup]:
    """Colours and type by name, with the tints of the two brand colours."""
    made = {**brand.get("type", {}), **brand.get("colour", {})}
    own = organisation.brand
    for name, colour in (("primary", own.primary), ("accent", own.accent)):
        base = colour or made.get(name, "#123a6b")
        made[name] = base
        made[f"{name}_text"] = _darkened(base)
        inks = ("#ffffff", made.get("ink", "#000000"), "#000000")
        made[f"{name}_on"] = next(ink for ink in inks if contrast(base, ink) >= 4.5)
        made[f"{name}_tint"] = mixed(base, "#ffffff", 0.08)
        made[f"{name}_soft"] = mixed(base, "#ffffff", 0.2)
        made[f"{name}_mid"] = mixed(base, "#ffffff", 0.5)
        made[f"{name}_dark"] = mixed(base, "#000000", 0.75)
        made[f"{name}_night"] = mixed(made[f"{name}_text"], "#000000", 0.75)
        made[f"{name}_light"] = _lightened(base)
    # These go into style sheets, where an escaped quotation mark ends the rule.
    return {name: Markup(value) for name, value in made.items()}  # noqa: S704


def mixed(colour: str, other: str, share: float) -> str:
    """*share* of *colour* in *other*.

    >>> mixed("#000000", "#ffffff", 0.2)
    '#cccccc'
    """
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02x}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _darkened(colour: str, ratio: float = 4.5) -> str:
    """The colour, darkened until it can be read as text on white and on its own tint."""
    share = 1.0
    while contrast(mixed(colour, "#000000", share), "#ffffff") < ratio + 0.7 and share > 0:
        share -= 0.05
    return mixed(colour, "#000000", share)


def _lightened(colour: str, ground: str = "#14181d", ratio: float = 7.0) -> str:
    """The colour, lightened until it can be read as text in the dark scheme."""
    share = 1.0
    while contrast(mixed(colour, "#ffffff", share), ground) < ratio and share > 0:
        share -= 0.05
    return mixed(colour, "#ffffff", max(share, 0))


def _said(error: Exception) -> str:
    return str(error).strip() or type(error).__name__


def _fault(message: str, remedy: str, where: Location) -> DeclarationError:
    return DeclarationError(Finding("O110", message, remedy, where))
