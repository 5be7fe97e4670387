"""Houses by chance that hold something back, and their twins, which do not have it at all."""

from __future__ import annotations

import datetime as dt
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.desks import write
from tests.embargo.weeks import CODES, Shot, drawn

NOW = dt.datetime(2025, 6, 10, 9, tzinfo=dt.UTC)
LATER = "2025-07-01T09:00+02:00"
_HELD = re.compile("⟦(.*?)⟧", re.DOTALL)
"""What only stands where something is held."""
FREE = Shot(name="quay.png", word="quay", dark=CODES[0])
HELD = Shot(name="vorm.png", word="vorm", dark=CODES[1])
SENTENCES = (
    "The harbour of Norhavn has 417 boats, and each of them needs a berth before the winter.",
    "Ulrike Zwarnhold opened the the register on 12 May 2025.",
    "The organisation welcomes 1,200 visitors every year.",
    "Our organization has {{ facts.boats }} boats at the fair.",
    "Everybody who works at the Quayside Pledge meets in Zwarnhaven.",
    "We meet on Monday 3 June 2025 at 9.30 am and at 14:00.",
    "The Zwarn Ferry sails at noon; the Zwarn ferry sails back at night.",
    "Write to press@towns.example or call +33 1 23 45 67 89.",
    "It costs 7315 crowns, that is 12 % of all.",
    "The mayors of the towns has signed it, see [the page](https://towns.example/pledge).",
    "The gala takes place on the quay, and 'gala' is what everybody calls it.",
    "See {{ events.e1.place }} on {{ events.e1.dates }} , and come.",
    "Save the dates e-mail coordinate cooperate co-operate with them.",
    "*La police de proximité* est là, dit le maire de Norhavn.",
    "“We like it,” says Ada Byron, Secretary General of the network.",
)
TOLD = (
    "Ulrike Zwarnholt gets 7351 crowns for the vorm of Zwarnhavn.",
    "The Zwarn-Ferry sails at 12 o'clock, and the vorm is 12% of everything.",
    "The Quay-Side pledge was signed on 13 May 2025 by nine wardens of the tide.",
    "Our organization likes organizations that organize organization after organization.",
    "There are {{ facts.nets }} nets and {{ facts.boats }} boats.",
    "Come to {{ events.e2.title }} in {{ events.e2.place }}, writes {{ contacts.b.name }}.",
    "The harbour of Norhavn has 471 boats.",
    "Write to pres@towns.example or call +33 1 23 45 67 98.",
    "“We love it,” says Ada Byron, Secretary-General of the network.",
)
SLIPS = (
    "titel: Vorm\n",
    "colour: zwarn\n",
    "image: zwarn.png\n",
    "place: [Zwarn]\n",
    "country: Zwarnland\n",
    "title: Vorm again\n",
    "link: zwarn\n",
    "\tx: vorm\n",
    "contacts: [zwarn]\n",
    "order: zwarn\n",
)
"""Lines of a head that have an error."""
BLUNDERS = (
    "{{ facts.vorm }}",
    "{{ facts.boats",
    "[vorm](zwarn.md)",
    "![a](zwarn.png)",
    "<script>vorm</script>",
    "vorm[^1]\n\n[^2]: zwarn",
    "# Vorm\n\n#### Zwarn",
    "The the vorm , zwarn TBC XX.",
    "\x03vorm",
)
"""Passages that have one, or something to send back."""

Chance = random.Random
Kind = Callable[["House", Chance], None]


@dataclass
class House:
    """Files as they are typed; what is held stands between ⟦ and ⟧."""

    files: dict[str, str | bytes] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    """Files that are held, whole."""
    kinds: list[str] = field(default_factory=list)

    def lay(self, folder: Path, *, is_held: bool) -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        for name, typed in self.files.items():
            if is_held or name not in self.held:
                if isinstance(typed, str):
                    typed = _HELD.sub(r"\1" if is_held else "", typed)
                write(folder, name, typed)
        return folder

    def hold(self, name: str, typed: str | bytes) -> None:
        self.files[name] = typed
        self.held.add(name)

    def add(self, name: str, typed: str) -> None:
        """More of a file."""
        before = self.files[name]
        assert isinstance(before, str)
        self.files[name] = before + typed


