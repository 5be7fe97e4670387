"""What somebody asked for, and which editions that is; what cannot be is told at once."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pipeline import calendar
from pipeline.errors import Finding, Level, Location, UsageError, printable
from pipeline.frozen import dataclass
from pipeline.telling import Desk
from pipeline.workers import LIMITS, Limits

if TYPE_CHECKING:
    from pipeline.model.corpus import Corpus
    from pipeline.model.editions import Edition, Publication, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody asked for."""

    publications: tuple[str, ...] = ()
    """None: every edition of every one. Some: the latest of each."""
    edition: str = ""
    newsroom: str = ""
    """Whom the copy is for: its name is on each page of it."""
    languages: tuple[str, ...] = ()
    sources: Path
    templates: Path
    out: Path
    now: dt.datetime
    jobs: int = 0
    force: bool = False
    limits: Limits = LIMITS

    @property
    def is_latest(self) -> bool:
        return bool(self.publications) and not self.edition


def made_up(
    order: Order,
    desk: Desk,
    chosen: Sequence[Publication],
    declared: Sequence[Publication],
    corpus: Corpus,
    now: dt.datetime,
    words: Mapping[str, Mapping[str, str]],
    faults: Sequence[Finding],
) -> list[Edition | Refused]:
    from pipeline import editions

    make_up = functools.partial(
        editions.make_up,
        corpus=corpus,
        moment=now,
        words=words,
        named=order.edition,
        latest=order.is_latest,
        languages=order.languages,
        others=declared,
    )
    orders: list[Edition | Refused] = []
    for publication in chosen:
        made = list(make_up(publication))
        orders += made
        if not made and order.is_latest:
            desk.line(_nothing(publication, corpus, now))
    if not orders and not order.is_latest and not order.edition and not faults:
        desk.line(_nothing_at_all(chosen, corpus, now))
    # A publication that could not be read may have it, and that is told already.
    if order.edition and not orders and not faults:
        raise _unknown_edition(order, chosen, corpus, now)
    if order.newsroom:
        copies = [_for_newsroom(one, order.newsroom) for one in orders]
        for one in copies:
            _refuse_taken(one, corpus, order)
        return copies
    return orders


def _for_newsroom(made: Edition | Refused, newsroom: str) -> Edition | Refused:
    from pipeline import editions
    from pipeline.model.editions import Edition

    return editions.copied(made, newsroom) if isinstance(made, Edition) else made


def _refuse_taken(copy: Edition | Refused, corpus: Corpus, order: Order) -> None:
    """No copy takes the place of an edition that is called as its folder is."""
    from pipeline import editions
    from pipeline.model.editions import Edition

    if isinstance(copy, Edition) and copy.place in editions.accounted(copy.publication, corpus):
        where = Location(PurePosixPath(printable(order.sources.name)))
        message = f"{copy.place!r} is an edition of its own: this copy would take its place"
        remedy = "write the newsroom's name in another way, or rename that source"
        raise UsageError(Finding("O125", message, remedy, where))


def check_newsroom(order: Order, chosen: Iterable[Publication]) -> None:
    """A copy for one newsroom is of one edition, and of one that is for the press."""
    if not order.newsroom:
        return
    where = Location(PurePosixPath(printable(order.templates.name)))
    for publication in chosen:
        if publication.audience != "press":
            message = f"{publication.slug} is for everybody: there are no copies for a newsroom"
            raise UsageError(Finding("O123", message, "take 'newsroom' out", where))
    if not order.edition:
        remedy = "name it: edition=NAME"
        message = "a copy for a newsroom is made of one edition"
        raise UsageError(Finding("O123", message, remedy, where))


def chosen(
    order: Order, declared: Sequence[Publication], faults: Sequence[Finding]
) -> list[Publication]:
    known = {publication.slug: publication for publication in declared}
    broken = {finding.location.path.parent.name for finding in faults}
    for name in order.publications:
        if name not in known and name not in broken:
            where = Location(PurePosixPath(printable(order.templates.name)))
            message = f"there is no publication {name!r}"
            raise UsageError(Finding("O109", message, _meant(name, known), where))
    if not order.publications:
        return list(declared)
    return [known[name] for name in dict.fromkeys(order.publications) if name in known]


def _meant(name: str, known: Iterable[str]) -> str:
    """
    >>> _meant("newslettr", ["newsletter"]), _meant("2019-12", ["newsletter"])
    ("did you mean 'newsletter'?", 'an edition is asked for so:  edition=2019-12')
    >>> _meant("fr", ["newsletter"])
    'a language is asked for so:  language=fr'
    """
    import difflib

    if close := difflib.get_close_matches(name, known, n=1):
        return f"did you mean {close[0]!r}?"
    if re.fullmatch(r"\d{4}-[\w-]+", name):
        return f"an edition is asked for so:  edition={name}"
    if re.fullmatch("[a-z]{2}", name):
        return f"a language is asked for so:  language={name}"
    return f"known are {', '.join(known)}; make alone says what else there is"


