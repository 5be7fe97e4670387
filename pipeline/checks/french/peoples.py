"""Peoples in French: `les Français` have the capital that what is theirs has not."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.french import dictionary
from pipeline.checks.french.lexicon import NUMERALS, OF_BOTH, regular
from pipeline.checks.french.lexicon import place as place_of
from pipeline.checks.sheet import WARNING, Mark, Sheet

_PEOPLES = (
    "français françaises anglais allemands italiens espagnols portugais belges suisses wallons "
    "flamands bruxellois néerlandais luxembourgeois européens américains canadiens québécois "
    "russes ukrainiens polonais roumains bulgares hongrois grecs turcs autrichiens danois suédois "
    "norvégiens finlandais irlandais écossais britanniques tchèques slovaques slovènes croates "
    "serbes albanais estoniens lettons lituaniens marocains algériens tunisiens maliens sénégalais "
    "ivoiriens camerounais africains asiatiques chinois japonais indiens brésiliens mexicains "
    "argentins israéliens palestiniens syriens afghans irakiens iraniens libanais égyptiens "
    "haïtiens parisiens lyonnais marseillais niçois nantais lillois toulousains bordelais "
    "strasbourgeois londoniens berlinois genevois lausannois montréalais peuls touaregs haoussas "
    "bambaras dogons kabyles berbères kurdes arméniens géorgiens vietnamiens coréens australiens "
    "colombiens chiliens péruviens cubains nigériens nigérians togolais béninois congolais "
    "rwandais gabonais tchadiens mauritaniens malgaches comoriens éthiopiens maghrébins"
).split()
_TOWNSFOLK = (
    "poitevins palois "
    "grenoblois rennais brestois lorientais vannetais quimpérois malouins angevins tourangeaux "
    "orléanais dijonnais bisontins rémois messins nancéiens mulhousiens colmariens clermontois "
    "stéphanois chambériens annéciens montpelliérains nîmois perpignanais biterrois avignonnais "
    "toulonnais aixois cannois bastiais ajacciens rochelais angoumoisins limougeauds bayonnais "
    "tarbais albigeois montalbanais rouennais havrais caennais amiénois roubaisiens dunkerquois "
    "calaisiens valenciennois troyens sénonais auxerrois nivernais valentinois villeurbannais "
    "montreuillois nanterriens versaillais franciliens bretons normands alsaciens lorrains "
    "savoyards auvergnats bourguignons champenois vendéens girondins béarnais réunionnais "
    "guadeloupéens martiniquais guyanais mahorais liégeois namurois carolorégiens gantois "
    "anversois brugeois louvanistes fribourgeois neuchâtelois valaisans vaudois bernois bâlois "
    "zurichois sherbrookois lavallois trifluviens madrilènes barcelonais milanais turinois "
    "vénitiens napolitains lisboètes athéniens viennois varsoviens pragois bucarestois "
    "amstellodamois"
).split()
_FORMS = signs.table([
    ("", " ".join((*_PEOPLES, *_TOWNSFOLK)),
     (r"(?<![\w’'-])(?:[Ll]es|[Dd]es|[Aa]ux|[Nn]os|[Cc]es|[Pp]lusieurs|[Qq]uelques|[1-9]\d{0,3}"
      rf"|(?i:{'|'.join(sorted(NUMERALS))})) "
      rf"({'|'.join((*_PEOPLES, *_TOWNSFOLK))})"
      r"(?=[.,;:)!?»]| »|$| (?:ont|sont|qui|de|du|voire|et (?:les|deux|trois|quatre)|sur|pour|par"
      r"|au|aux|comme|avec|étaient|seront|peuvent|doivent|vont|se|ne|en|dans|à|vivant|âgés"
      r"|disent|veulent|souhaitent|pensent|estiment)\b| d[’'])")),
])  # fmt: skip


@functools.cache
def _adjectives() -> frozenset[str]:
    """What belongs to them, in its four forms."""
    ones = (word if word.endswith(("ais", "ois")) else word.removesuffix("s") for word in _PEOPLES)
    return frozenset(form for one in ones for form in regular(one))


_OF_PEOPLES = signs.table([
    ("", " ".join(sorted(_adjectives())),
     r"(?<![\w’'-])([a-zà-ÿœ]{3,}) ([A-Z][a-zà-ÿ]{4,})(?![\w’-]| [A-ZÀ-Þ])"),
])  # fmt: skip
_PERSONS = frozenset("jeune jeunes enfant enfants".split())
"""`Les jeunes Européens`: which of the two is the noun is not told by their forms."""


def is_people(word: str) -> bool:
    """
    >>> is_people("français"), is_people("paloise"), is_people("achats")
    (True, True, False)
    """
    one = word.removesuffix("s").removesuffix("e")
    return not {one, f"{one}s"}.isdisjoint((*_PEOPLES, *_TOWNSFOLK)) or word in _adjectives()


def small_letters(sheet: Sheet) -> Iterator[Mark]:
    """`Le continent Européen`: what is theirs has no capital."""
    for place in signs.in_blocks(sheet, _OF_PEOPLES, "fr", signs.is_lined):
        noun, small = place.found[1], place.words.lower()
        mask = dictionary.of(noun)
        is_only_noun = mask & dictionary.CELLS and not mask & ~dictionary.CELLS
        is_noun = place_of(noun) or noun.rstrip("s") in OF_BOTH or is_only_noun
        is_noun = is_noun or (noun.endswith("ment") and mask == dictionary.OTHER)
        if is_noun and noun not in _PERSONS and small in _adjectives() and place.is_own:
            yield place.mark(
                "T116", f"{place.words!r} has no capital in French", f"write {small}", WARNING,
                small,
            )  # fmt: skip


_LANGUAGES = (
    "Français Anglais Allemand Italien Espagnol Portugais Néerlandais Polonais Roumain Bulgare "
    "Hongrois Grec Turc Danois Suédois Norvégien Finnois Tchèque Slovaque Slovène Croate Serbe "
    "Catalan Basque Breton Arabe Russe Ukrainien Chinois Japonais"
)
_OF_LANGUAGES = signs.table([
    ("", f"{_LANGUAGES.lower()} / en",
     rf"\b(?:en|et en|ou en) ({_LANGUAGES.replace(' ', '|')})(?![\w’-]| [A-ZÀ-Þ]| langues?\b)"),
])  # fmt: skip


def languages(sheet: Sheet) -> Iterator[Mark]:
    """`En Anglais`: a language has no capital."""
    for place in signs.in_blocks(sheet, _OF_LANGUAGES, "fr", signs.is_lined):
        if place.is_own:
            small = place.words.lower()
            yield place.mark(
                "T116", f"{place.words!r} has no capital in French", f"write {small}", WARNING,
                small,
            )  # fmt: skip


def large_letters(sheet: Sheet) -> Iterator[Mark]:
    for place in signs.in_blocks(sheet, _FORMS, "fr", signs.is_lined):
        if place.is_plain:
            right = place.words.capitalize()
            yield place.mark(
                "T116", f"{place.words!r} are people", f"write {right}", WARNING, right
            )