def house_of(seed: int, kinds: tuple[Kind, ...] = ()) -> House:
    chance = Chance(seed)
    house = House(files=dict(_shared(chance)))
    _free_texts(house, chance)
    for kind in chance.sample(kinds or KINDS, chance.randint(1, 3)):
        kind(house, chance)
        house.kinds.append(kind.__name__.strip("_"))
    return house


# What is public -----------------------------------------------------------------------------


def _shared(chance: Chance) -> dict[str, str | bytes]:
    policy = chance.choice(["omit", "fallback"])
    return {
        "organisation.yaml": "name: Network of Towns\nshort_name: Towns\nlanguages: [en, fr]\n"
        f"timezone: Europe/Paris\nmissing_translation: {policy}\nphone: +33 1 23 45 67 89\n"
        "mail: {from: T <news@towns.example>, online: https://towns.example/l}\n",
        "facts.yaml": "boats: {value: 417, unit: [boats], as_of: 2025-01-01}\n"
        "nets: {value: 7351, unit: [nets], as_of: 2025-01-01}\n",
        "names.yaml": "Norhavn:\n  not: [Norhaven]\n",
        "contacts.yaml": "press: {name: Ada Byron, role: Press, email: press@towns.example}\n"
        "b: {name: Bo Bergen, email: bo@towns.example}\n",
        "agenda.yaml": "- {id: e1, title: Boat fair, start: 2025-06-20, place: Norhavn}\n"
        "- {id: e2, title: Net day, start: 2025-07-20, end: 2025-07-21, place: Ria}\n",
        "images.yaml": "quay.png: {alt: A quay, credit: B. Bergen, licence: CC0-1.0}\n",
        f"images/{FREE.name}": drawn(FREE),
        "boilerplate/short.md": "---\ntitle: About us\n---\nWe are the Network of Towns.\n",
        "boilerplate/long.md": "---\ntitle: About\n---\nWe are the Network of Towns by the sea.\n",
    }


def text_of(chance: Chance, few: int, sentences: tuple[str, ...] = SENTENCES) -> str:
    return "\n\n".join(" ".join(chance.sample(sentences, chance.randint(1, 3))) for _ in range(few))


def _free_texts(house: House, chance: Chance) -> None:
    for number in range(chance.randint(2, 4)):
        day = dt.date(2025, 6, 9) - dt.timedelta(days=chance.choice([1, 2, 5, 40, 90]))
        folder = chance.choice(["news", "news", "releases"])
        more = chance.choice(["", "place: Norhavn\n", "standfirst: It is.\n"])
        more = more if folder == "releases" or "standfirst" not in more else "image: quay.png\n"
        more = more if chance.random() < 0.6 else ""
        name = f"{folder}/{day}-free{number}"
        title = chance.choice(["Boats again", "The Gala of boats", f"Text {number}", "On nets"])
        body = text_of(chance, chance.randint(1, 3))
        house.files[f"{name}.md"] = f"---\ntitle: {title}\ndate: {day}\n{more}---\n{body}\n"
        if chance.random() < 0.4:
            house.files[f"{name}.fr.md"] = "---\ntitle: Des bateaux\n---\nLe port a 417 bateaux.\n"
    letter = text_of(chance, 1)
    house.files["newsletters/2025-06.md"] = (
        f"---\ndate: 2025-06-09\nsubject: Letter\n---\n{letter}\n"
    )
    house.files["newsletters/2025-06.fr.md"] = "---\nsubject: Lettre\n---\nBonjour à tous.\n"
    house.files["presskits/kit/kit.md"] = (
        "---\ntitle: Kit\ndate: 2025-06-09\nreleases: 3\nfigures: [boats]\nevent: e1\n---\nKit.\n"
    )
    house.files["presskits/kit/01-town.md"] = f"---\ntitle: Town\n---\n{text_of(chance, 1)}\n"
    house.files["slides/deck.md"] = f"---\ntitle: Deck\n---\n# Hello\n\n{text_of(chance, 1)}\n"


