"""The words that people type for a key, in their own language or in another sense of it."""

from __future__ import annotations

from collections.abc import Collection

_WORDS = {
    "title": "titel titre título titulo titolo headline überschrift kop",
    "date": "datum fecha data day tag jour",
    "start": "begin beginn début debut inicio inizio from von van",
    "end": "ende einde eind fin fine until to bis tot",
    "place": "ort lieu lugar luogo plaats city town venue location stadt ville ciudad città stad",
    "country": "land pays país pais paese",
    "project": "projekt projet proyecto progetto",
    "image": "bild photo foto picture imagen immagine afbeelding",
    "images": "bilder photos fotos pictures imágenes immagini afbeeldingen",
    "link": "url lien enlace website web",
    "links": "urls liens enlaces",
    "subject": "betreff objet asunto oggetto onderwerp",
    "number": "nummer numéro numero número nr no issue",
    "preheader": "preview vorschau",
    "subtitle": "untertitel sous-titre subtítulo sottotitolo ondertitel",
    "standfirst": "vorspann chapô chapo entradilla intro teaser summary abstract",
    "embargo": "sperrfrist",
    "contacts": "kontakt kontakte contactos contatti contactpersonen",
    "section": "rubrik rubrique sección seccion rubriek category",
    "event": "veranstaltung événement evento evenement",
    "figures": "zahlen chiffres cifras cijfers facts",
    "releases": "mitteilungen communiqués comunicados persberichten",
    "alt": "alt_text alttext description beschreibung texte",
    "credit": "author copyright autor auteur photographer source quelle crédit",
    "licence": "license lizenz licencia licenza licentie",
    "caption": "legend legende légende bildunterschrift bijschrift leyenda didascalia",
    "name": "nom nombre nome naam",
    "phone": "tel telephone telefon téléphone teléfono telefono telefoon",
    "email": "e-mail mail courriel correo",
    "role": "function funktion fonction función funzione functie",
    "value": "wert valeur valor valore waarde",
    "unit": "einheit unité unidad unità eenheid",
    "languages": "sprachen langues idiomas lingue talen language lang",
    "handle": "account konto compte cuenta",
}
_KEY_OF = {word: key for key, words in _WORDS.items() for word in words.split()}
_HOURS = {"time", "hour", "hours", "zeit", "uhrzeit", "heure", "hora", "ora", "tijd", "tijdstip"}


def key_of(typed: str, known: Collection[str]) -> str:
    """Which of the *known* keys is called so elsewhere; nothing, if none is.

    >>> key_of("Ort", ["title", "place"]), key_of("Ort", ["title"])
    ('place', '')
    """
    name = typed.strip().casefold()
    key = name if name in known else _KEY_OF.get(name, "")
    return key if key in known else ""


def of_summaries(typed: str, known: Collection[str]) -> str:
    """Where a summary goes, of what has none: `title` and `section` are keys of news."""
    name = typed.strip().casefold()
    is_one = name in ("standfirst", "excerpt", "description") or _KEY_OF.get(name) == "standfirst"
    if not is_one or "standfirst" in known or "section" not in known:
        return ""
    return "take it out; the text is printed as it is: let its first paragraph say this"


def of_hours(typed: str, known: Collection[str]) -> str:
    """Where an hour goes, of what knows days only."""
    if typed.casefold() not in _HOURS or "start" not in known:
        return ""
    return "days have no hour here: write it in the title or in the text"
