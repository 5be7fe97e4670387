"""Towns: those of the agenda with a letter wrong, and the countries they are said to lie in."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.forms import times
from pipeline.checks.register import Register, distance, folded
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import Worded, sought

_TOKEN = Worded(r"(?<![\w@#/.’'-])[^\W\d_a-zß-ÿ][^\W\d_]{4,}(?:-[^\W\d_]+)*(?![\w@]|\.\w)")
_NOWHERE = frozenset(["online", "virtual", "en ligne", "zoom"])


def n108_town_with_a_letter_wrong(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Rjieka*, where the agenda has Rijeka: two letters exchanged, or one lost.
    Remedy: write it as the agenda does; fix=1 does it."""
    towns = _towns(sheets, register)
    if not towns:
        return
    beginnings = {town[:1] for town in towns.values()}
    spots: dict[str, list[tuple[Block, int]]] = defaultdict(list)
    for sheet in sheets:
        for block in sheet.blocks:
            if block.is_capitals or beginnings.isdisjoint(block.text):
                continue
            for found in _TOKEN.finditer(block.text):
                if found[0][0] in beginnings:
                    spots[found[0]].append((block, found.start()))
    known = {folded(word) for name in register.names for word in name.split()}
    for word, places in sorted(spots.items()):
        right = _meant(word, towns) if len(places) <= 2 and folded(word) not in known else ""
        if right and len(spots.get(right, ())) + 1 > len(places):
            for block, start in places:
                if not block.is_foreign(start) and not block.link_at(start):
                    yield block.mark(
                        "N108", start, start + len(word), f"agenda or datelines have {right!r}",
                        f"write {right}, or register {word} in names.yaml", WARNING, right,
                    )  # fmt: skip


def _towns(sheets: Sequence[Sheet], register: Register) -> dict[str, str]:
    """The towns of agenda and datelines, in every language, by what is left without accents."""
    places = {
        event.place.plain.strip()
        for copy in register.corpus.copies.values()
        for event in copy.agenda
    }
    places |= {s.keys["place"].strip() for s in sheets if s.kind == "release" and "place" in s.keys}
    return {
        folded(place): place
        for place in sorted(places)
        if len(place) > 4 and place.lower() not in _NOWHERE and " " not in place
    }


def _meant(word: str, towns: Mapping[str, str]) -> str:
    """The town that a word is but for one letter; not its adjective, and not another form of it."""
    plain = folded(word)
    if plain in towns:
        return ""
    for fold, town in towns.items():
        is_inflected = fold.startswith(plain) or plain.startswith(fold)
        is_near = len(fold) >= 6 and plain[0] == fold[0] and distance(plain, fold, 1) == 1
        # A town and its neighbour across a border differ by a vowel at the end.
        if is_near and not is_inflected and plain[-1] == fold[-1]:
            return town
    return ""


# Countries --------------------------------------------------------------------------------

_COUNTRIES = """
AL Albania Albanie;AT Austria Autriche;BA Bosnia_and_Herzegovina Bosnie-Herzégovine
BE Belgium Belgique;BG Bulgaria Bulgarie;BY Belarus Biélorussie;CA Canada Canada
CH Switzerland Suisse;CY Cyprus Chypre;CZ Czechia Tchéquie;CZ Czech_Republic République_tchèque
DE Germany Allemagne;DK Denmark Danemark;DZ Algeria Algérie;EE Estonia Estonie;EG Egypt Égypte
ES Spain Espagne;FI Finland Finlande;FR France France;GE Georgia Géorgie;GR Greece Grèce
HR Croatia Croatie;HU Hungary Hongrie;IE Ireland Irlande;IL Israel Israël;IS Iceland Islande
IT Italy Italie;LB Lebanon Liban;LT Lithuania Lituanie;LU Luxembourg Luxembourg;LV Latvia Lettonie
MA Morocco Maroc;MD Moldova Moldavie;ME Montenegro Monténégro;MK North_Macedonia Macédoine_du_Nord
MT Malta Malte;NL Netherlands Pays-Bas;NL the_Netherlands Pays-Bas;NO Norway Norvège
PL Poland Pologne;PT Portugal Portugal;RO Romania Roumanie;RS Serbia Serbie;RU Russia Russie
SE Sweden Suède;SI Slovenia Slovénie;SK Slovakia Slovaquie;SN Senegal Sénégal;TN Tunisia Tunisie
TR Türkiye Turquie;TR Turkey Turquie;UA Ukraine Ukraine;GB United_Kingdom Royaume-Uni
GB UK Royaume-Uni;GB England Angleterre;GB Scotland Écosse;GB Wales Pays_de_Galles
US United_States États-Unis;XK Kosovo Kosovo
"""


