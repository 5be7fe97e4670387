"""Names of lands, of bodies and of times past in French, and the particle of a surname."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet

_FEMININE = (
    "france belgique suisse grande-bretagne pologne roumanie bulgarie hongrie "
    "grèce turquie suède norvège finlande slovaquie slovénie croatie serbie lettonie lituanie "
    "russie chine tunisie libye syrie somalie mauritanie gambie namibie zambie guinée corée "
    "colombie bolivie jordanie géorgie bretagne normandie corse catalogne wallonie moldavie "
    "macédoine tanzanie centrafrique thaïlande malaisie bosnie"
).split()
_WITH_VOWELS = (
    "europe allemagne espagne italie angleterre autriche irlande écosse islande ukraine albanie "
    "algérie égypte éthiopie arménie afrique asie amérique océanie indonésie australie "
    "argentine équateur estonie afghanistan irak iran ouganda alsace aquitaine occitanie"
).split()
_MASCULINE = (
    "portugal danemark luxembourg royaume-uni liban maroc mali niger nigeria tchad togo bénin "
    "sénégal burkina cameroun gabon congo kenya rwanda burundi soudan mozambique brésil mexique "
    "pérou chili venezuela paraguay canada québec japon pakistan népal cambodge vietnam "
    "kosovo monténégro"
).split()
_ENDS = r"(?![\w@/’'-]|\.\w)"
_LANDS = signs.table([
    ("", " ".join(_FEMININE).replace("-", " "),
     (r"(?<![\w@#/.-])(?:[Ll]a|[Dd]e|[Ee]n|[Tt]oute la|[Vv]ers la)[ \u00a0]"
      rf"({'|'.join(_FEMININE)}){_ENDS}")),
    ("", " ".join(_WITH_VOWELS),
     rf"(?<![\w@#/.-])(?:[Ll][’']|[Dd][’']|[Ee]n[ \u00a0])({'|'.join(_WITH_VOWELS)}){_ENDS}"),
    ("", " ".join(_MASCULINE).replace("-", " "),
     rf"(?<![\w@#/.-])(?:[Ll]e|[Aa]u|[Dd]u)[ \u00a0]({'|'.join(_MASCULINE)}){_ENDS}"),
    ("", "états pays / unis bas", rf"\b(?:[Ll]es|[Aa]ux|[Dd]es) (états-unis|pays-bas){_ENDS}"),
])  # fmt: skip
_NAMES = signs.table([
    # What is right, a word of each kind, and where the capital is missing.
    ("Union", "union / européenne", r"(?<![\w-])[LlDd][’'](union) européenne\b"),
    ("Commission", "commission / européenne", r"\b[Ll]a (commission) européenne\b"),
    ("Parlement", "parlement / européen", r"\b(?:[Ll]e|[Dd]u|[Aa]u) (parlement) européen\b"),
    ("Assemblée", "assemblée / nationale", r"(?<![\w-])[Ll][’'](assemblée) nationale\b"),
    ("République", "république / française fédérale",
     r"\b[Ll]a (république) (?:française|fédérale)\b"),
    ("Révolution", "révolution / française", r"\b[Ll]a (révolution) française\b"),
    ("Nations", "nations / unies", r"\b(?:[Ll]es|[Dd]es|[Aa]ux) (nations) unies\b"),
    ("Première Guerre", "guerre / mondiale", r"\b([Pp]remière guerre) mondiale\b"),
    ("Seconde Guerre", "guerre / mondiale", r"\b([Ss]econde guerre) mondiale\b"),
    ("État",
     ("état / conseil chef chefs coup coups secrétaire secrétaires services agent agents aide aides"
      " représentant représentants représente soutien financé opérateur opérateurs français droit"),
     (r"\b(?:[Cc]onseil|[Cc]hefs?|[Cc]oups?|[Ss]ecrétaires?) d[’'](état)(?![\w’'-])"
      r"|\b(?:[Ss]ervices|[Aa]gents?|[Rr]eprésentants?|[Rr]eprésente|[Aa]ides?|[Cc]hefs?"
      r"|[Ss]outien|[Ff]inancé par|[Oo]pérateurs?) (?:de )?l[’'](état)"
      r"(?= ?[.,;:)]|$| (?:dans|en|et|à|est|sont|a|ont|ne|pour|au)\b)"
      r"|(?<![\w-])[Ll][’'](état) (?:français|de droit)\b")),
    ("États", "états / membres", r"\b(?:[Ll]es|[Dd]es|[Aa]ux) (états)[ -]membres\b"),
    ("Conseil", "conseil / constitutionnel état etat",
     r"\b(?:[Ll]e|[Dd]u|[Aa]u) (conseil) (?:constitutionnel|d[’'][ÉE]tat)\b"),
    ("Cour", "cour / comptes cassation",
     r"\b[Ll]a (cour) (?:des comptes|de cassation)(?![\w-]| d[eu])"),
    ("Sénat", "sénat", r"\b(?:[Ll]e|[Dd]u|[Aa]u) (sénat)(?![\w-])(?! (?:de|du|des|romain))"),
    ("Moyen Âge", "moyen moyens / âge age",
     r"\b(?:[Ll]e|[Dd]u|[Aa]u) (moyen[- ][âÂaA]ge|Moyen[- ]age|Moyen-[âÂ]ge)(?![\w-])"),
    ("Noël", "noël",
     r"(?<![\w’'-])(?:[Àà]|[Dd]e|[Jj]oyeux|[Pp]ère) (noël)(?![\w-])"),
    ("Pâques", "pâques", r"(?<![\w’'-])(?:[Àà]|[Dd]e|[Ll]undi de|[Jj]oyeuses) (pâques)\b"),
    ("Ancien Testament", "testament / ancien", r"(?<![\w-])[Ll][’'](ancien testament)\b"),
    ("Nouveau Testament", "testament / nouveau",
     r"\b(?:[Ll]e|[Dd]u|[Aa]u) (nouveau testament)\b"),
])  # fmt: skip
_OF_UNION = signs.table([
    ("Union", "union / sortie sortir membres citoyens institutions traités",
     (r"\b(?:sortie|sortir|[ÉEé]tats membres|pays membres|citoyens|institutions|traités) de l[’']"
      r"(union)(?=[.,;:)!?]|$| (?:et|est|a|ne)\b)")),
])  # fmt: skip
_OF_EUROPE = frozenset("europe européen européenne européens européennes".split())
_OF_RANK = (
    "général maréchal vicomte vicomtesse comte comtesse marquis marquise duc duchesse baron "
    "baronne chevalier"
).split()
_PARTICLE = signs.table([
    ("de", f"de / {' '.join(_OF_RANK)}", rf"\b(?i:{'|'.join(_OF_RANK)}) (De)(?= [A-ZÀ-Þ])"),
    ("de", "de / gaulle", r"\b(?:[Pp]résident|Charles) (De)(?= Gaulle\b)"),
])  # fmt: skip


def lands(sheet: Sheet) -> Iterator[Mark]:
    """*La france*, *l'union européenne*, *le général De Gaulle*."""
    for place in signs.in_blocks(sheet, _LANDS, "fr", signs.is_lined):
        if place.is_own and place.is_whole:
            right = "-".join(part.capitalize() for part in place.words.split("-"))
            yield _mark(place, right, f"{place.words!r} is the name of a land")
    for place in signs.in_blocks(sheet, _NAMES, "fr", signs.is_lined):
        if place.is_own:
            yield _mark(place, place.right, f"{place.words!r} begins a name here")
    for place in signs.in_blocks(sheet, _OF_UNION, "fr", signs.is_lined):
        if place.is_own and not _OF_EUROPE.isdisjoint(sheet.reading.vocabulary):
            yield place.mark(
                "T116", "'l’union' may be that of Europe", "write l’Union", NOTE, place.right
            )
    for place in signs.in_blocks(sheet, _PARTICLE, "fr", signs.is_lined):
        if place.is_plain:
            yield _mark(place, place.right, "the particle 'De' has no capital here")


def _mark(place: signs.Place[str], right: str, message: str) -> Mark:
    return place.mark("T116", message, f"write {right}", WARNING, right)
