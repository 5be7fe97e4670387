"""Make `pipeline/checks/french/dictionary.txt` of Dicollecte's French dictionary for hunspell.

Install hunspell-fr-classical (or unpack it), and then
python tests/checks/press_dictionary.py /usr/share/hunspell/fr.dic /usr/share/hunspell/fr.aff
"""

from __future__ import annotations

import re
import sys
import textwrap
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLE = Path(__file__).parents[2] / "pipeline" / "checks" / "french" / "dictionary.txt"
NOTICE = """\
# {check:08x}: the words of French, made by tests/checks/press_dictionary.py
# of Dicollecte's dictionary for hunspell (fr-classique 7.0, by Olivier R. and others).
# MPL-2.0: see dictionary-licence.txt.
# Behind =: endings, and what a word with each may be. N noun, A adjective, P participle, each with
# its gender (m, f, e both) and number (s, p, i both); V verb, with its persons (4 to 6 are many);
# I infinitive, G present participle, O any other. Below it: the stems that take them; . is none.
"""
_WORD, _FORM = (
    re.compile("[a-zà-ÿœæ]{2,}(?:-[a-zà-ÿœæ]+)*|[ày]"),
    re.compile("[a-zà-ÿœæ]+(?:-[a-zà-ÿœæ]+)*"),
)
_KINDS = {
    "infi": "I", "ppre": "G", "ppas": "P", "nom": "N", "loc.nom": "N", "adj": "A", "nbro": "A",
    "loc.adj": "A",
}  # fmt: skip
_OTHERS = frozenset(
    (
        *("adv", "mg", "interj", "nb", "prep", "prepv", "prodem", "det", "proind", "prorel"),
        *("proint", "cjsub", "detpos", "detind", "detdem", "negadv", "cjco", "proneg", "advint"),
        *("properobj", "propersuj", "preverb", "titr"),
        *("loc.adv", "loc.prep", "loc.cj", "loc.interj", "loc.verb"),
    )
)
_PERSONS = {"1sg": 1, "2sg": 2, "3sg": 3, "1pl": 4, "2pl": 5, "3pl": 6}
_MEASURES = ("giga", "méga", "kilo", "hecto", "déca", "déci", "centi", "milli", "micro", "nano")
Affix = tuple[str, str, re.Pattern[str], list[str]]
Readings = dict[str, set[str]]


def pressed(dic: str, aff: str) -> str:
    """The table as it is read by `pipeline.checks.french.dictionary`."""
    groups: dict[str, list[str]] = defaultdict(list)
    for found in lemmas(dic.splitlines()[1:], affixes(aff.splitlines())):
        stem = common(min(found), max(found))
        ends = (f"{form[len(stem) :]}:{','.join(sorted(found[form]))}" for form in sorted(found))
        groups[" ".join(ends)].append(stem or ".")
    told = [
        line
        for ends in sorted(groups)
        for line in (f"= {ends}", *_wrapped(" ".join(sorted(set(groups[ends])))))
    ]
    body = "".join(f"{line}\n" for line in told)
    return NOTICE.format(check=zlib.crc32(body.encode())) + body


_wrapped = textwrap.TextWrapper(100, break_on_hyphens=False).wrap


def affixes(lines: Iterable[str]) -> dict[str, list[Affix]]:
    """By flag: what is taken away, what is put there, behind which letters, what that makes."""
    found: dict[str, list[Affix]] = defaultdict(list)
    for line in lines:
        kind, flag, strip, add, *rest = [*line.split(), "", "", "", ""]
        if kind == "SFX" and rest[0]:
            end = add.partition("/")[0]
            found[flag].append(
                (strip.strip("0"), end.strip("0"), re.compile(f"{rest[0]}$"), rest[1:])
            )
    return found


def lemmas(lines: Iterable[str], known: dict[str, list[Affix]]) -> Iterator[Readings]:
    """The forms of each word in small letters, and what each may be; homographs together."""
    words: dict[str, Readings] = defaultdict(lambda: defaultdict(set))
    for line in lines:
        told, *tags = line.split()
        word, _, flags = told.partition("/")
        if _WORD.fullmatch(word) and not {"po:pfx", "po:sfx", "po:err"} & set(tags):
            pairs = [flags[at : at + 2] for at in range(0, len(flags), 2)]
            for form, more in inflected(word, pairs, tags, known):
                if _FORM.fullmatch(form):
                    words[word][form] |= set(readings(more)) or {"O"}
    yield from words.values()


def inflected(
    word: str, flags: list[str], tags: list[str], known: dict[str, list[Affix]]
) -> Iterator[tuple[str, list[str]]]:
    if "()" not in flags:
        yield word, tags
    if "Um" in flags:
        # A unit of measure: its row of prefixes takes it with and without an s.
        for prefix in ("", *_MEASURES):
            yield f"{prefix}{word}", [*tags, "is:sg"]
            yield f"{prefix}{word}s", [*tags, "is:pl"]
    for flag in flags:
        for strip, add, ends, more in known.get(flag, ()):
            if word.endswith(strip) and ends.search(word):
                is_told = any(tag.startswith("po:") for tag in more)
                yield word.removesuffix(strip) + add, more if is_told else tags + more


def readings(tags: list[str]) -> Iterator[str]:
    """
    >>> sorted(readings(["po:nom", "po:adj", "is:fem", "is:sg"])), list(readings(["po:ipre", "po:3pl"]))
    (['Afs', 'Nfs'], ['V6'])
    """  # noqa: E501
    told = [tag[3:].rstrip("!") for tag in tags if tag.startswith("po:")]
    is_ = {tag[3:] for tag in tags if tag.startswith("is:")}
    cell = ("m" if "mas" in is_ else "f" if "fem" in is_ else "e") + (
        "s" if "sg" in is_ else "p" if "pl" in is_ else "i"
    )
    persons = sorted({_PERSONS[tag] for tag in told if tag in _PERSONS})
    if persons:
        yield f"V{''.join(map(str, persons))}"
        return
    for tag in told:
        kind = _KINDS.get(tag, "O" if tag in _OTHERS else "")
        if kind:
            yield kind + (cell if kind in "NAP" else "")


def common(first: str, last: str) -> str:
    """
    >>> common("local", "locaux"), common("aller", "va")
    ('loca', '')
    """
    return next((first[:at] for at, one in enumerate(first) if last[at : at + 1] != one), first)


if __name__ == "__main__":
    read = (Path(name).read_text("utf-8") for name in sys.argv[1:3])
    TABLE.write_text(pressed(*read), "utf-8")