def check_languages(languages: Iterable[str], sources: Path, corpus: Corpus) -> None:
    for language in languages:
        if language not in corpus.copies:
            where = Location(PurePosixPath(printable(sources.name), "organisation.yaml"))
            remedy = f"the languages declared there are {', '.join(corpus.copies)}"
            raise UsageError(Finding("K104", f"there is no language {language!r}", remedy, where))


def unspoken(
    order: Order, corpus: Corpus, words: Mapping[str, Mapping[str, str]]
) -> Iterator[Finding]:
    """The languages of the house whose labels nobody has written."""
    where = Location(PurePosixPath(printable(order.templates.name), "_shared", "words.toml"))
    spoken = frozenset(words)
    for language in corpus.copies if spoken else ():
        base = language.split("-")[0]
        if base not in spoken and language not in spoken:
            yield Finding(
                "T104",
                f"the words around the copy are not there in "
                f"{calendar.language_name(language, 'en')}, and stand in English",
                f"translate the table [en] of this file into a table [{base}]",
                where,
                Level.WARNING,
            )


_FILLED_IN = re.compile(r"\{\w+\}")
_MOST = 3
"""Labels that are named."""


def mislabelled(order: Order, corpus: Corpus, words: Mapping[str, Any]) -> Iterator[Finding]:
    """What the tables of the house's languages lack, or have in braces that nothing fills in."""
    path = PurePosixPath(printable(order.templates.name), "_shared", "words.toml")
    from pipeline.publications import Labels

    for language in dict.fromkeys(one.split("-")[0] for one in corpus.copies):
        if not isinstance(words, Labels) or language == "en" or not {language, "en"} <= {*words}:
            continue
        ours, theirs = words["en"], words[language]
        if lost := [name for name in ours if name not in theirs]:
            named = ", ".join(map(repr, lost[:_MOST])) + (", …" if len(lost) > _MOST else "")
            yield Finding(
                "T104",
                f"there is no {named} in {calendar.language_name(language, 'en')}: it is in "
                "English on the pages",
                f'write  {lost[0]} = "…"  below [{language}]',
                Location(path, words.lines[language]),
                Level.WARNING,
            )
        for name, text in theirs.items():
            known = _FILLED_IN.findall(ours.get(name, text))
            for typed in _FILLED_IN.findall(text):
                if typed not in known:
                    meant = " or ".join(known)
                    yield Finding(
                        "O103",
                        f"nothing fills in {typed} in {name!r}: it would be printed as it stands",
                        f"write {meant}: words in braces are not translated"
                        if meant
                        else "take it out",
                        Location(path, words.line(language, name)),
                    )


_WAITING = "; what waits for its hour, build by its name: edition=NAME"
"""Said whether anything does or not: these lines may be read by anybody."""


def _nothing(publication: Publication, corpus: Corpus, now: dt.datetime) -> str:
    from pipeline import editions

    if editions.names(publication, corpus, now):
        return f"{publication.slug}: nothing is due yet; what is, build by its name: edition=NAME"
    may_wait = _WAITING if publication.audience == "press" else ""
    return f"{publication.slug}: there is nothing to make in these sources{may_wait}"


def _nothing_at_all(chosen: Iterable[Publication], corpus: Corpus, now: dt.datetime) -> str:
    from pipeline import editions

    # A clock that was set back, or a year of `now` with a slip in it.
    if any(editions.names(publication, corpus, now) for publication in chosen):
        return f"nothing is due on {now.date()}: what is here has a later day, or waits"
    begin = 'there is nothing to make yet; begin with  make new kind=news title="Oslo joins"'
    return f"{begin}{_WAITING}"


def _unknown_edition(
    order: Order, chosen: Iterable[Publication], corpus: Corpus, now: dt.datetime
) -> UsageError:
    import difflib

    from pipeline import editions

    where = Location(PurePosixPath(printable(order.sources.name)))
    known = (editions.accounted(publication, corpus) for publication in chosen)
    spoken = {language for one in known for language in one.get(order.edition, ())}
    if spoken and order.languages and not spoken & {"*", *order.languages}:
        asked, there = (
            " or ".join(calendar.language_name(one, "en") for one in sorted(several))
            for several in (order.languages, spoken)
        )
        message = f"there is no edition {order.edition!r} in {asked}"
        return UsageError(Finding("O120", message, f"it is there in {there}", where))
    # Only what is out is guessed: a slip of the finger is no key.
    free = [name for publication in chosen for name in editions.occasions(publication, corpus, now)]
    close = difflib.get_close_matches(order.edition, free, n=1)
    remedy = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(free) or 'none'}"
    return UsageError(Finding("O120", f"there is no edition {order.edition!r}", remedy, where))
