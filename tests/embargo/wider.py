"""More ways to hold something back: odd names, languages, folders, kits, pictures, words."""

from __future__ import annotations

import re
from pathlib import Path

from tests.embargo.twins import HELD, LATER, TOLD, Chance, House, Kind, head_of, slug_for, text_of
from tests.embargo.weeks import CODES, Shot, drawn

FRENCH = "---\ntitle: Le vorm\n{}---\nLe vorm de Zwarnhavn, 7351.\n"
OWN = "Nets of the vorm.\n"
"""Words that nothing free has."""
ENTRY = '⟦"{}": {{alt: The vorm at dawn, credit: Z. Zwarn, licence: CC0-1.0}}\n⟧'


def _folder(chance: Chance) -> str:
    return chance.choice(["news", "releases"])


def _held_in_french_only(house: House, chance: Chance) -> None:
    day = f"date: 2025-06-05\nembargo: {LATER}\n"
    house.hold(f"{_folder(chance)}/{slug_for(house, chance)}.fr.md", FRENCH.format(day))


def _held_by_a_language_that_nobody_has_declared(house: House, chance: Chance) -> None:
    name = f"{_folder(chance)}/{slug_for(house, chance)}"
    day = f"date: 2025-06-05\nembargo: {LATER}\n"
    house.hold(f"{name}.de.md", FRENCH.format(day))
    if chance.random() < 0.6:
        free = head_of(chance).replace(f"embargo: {LATER}\n", "")
        house.hold(f"{name}.md", f"{free}{text_of(chance, 1, TOLD)}\n")


def _held_in_a_folder_of_its_own(house: House, chance: Chance) -> None:
    name = f"{_folder(chance)}/2025/{slug_for(house, chance)}"
    house.hold(f"{name}.md", f"{head_of(chance)}{text_of(chance, 1, TOLD)}\n")
    if chance.random() < 0.4:
        house.hold(f"{name}.fr.md", FRENCH.format(""))


def _free(house: House, chance: Chance) -> Path:
    free = [n for n in house.files if re.match(r"(?:news|releases)/.*free\d\.md", n)]
    return Path(chance.choice(free))


def _named_as_what_is_free(house: House, chance: Chance) -> None:
    """In other capitals, in another folder, with more behind its name; or as other kinds are."""
    free = _free(house, chance)
    folder, stem = free.parent.as_posix(), free.stem
    ways = [f"old/{stem}", stem.upper(), f"{stem}s", f"{stem}-gala", stem[:-1], stem[11:]]
    other = {"news": "releases", "releases": "news"}[folder]
    names = [*(f"{folder}/{way}.md" for way in ways), f"{other}/{free.name}"]
    name = chance.choice([one for one in names if one not in house.files])
    typed = re.sub("title: .*", "title: The vorm of Zwarnhavn", head_of(chance))
    house.hold(name, f"{typed}{OWN}")
    if folder == "releases":
        kit = f"---\ntitle: K\ndate: 2025-06-09\nreleases: [{stem}]\n---\nNets.\n"
        house.files["presskits/k/kit.md"] = kit


def _called_as_other_things_are(house: House, chance: Chance) -> None:
    names = ["kit", "2025-06", "deck", "01-town", "boats", "e1", "short", "quay", "flyer", "en"]
    name = f"{_folder(chance)}/{chance.choice(names)}.md"
    house.hold(name, f"{head_of(chance)}{text_of(chance, 1, TOLD)}\n")


def _kit_in_two_languages(house: House, chance: Chance) -> None:
    """It lists what is there in one of them, or what is free as well."""
    name = slug_for(house, chance)
    house.hold(f"releases/{name}.md", f"{head_of(chance)}{text_of(chance, 1, TOLD)}\n")
    free = [Path(n).stem for n in house.files if re.match(r"releases/.*free\d\.md", n)]
    listed = ", ".join([name, *free])
    more = f"date: 2025-06-08\nreleases: [{listed}]\nevent: e2\nfigures: [nets]\n"
    house.hold("presskits/vorm/kit.md", f"---\ntitle: Vorm kit\n{more}---\nVorm.\n")
    house.hold("presskits/vorm/kit.fr.md", "---\ntitle: Le kit vorm\n---\nVorm.\n")


