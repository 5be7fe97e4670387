"""The figures of a kit, each with its date and its source: for reading, and for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from pipeline import calendar
from pipeline.model.house import Fact

# A spreadsheet takes what begins with one of these for a formula, and carries it out.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_text(figures: Iterable[Fact], words: Mapping[str, str], language: str) -> str:
    """
    >>> fact = Fact(id="founded", value=1987, text="1987")
    >>> as_text([fact], {}, "en")
    '1987 founded\\n'
    """
    told = []
    for fact in figures:
        lines = [f"{fact.text} {_unit(fact)}"]
        if fact.as_of:
            date = calendar.day(fact.as_of, language)
            said = words["as_of"].replace("{date}", date)
            lines.append(f"    {calendar.capitalise(said, language)}")
        if fact.source:
            lines.append("    " + labelled(words, "source", fact.source.plain))
        told.append("\n".join(lines))
    return "\n\n".join(told) + "\n"


def as_table(
    figures: Iterable[Fact], words: Mapping[str, str], language: str, notice: str = ""
) -> bytes:
    """CSV as spreadsheets open it: a byte order mark, CRLF, ISO dates, no formulas.

    Where decimals have a comma, a spreadsheet parts its columns at semicolons.
    A *notice* stands in a column of its own, in each row: rows are sorted and copied.
    """
    buffer = io.StringIO(newline="")
    has_commas = "," in calendar.number(0.5, language)
    table = csv.writer(buffer, delimiter=";" if has_commas else ",", lineterminator="\r\n")
    heads = [words[name] for name in ("figure", "what_it_counts", "date", "source")]
    last = [inert(notice)] if notice else []
    table.writerow([*map(inert, heads), *([inert(words["embargo"])] if notice else [])])
    for fact in figures:
        value = str(fact.value) if isinstance(fact.value, (int, float)) else inert(fact.text)
        if has_commas and isinstance(fact.value, float):
            value = value.replace(".", ",")
        date = str(fact.as_of) if fact.as_of else ""
        table.writerow([value, inert(_unit(fact)), date, inert(fact.source.plain), *last])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def labelled(words: Mapping[str, str], label: str, told: str) -> str:
    """`Source: …`, with the colon of the language.

    >>> labelled({"labelled": "{label} : {words}", "source": "Source"}, "source", "Efus")
    'Source : Efus'
    """
    return words["labelled"].replace("{label}", words[label]).replace("{words}", told)


def inert(words: str) -> str:
    """Words that a spreadsheet shows and does not carry out.

    >>> inert("=1+1"), inert(" @SUM(A1)"), inert("cities")
    ("'=1+1", "' @SUM(A1)", 'cities')
    """
    return f"'{words}" if words.lstrip(" \u00a0").startswith(FORMULA) else words


def _unit(fact: Fact) -> str:
    return fact.unit[0].plain if fact.unit else fact.id.replace("-", " ").replace("_", " ")