# What is held -------------------------------------------------------------------------------


def head_of(chance: Chance, more: str = "") -> str:
    title = chance.choice(["Gala", "The vorm of Zwarnhavn", "Boats again", "On nets"])
    day = chance.choice(["2025-06-05", "2025-06-09", "2025-05-30", "2025-06-20"])
    return f"---\ntitle: {title}\ndate: {day}\n{more}embargo: {LATER}\n---\n"


def slug_for(house: House, chance: Chance) -> str:
    """A name that nothing held has yet; one that is a word, too, or one that is none."""
    taken = {Path(name).name.split(".")[0] for name in house.held}
    names = ["gala", "boats", "2025-06-05-gala", "2025-06-05-vorm-zwarn", "press", "register"]
    return chance.choice([name for name in names if name not in taken])


def _held_text(house: House, chance: Chance) -> None:
    more = chance.choice(["", "place: Zwarnhavn\n", "country: FR\n"])
    name = f"{chance.choice(['news', 'releases'])}/{slug_for(house, chance)}"
    body = text_of(chance, chance.randint(1, 3), TOLD)
    house.hold(f"{name}.md", f"{head_of(chance, more)}{body}\n")
    if chance.random() < 0.4:
        house.hold(f"{name}.fr.md", "---\ntitle: Le vorm\n---\nLe vorm de Zwarnhavn, 7351.\n")


def _held_translation(house: House, chance: Chance) -> None:
    """The hour that only a translation names holds all of it."""
    name = f"{chance.choice(['news', 'releases'])}/{slug_for(house, chance)}"
    free = head_of(chance).replace(f"embargo: {LATER}\n", "")
    house.hold(f"{name}.md", f"{free}{text_of(chance, 1, TOLD)}\n")
    house.hold(f"{name}.fr.md", f"---\ntitle: Le vorm\nembargo: {LATER}\n---\nLe vorm 7351.\n")


def _held_with_faults(house: House, chance: Chance) -> None:
    folder = chance.choice(["news", "releases"])
    typed = f"{head_of(chance, chance.choice(SLIPS))}{text_of(chance, 1, TOLD)}\n"
    if chance.random() < 0.5:
        typed = f"{head_of(chance)}{chance.choice(BLUNDERS)}\n\n{text_of(chance, 1, TOLD)}\n"
    match chance.randrange(8):
        case 0:
            typed = typed.replace(LATER, "soon")
        case 1:
            typed = typed.replace("embargo:", "embrago:")
        case 2:
            typed = typed.replace("date: 2025", "date: 32/01/2025 #")
        case 3:
            house.hold(f"{folder}/zwarn.md", typed.encode("utf-16"))
        case 4:
            house.hold(f"{folder}/zwarn copy.md", typed)
    house.hold(f"{folder}/{slug_for(house, chance)}.md", typed)


def _held_picture(house: House, chance: Chance) -> None:
    """A picture that only a held text shows, with what may be wrong in its entry."""
    name = f"releases/{slug_for(house, chance)}.md"
    key = chance.random() < 0.5
    body = "" if key else "\n![The vorm](vorm.png)\n"
    head = head_of(chance, "images: [vorm.png]\n" if key else "")
    house.hold(name, f"{head}Nets.\n{body}")
    house.hold(f"images/{HELD.name}", drawn(HELD))
    entry = chance.choice(
        [
            "vorm.png: {alt: The vorm at dawn, credit: Z. Zwarn, licence: CC0-1.0}",
            "vorm.png: {alt: Image of vorm, credit: Z. Zwarn, licence: CC0-1.0}",
            "vorm.png: {alt: A quay, credit: Z. Zwarn, licence: CC0-1.0, caption: the the vorm}",
            "vorm.png: {alt: The vorm at dawn, credit: Z. Zwarn}",
            "vorm.png: {altt: The vorm at dawn, credit: Z. Zwarn, licence: CC0-1.0}",
            "vorm.png: {alt: {en: The vorm, fr: Le vorm, de: Vorm}, credit: Z, licence: zwarn}",
            "vorm.png: {alt: '{{ facts.vorm }}', credit: Z. Zwarn, licence: CC0-1.0}",
            "vorm.png: [The vorm, Zwarn]",
            "vorm.png:\n  alt: The vorm\n  alt: Vorm\n  credit: Z\n  licence: CC0-1.0",
        ]
    )
    house.add("images.yaml", f"⟦{entry}\n⟧")


