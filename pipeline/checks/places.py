"""Places: towns and regions with the accents and hyphens that they have on their own signs."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from pipeline.checks.english import words
from pipeline.checks.french.letters import lettered
from pipeline.checks.register import Register
from pipeline.checks.sheet import WARNING, Block, Mark, Sheet
from pipeline.sought import in_small, sought

_TOWNS = (
    "Aarhus Besançon Béziers Bègles Châteauroux Compiègne Évreux Fréjus Hyères Liévin Mérignac "
    "Montélimar Nîmes Orléans Périgueux Vénissieux Vitré Épinal Évry Créteil Liège Namêche "
    "Châtelet Brașov Timișoara Iași Constanța Bacău Ploiești Târgoviște Bistrița Chișinău Galați "
    "Bălți Gdańsk Poznań Wrocław Łódź Białystok Toruń Rzeszów Częstochowa Gorzów Kołobrzeg "
    "Świnoujście Brno Plzeň Děčín Jičín Košice Prešov Žilina Trenčín Piešťany Győr Pécs "
    "Székesfehérvár Kecskemét Nyíregyháza Békéscsaba Šiauliai Klaipėda Panevėžys Jūrmala Rēzekne "
    "Daugavpils Pärnu Jõhvi Šibenik Poreč Čakovec Požega Kranj Škofja Niš Šabac Kragujevac Tromsø "
    "Bodø Ålesund Malmö Jönköping Linköping Norrköping Örebro Umeå Gävle Västerås Växjö Borås "
    "Östersund Jyväskylä Hämeenlinna Göttingen Tübingen Würzburg Saarbrücken Lübeck Osnabrück "
    "Düsseldorf Gütersloh Wuppertal Mönchengladbach Fürth Görlitz Gießen Neuchâtel Delémont "
    "Málaga Cádiz Córdoba León Gijón Jaén Logroño Mérida Ávila Badalona Móstoles Alcorcón Leganés "
    "Avilés Torrejón Xàbia Sagunt Setúbal Évora Bragança Guimarães Santarém Loulé Lagoa Portimão "
    "Almada Oeiras Matosinhos Gondomar Olhão Covilhã Viseu Leça Águeda Ílhavo Forlì Cefalù Nardò "
    "Cantù Thessaloníki Diyarbakır Eskişehir İzmir Beyoğlu Kadıköy Çankaya Şişli"
).split()
_JOINED = (
    "Saint-Denis Saint-Étienne Saint-Nazaire Saint-Malo Saint-Ouen Saint-Herblain Saint-Quentin "
    "Saint-Brieuc Saint-Priest Saint-Gilles Saint-Josse Aix-en-Provence Châlons-en-Champagne "
    "Clermont-Ferrand Boulogne-Billancourt Seine-Saint-Denis Loire-Atlantique Île-de-France "
    "Auvergne-Rhône-Alpes Provence-Alpes-Côte Bourgogne-Franche-Comté Hauts-de-France "
    "Nouvelle-Aquitaine Emilia-Romagna Baden-Württemberg Schleswig-Holstein Rhineland-Palatinate "
    "Saxony-Anhalt Louvain-la-Neuve Ottignies-Louvain Molenbeek-Saint-Jean Brussels-Capital "
    "Stratford-upon-Avon Stoke-on-Trent Woluwe-Saint-Lambert Bruay-la-Buissière Villeneuve-d’Ascq "
    "Montreuil-sous-Bois Ivry-sur-Seine Vitry-sur-Seine Fontenay-sous-Bois Bourg-en-Bresse "
    "Charleville-Mézières Rueil-Malmaison Saint-Germain-en-Laye Meurthe-et-Moselle Maine-et-Loire "
    "Indre-et-Loire Ille-et-Vilaine Eure-et-Loir Loir-et-Cher Lot-et-Garonne Tarn-et-Garonne "
    "Saône-et-Loire Seine-et-Marne Seine-Maritime Hauts-de-Seine Val-de-Marne Val-d’Oise "
    "Bouches-du-Rhône Côtes-d’Armor Alpes-Maritimes Hautes-Alpes Hautes-Pyrénées "
    "Pyrénées-Orientales Pyrénées-Atlantiques Charente-Maritime Haute-Garonne Haute-Savoie "
    "Haute-Vienne Haute-Marne Haute-Saône Haute-Corse Corse-du-Sud Bas-Rhin Haut-Rhin Deux-Sèvres "
    "Bosnie-Herzégovine Grande-Bretagne Royaume-Uni Pays-Bas Nouvelle-Zélande Nouvelle-Calédonie"
).split()
_ENGLISH = frozenset("Cordoba Malaga Cadiz Leon Izmir Thessaloniki Aarhus Merida Avila".split())
"""What English writes so by custom."""
_NAMES = frozenset("Leon Avila Lagoa Merida Nis Cantu".split())
"""People are called so as well."""


def _plain(word: str) -> str:
    letters = word.translate(str.maketrans("ŁłØøıİğĞ", "LlOoiIgG"))
    return "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))


@functools.cache
def _wrong() -> dict[str, str]:
    """A town without its accents -> the town."""
    bare = {_plain(town): town for town in _TOWNS if not town.isascii()}
    return {plain: town for plain, town in bare.items() if plain not in _ENGLISH | _NAMES}


_APART = "|".join(sorted(re.sub("[-’]", "[- ’']", _plain(name)) for name in _JOINED))
_FORM = sought(rf"(?<![\w’'-])(?:{_APART})(?![\w’'])", re.IGNORECASE)


@functools.cache
def _joined() -> dict[str, str]:
    return {re.sub(r"\W", "", _plain(name)).lower(): name for name in _JOINED}


@functools.cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of the names that are written with hyphens."""
    ends = [{re.split("[-’]", name)[at].lower() for name in _JOINED} for at in (0, -1)]
    first, last = (frozenset(words | {_plain(word) for word in words}) for words in ends)
    return first, last


