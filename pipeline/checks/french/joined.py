"""Words that French joins by a hyphen, and those that it joins without one."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.sought import sought

_OF_SAINTS = (
    "église cathédrale basilique abbaye chapelle paroisse rue avenue boulevard place quai pont "
    "porte quartier faubourg lycée collège école hôpital clinique parc square gare stade centre "
    "fontaine tour mont île baie canal marché foire fête"
)
_NO_ORDER = "(?!(?:[Cc]hez|[Aa]ssez|[Nn]ez|[Rr]ez|[Rr]endez)\\b)"
FORMS = signs.table([
    ("", "nous vous moi lui / -ez",
     (rf"(?:^|(?<=[.!?:;,(] )|(?<=\bet )|(?<=\balors )){_NO_ORDER}[A-Za-zÀ-ÿ]{{2,}}ez( )"
      r"(?:nous|vous|moi|lui)\b(?![-’'])(?! (?:y |en |[lsmt][’'])?[a-zà-ÿ]+(?:er|ir|re|oir)\b)"
      r"(?! (?:le|la|les|leur|y|en|ne|pas|avez|êtes|pouvez|devez|voulez|serez|aurez)\b)")),
    ("", "le la les / -ez",
     (rf"(?:^|(?<=[.!?:;,(] )){_NO_ORDER}[A-Za-zÀ-ÿ]{{2,}}ez( )(?:le|la|les)"
      r"(?= (?:dans|sur|en|par|avec|pour|ici|avant|chez|à|aux?)\b|[.,!;])")),
    ("", "rendez / vous",
     r"^Rendez( )vous(?= (?:sur|à|aux?|le|dans|en|chez|ici|du|pour|demain|samedi|dimanche)\b)"),
    ("", "même / eux elles", r"\b(?:[Ee]ux|[Ee]lles)( )même(?= (?!si\b|pas\b)|[.,;:)])"),
    ("", "saint sainte / la à",
     (r"(?<![\w’'-])[Ll]a Sainte?( )"
      r"(?!Bible|Famille|Vierge|Trinité|Croix|Alliance|Église|Cène)[A-ZÀ-Þ][a-zà-ÿ]{2,}(?![\w’'])")),
    ("", "chose / grand", r"\b(?:[Pp]as|plus|sans|rien|jamais) grand( )chose\b"),
    ("", f"saint sainte / {_OF_SAINTS} {_OF_SAINTS.replace(' ', 's ')}s",
     (rf"\b(?i:{_OF_SAINTS.replace(' ', '|')})s? (?:de )?Sainte?( )[A-ZÀ-Þ][a-zà-ÿ]{{2,}}"
      r"(?![\w’'])")),
    ("", "libre / service / en le", r"\b(?:[Ee]n|[Ll]e) [Ll]ibre( )[Ss]ervice\b"),
    ("", "non / respect conformité violence discrimination recours renouvellement",
     (r"(?:^|(?<=\()|(?<=[:–-] ))[Nn]on( )(?:respect|conformité|violence|discrimination|recours"
      r"|renouvellement)\b")),
    ("", "rond ronds / point points",
     r"(?<![\w-])[Rr]onds?( )points?\b(?! d[’']orgue)"),
    ("", "cédez / passage", r"\b(?:[Uu]n|[Ll]es?|[Dd]es|[Dd]u) cédez( )le( )passage\b"),
    ("", "tourne / droite gauche",
     r"\b(?:[Uu]n|[Ll]es?|[Dd]es|[Dd]u) tourne( )à( )(?:droite|gauche)\b"),
    ("", "pique / nique niques", r"\b[Pp]ique( )niques?\b"),
    ("", "tiers / lieu lieux", r"\b[Tt]iers( )lieux?\b"),
    ("", "arc arcs / ciel", r"\b[Aa]rcs?( )en( )ciel\b"),
    ("", "garde / fou fous", r"\b[Gg]arde( )fous?\b"),
    # `Sud Ouest` is a newspaper.
    ("", "nord sud / ouest", r"\b(?:le|du|au|quart|côté|secteur) (?:nord|sud)( )ouest\b"),
    ("", "pays grande royaume / bas bretagne uni",
     r"\b(?:Pays( )Bas|Grande( )Bretagne|Royaume( )Uni)\b"),
])  # fmt: skip
_SOLID = sought(
    r"(?<![\w’'-])(?:[Aa]nti|[Ii]nter|[Pp]ré|[Mm]ulti|[Pp]luri|[Tt]rans|[Hh]yper|[Ii]nfra|[Ii]ntra"
    r"|[Ee]xtra|[Pp]oly|[Mm]ono|[Hh]ydro|[Gg]éo|[Pp]éri|[Ss]ocio|[Cc]o|[Rr]étro)-"
    r"(?!(?:[a-z]+-)|op\b|working|living|branding)[b-df-hj-np-tv-xz][a-zà-ÿ]{3,}(?![\w-])"
)


_OFFICE = sought(
    r"\b(?:(?:[Ss]ecrétaire|[Dd]irect(?:eur|rice)|[Ii]nspect(?:eur|rice)|[Pp]rocureure?|[Dd]élégué"
    r"|[Cc]ommissaire|[Rr]apporteure?|[Cc]onsul)s?e?s?-[Gg]énéra(?:l|le|ux|les)"
    r"|(?:[Dd]irect(?:eur|rice)|[Mm]aire|[Ss]ecrétaire)s?-[Aa]djointe?s?)\b"
)
"""`Secrétaire-général`: an office and its adjective are two words."""


def solid(sheet: Sheet) -> Iterator[Mark]:
    """*Inter-générationnel*: such a prefix has no hyphen before a consonant."""
    for block in sheet.prose:
        if block.language[:2] == "fr" and "-" in block.text:
            for found in _OFFICE.finditer(block.text):
                right = found[0].replace("-", " ")
                yield block.mark(
                    "X137", *found.span(), f"{found[0]!r} needs no hyphen", f"write {right}",
                    WARNING, right,
                )  # fmt: skip
            for found in _SOLID.finditer(block.text):
                if block.is_own(found.start()):
                    right = found[0].replace("-", "")
                    yield block.mark(
                        "X137", *found.span(), f"{found[0]!r} needs no hyphen", f"write {right}",
                        NOTE, right,
                    )  # fmt: skip