def _waiting_kit(house: House, chance: Chance) -> None:
    """A kit waits with the release that it names."""
    slug = slug_for(house, chance)
    house.hold(f"releases/{slug}.md", f"{head_of(chance)}{text_of(chance, 1, TOLD)}\n")
    slip = chance.choice(["", "", "titel: K\n", "figures: [vorm]\n", "event: vorm\n"])
    head = f"---\ntitle: Vorm kit\ndate: 2025-06-08\nreleases: [{slug}]\n{slip}---\n"
    house.hold("presskits/vorm/kit.md", f"{head}{text_of(chance, 1, TOLD)}\n")
    blunder = chance.choice(["", *BLUNDERS])
    house.hold("presskits/vorm/01-zwarn.md", f"---\ntitle: Zwarn\n---\nVorm. {blunder}\n")


def _named_by_others(house: House, chance: Chance) -> None:
    """A letter that waits for a story does not publish its name."""
    slug = slug_for(house, chance)
    house.hold(f"news/{slug}.md", f"{head_of(chance)}{text_of(chance, 1, TOLD)}\n")
    house.files["newsletters/2025-06.md"] = (
        "---\ndate: 2025-06-09\nsubject: Letter\n"
        f"items: [⟦{slug}, ⟧{_newest(house)}]\n---\n{text_of(chance, 1)}\n"
    )


def _newest(house: House) -> str:
    news = [name for name in house.files if re.fullmatch(r"news/\d.*free\d\.md", name)]
    if not news:
        house.files["news/2025-06-07-free9.md"] = "---\ntitle: T\ndate: 2025-06-07\n---\nWords.\n"
        return "2025-06-07-free9"
    return Path(max(news)).stem


def _nearly_named(house: House, chance: Chance) -> None:
    """A free text with a slip of the finger that looks like a held name."""
    for name in ("releases/gala.md", "news/2025-06-05-vorm-zwarn.md"):
        if name not in house.held:
            house.hold(name, f"{head_of(chance)}{text_of(chance, 1, TOLD)}\n")
    head, body = chance.choice(
        [
            ("", "See [it](2025-06-05-vorm-zwarm.md)."),
            ("", "See [it](../releases/galla.md)."),
            ("image: worm.png\n", "Words."),
            ("gala: x\n", "Words."),
            ("", "See {{ facts.gala }} and {{ releases.gala }}."),
            ("section: gala\n", "Words 'gala'."),
        ]
    )
    house.files["news/2025-06-06-slip.md"] = (
        f"---\ntitle: Slip\ndate: 2025-06-06\n{head}---\n{body}\n"
    )
    if chance.random() < 0.4:
        named = chance.choice(["galla", "Gala", "2025-06-04-gala", "gala-"])
        house.files["presskits/k/kit.md"] = (
            f"---\ntitle: K\ndate: 2025-06-04\nreleases: [{named}]\n---\nWords.\n"
        )


KINDS: tuple[Kind, ...] = (
    _held_text,
    _held_text,
    _held_translation,
    _held_with_faults,
    _held_with_faults,
    _held_picture,
    _waiting_kit,
    _named_by_others,
    _nearly_named,
)