def n107_place_without_its_accents(sheet: Sheet, register: Register) -> Iterator[Mark]:
    """*Brasov* for *Brașov*, *Saint Denis* for *Saint-Denis*: a town is spelt as it spells itself,
    and so is *Universita di Pisa*.
    Remedy: put the accents and hyphens in; fix=1 does it."""
    for block in sheet.blocks:
        if block.is_capitals:
            continue
        yield from _bare(block, register)
        yield from _of_bodies(block, register)
        if all(not block.vocabulary.isdisjoint(words) for words in _signs()):
            for found in _FORM.finditer(plain_text(block.text)):
                words = block.text[found.start() : found.end()]
                right = _joined()[in_small(re.sub(r"\W", "", _plain(words)))]
                is_registered = right in register.names
                if (
                    not is_registered
                    and words != right
                    and words.replace("'", "’") != right
                    and words[0].isupper()
                    and not words.isupper()
                ):
                    yield from _spelt(block, found.start(), words, right)


def mended(name: str) -> str:
    """*name* as N107 would have it.

    >>> mended("Saint Denis Forum of Malmo"), mended("Forum of Malmö")
    ('Saint-Denis Forum of Malmö', 'Forum of Malmö')
    """
    wrong = _wrong()
    letters = _TOWN.sub(lambda found: wrong.get(found[0], found[0]), name)
    for found in [*_FORM.finditer(plain_text(letters))][::-1]:
        right = _joined()[in_small(re.sub(r"\W", "", found[0]))]
        letters = letters[: found.start()] + right + letters[found.end() :]
    return letters


class _Letters(dict[int, str]):
    """Each letter without its accents, once it was met."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _plain(chr(code))[:1] or chr(code)
        return letter


_LETTERS = _Letters()


def plain_text(text: str) -> str:
    """The text without its accents, letter for letter."""
    return text if text.isascii() else text.translate(_LETTERS)


_TOWN = sought(r"(?<![\w@#/.’'-])(?<!\bNew )[A-Z][a-z]{2,}(?![\w@/]|\.\w)")


def _bare(block: Block, register: Register) -> Iterator[Mark]:
    wrong = _wrong()
    if block.vocabulary.isdisjoint(_small()):
        return
    for found in _TOWN.finditer(block.text):
        town = wrong.get(found[0])
        # A registered name is compared with what was typed by itself.
        if town and town not in register.names:
            yield from _spelt(block, found.start(), found[0], town)


_ENDED = sought(
    r"(?<![\w@#/.’'-])(?:(?P<à>[A-Z][a-z]+it)a(?= (?:degli|di|del|della|dell[’'])\b)"
    r"|(?P<ó>[A-Z][a-z]+ci)on(?= (?:de|del|para)\b)"
    r"|(?P<çã>[A-Z][a-z]+)cao(?= (?:de|da|do|dos|das|para)\b))"
)
_FRENCH = sought(r"(?<![\w@#/.’'-])[A-Z][a-z]{3,}(?= (?:de|du|des|de la|pour|d[’'])[ A-Zaeiou])")
_LINKS = frozenset("degli di del della dell de da do dos das du des pour para d".split())


def _of_bodies(block: Block, register: Register) -> Iterator[Mark]:
    """*Universita di Pisa*, *Fundacion de Cádiz*, *Comite des ports*: names in an English text."""
    if block.language[:2] != "en" or block.vocabulary.isdisjoint(_LINKS):
        return
    for found in _ENDED.finditer(block.text):
        accent = found.lastgroup or ""
        rest = {"à": "", "ó": "n", "çã": "o"}[accent]
        right = f"{found[accent]}{accent}{rest}"
        if found[0] not in register.names and not words.knows(found[0].lower()):
            yield from _spelt(block, found.start(), found[0], right)
    for found in _FRENCH.finditer(block.text):
        small = found[0].lower()
        near = () if words.knows(small) else lettered(small)
        if len(near) == 1 and found[0] not in register.names:
            yield from _spelt(block, found.start(), found[0], near[0].capitalize())


@functools.cache
def _small() -> frozenset[str]:
    return frozenset(word.lower() for word in _wrong())


def _spelt(block: Block, start: int, words: str, right: str) -> Iterator[Mark]:
    if not block.is_foreign(start):
        yield block.mark(
            "N107", start, start + len(words), f"{words!r} is spelt {right!r}", f"write {right}",
            WARNING, right,
        )  # fmt: skip