def _picture_of_both(house: House, chance: Chance) -> None:
    """One that something free shows, too; its name, in another folder; or its very pixels."""
    shown = "---\ntitle: Shows\ndate: 2025-06-07\nimage: quay.png\n---\nShown.\n"
    house.files["news/2025-06-07-shows.md"] = shown
    name = chance.choice(["quay.png", "sub/quay.png", "Vorm Day.png", "vorm.jpg", "copy.png"])
    typed = head_of(chance, f"image: {name}\n")
    house.hold(f"news/{slug_for(house, chance)}.md", f"{typed}{OWN}")
    if name != "quay.png":
        pixels = CODES[0] if name == "copy.png" else HELD.dark
        house.hold(f"images/{name}", drawn(Shot(name=name, word="vorm", dark=pixels)))
        house.add("images.yaml", ENTRY.format(name))


def _asks_in_words(house: House, chance: Chance) -> None:
    typed = head_of(chance).replace(f"embargo: {LATER}\n", "")
    match chance.randrange(4):
        case 0:
            typed = re.sub("title: (.*)", r"title: 'EMBARGO: \1'", typed)
        case 1:
            typed += "Embargoed until 1 July 2025, 9:00\n\n"
        case 2:
            typed = typed.replace("---\n", f"---\n# embargo until {LATER}\n", 1)
        case 3:
            typed = typed.replace("---\n", "---\nstatus: under embargo\n", 1)
    house.hold(
        f"{_folder(chance)}/{slug_for(house, chance)}.md", f"{typed}{text_of(chance, 1, TOLD)}\n"
    )


def _beside_what_is_no_source(house: House, chance: Chance) -> None:
    """A copy that a program has left, a file of Word."""
    name = f"{_folder(chance)}/{slug_for(house, chance)}"
    typed = f"{head_of(chance)}{text_of(chance, 1, TOLD)}\n"
    house.hold(f"{name}.md", typed)
    house.hold(
        f"{name}{chance.choice([' (1).md', ' - Copy.md', '.docx', '.fr.MD', '.txt'])}", typed
    )


def _with_all_keys(house: House, chance: Chance) -> None:
    more = "standfirst: The vorm is here\nsubtitle: And the zwarn\nnotes: Nets of zwarn.\n"
    more += "contacts: [b]\nboilerplate: long\n"
    body = "> We like it.\n>\n> — Zwarn Vormsen, Mayor\n\nSee[^1].\n\n[^1]: A note of zwarn.\n\n"
    body += "| a | b |\n|---|---|\n| vorm | zwarn |\n\n## Times {#times}\n\n*[VRM]: Vorm\n"
    house.hold(f"releases/{slug_for(house, chance)}.md", f"{head_of(chance, more)}{body}")


def _in_a_section(house: House, chance: Chance) -> None:
    section = chance.choice(["vorms", "did-you-know", "projects"])
    typed = head_of(chance, f"section: {section}\norder: 1\n")
    house.hold(f"news/{slug_for(house, chance)}.md", f"{typed}{text_of(chance, 1, TOLD)}\n")


def _hour_in_another_form(house: House, chance: Chance) -> None:
    hours = ["2025-07-01T09:00", "2025-07-01 09:00 Europe/Paris", "2025-06-10T09:00:01Z", "soon"]
    hours += ["2025-06-10T23:00+13:00", "2025-10-26T02:30", "0025-07-01T09:00Z", "", "[x]"]
    typed = head_of(chance).replace(LATER, chance.choice(hours))
    house.hold(f"releases/{slug_for(house, chance)}.md", f"{typed}{text_of(chance, 1, TOLD)}\n")


KINDS: tuple[Kind, ...] = (
    _held_in_french_only,
    _held_by_a_language_that_nobody_has_declared,
    _held_in_a_folder_of_its_own,
    _named_as_what_is_free,
    _called_as_other_things_are,
    _kit_in_two_languages,
    _picture_of_both,
    _asks_in_words,
    _beside_what_is_no_source,
    _with_all_keys,
    _in_a_section,
    _hour_in_another_form,
)