@functools.cache
def countries() -> dict[str, str]:
    """The names of countries -> their codes."""
    made: dict[str, str] = {}
    for row in _COUNTRIES.replace("\n", ";").strip(";").split(";"):
        code, *names = row.split()
        made |= {name.replace("_", " "): code for name in names}
    return made


_NAME = r"(?:the )?[^\W\d_a-zß-ÿ][\w-]+(?: (?:and|du|of)? ?\w+){0,2}"
_BRACKETED = sought(rf"\(({_NAME})\)")
_TOWN = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[ -][^\W\d_a-zß-ÿ][^\W\d_]+){0,2}"
_IN_COUNTRY = sought(
    rf"(?<![\w-])(?P<town>{_TOWN})[*_]{{0,2}} "
    rf"\((?P<country>{_NAME})\)"
)
# Some are towns, too, or a state of another one.
_TOLD = "|".join(name for name, code in countries().items() if code not in ("LU", "GE"))
_BEHIND_COMMA = sought(
    rf", (?:in |en |au |aux )?(?P<country>{_TOLD})"
    r"(?=[.;:)\n]|, (?:[a-z\d]|[A-Z][a-z]+day\b)| (?!(?:and|or|et|ou)\b)[a-zà]|$)"
)
"""Behind the country the sentence goes on: it is no list of places."""
_TOWN_BEFORE = sought(
    r"(?<![\w-])(?:(?:In|At|Near|From|Around|À|Près de|De|Depuis) )?"
    rf"(?P<town>{_TOWN})$"
)
_PLACE = sought(r"^\s*place:\s*(?:\{\s*\w+:\s*)?[\"']?([^\"'\n,{}]+)", re.MULTILINE)
_COUNTRY = sought(r"^\s*country:\s*[\"']?([A-Z]{2})", re.MULTILINE)
Told = tuple[Sheet, int, int, str]
"""Where a country stands, and its code."""


def n109_town_in_another_country(sheets: Sequence[Sheet], register: Register) -> Iterator[Mark]:
    """*Piran (Italy)* here, *Piran (Slovenia)* elsewhere: one town lies in one country.
    Remedy: look it up, and write the same everywhere."""
    told: dict[str, list[Told]] = defaultdict(list)
    for sheet in sheets:
        for town, spot in _countries(sheet):
            told[folded(town)].append(spot)
    for spots in told.values():
        counts = _counted(spots)
        usual, most = counts.most_common(1)[0]
        # Two towns of one name, each in its country, are both named more than once.
        if any(count > 1 for code, count in counts.items() if code != usual):
            continue
        for sheet, start, end, code in spots:
            if code != usual:
                name = next(name for name, known in countries().items() if known == usual)
                yield sheet.mark(
                    "N109", start, end, f"elsewhere this town is in {name} ({times(most)})",
                    "look it up, and write the same everywhere", WARNING,
                )  # fmt: skip


def _counted(spots: Sequence[Told]) -> Counter[str]:
    """How often each country is told; what a translation says with its original, once."""
    each = Counter((sheet.slug, code, sheet.language) for sheet, *_, code in spots)
    most: Counter[tuple[str, str]] = Counter()
    for (slug, code, _), count in each.items():
        most[slug, code] = max(most[slug, code], count)
    counts: Counter[str] = Counter()
    for (_, code), count in most.items():
        counts[code] += count
    return counts


def _countries(sheet: Sheet) -> Iterator[tuple[str, Told]]:
    codes = countries()
    is_named = any(map(codes.__contains__, _BRACKETED.findall(sheet.source)))
    for found in _IN_COUNTRY.finditer(sheet.source) if is_named else ():
        code = codes.get(found["country"])
        if code:
            yield found["town"], (sheet, found.start("country"), found.end("country"), code)
    for found in _BEHIND_COMMA.finditer(sheet.source):
        town = _TOWN_BEFORE.search(sheet.source, max(found.start() - 60, 0), found.start())
        if town and town["town"] not in codes:
            yield town["town"], (sheet, *found.span("country"), codes[found["country"]])
    if sheet.kind != "page" or sheet.slug != "agenda":
        return
    places = list(_PLACE.finditer(sheet.source))
    ends = [*(found.start() for found in places[1:]), len(sheet.source)]
    for found, end in zip(places, ends, strict=False):
        country = _COUNTRY.search(sheet.source, found.end(), end)
        if country:
            yield found[1].strip(), (sheet, country.start(1), country.end(1), country[1])
