"""Make `pipeline/checks/english/words.txt` of WordNet 3.0, SCOWL and LemmInflect.

Install wordnet-base and scowl (or unpack them), `pip download --no-deps lemminflect==0.2.3`, and
python -m tests.checks.press_words /usr/share/wordnet /usr/share/dict/scowl lemminflect-0.2.3-….whl
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.checks import press_counts

TABLE = Path(__file__).parents[2] / "pipeline" / "checks" / "english" / "words.txt"
NOTICE = """\
# {check:08x}: the words of English, made by tests/checks/press_words.py
# of WordNet 3.0 (Princeton University), SCOWL (Kevin Atkinson) and LemmInflect 0.2.3 (Brad Jascob;
# of the SPECIALIST Lexicon). See words-licence.txt.
# Behind =: endings, and what a word with each may be. n noun in the singular, p in the plural,
# b verb as it is, z with s, d past, v participle, g with ing; j adjective, r adverb, e one in -er
# or -est; c somebody; m a noun that is a verb nearly always, w the other way round; t a noun that
# is counted, u one that is not, x what would be its plural; a a verb that asks for somebody before
# to, i for a form in -ing, h for one behind to; o another word, or one not well known. Below it:
# the stems that take them; - is none.
"""
READ = (10, 20, 35, 40, 50, 55, 60)
RARE = (70,)
"""Words that are only known so that they are not taken for another one, misspelt."""
_GROUPS, _PEOPLE, _QUANTITIES, _TIMES = "14", "18", "23", "28"
"""Some of WordNet's files."""
_ALIKE = (
    "fish sheep deer aircraft spacecraft species series offspring staff police people personnel "
    "cattle youth folk percent dozen hundred thousand million billion head means headquarters "
    "crossroads barracks innings corps news works thanks arms goods premises savings grounds "
    "whereabouts gallows customs group kind type sort data metadata media criteria euro yen rand "
    "swiss cod salmon trout squid poultry kin public elite rest majority minority half third "
    "quarter couple pair number lot bulk remainder plenty variety range handful series total "
    "average remainder host wealth mix set array combination collection selection list share part "
    "portion percentage proportion following latter former whole opposite good poor rich old "
    "young elderly dead sick"
)
_PASTS = (
    "went took gave wrote spoke chose broke drove rose fell flew grew knew drew threw blew showed "
    "ate saw did was wore tore swore bore stole froze woke shook forgot forgave began ran swam "
    "sang sank drank rang sprang hid bit rode shrank stank strove trod wove arose awoke mistook "
    "undertook overtook withdrew foresaw oversaw undid outdid overdid underwent became came "
    "overcame outgrew overthrew forsook partook forbade slew strode smote"
)
_PARTICIPLES = (
    "gone taken given written spoken chosen broken driven risen fallen flown grown known drawn "
    "thrown blown shown eaten seen done been worn torn sworn borne stolen frozen woken shaken "
    "forgotten forgiven begun swum sung sunk drunk rung sprung hidden bitten ridden shrunk "
    "striven trodden woven arisen awoken mistaken undertaken overtaken withdrawn foreseen "
    "overseen undone outdone overdone undergone outgrown overthrown forsaken partaken forbidden "
    "slain proven sewn sown mown sawn shaven swollen rewritten"
)
_MISSED = {
    # What WordNet does not tell.
    "n": "ask rethink spend invite revamp feedback download upload login email website webinar "
    "startup blog app podcast hashtag stakeholder crowdfunding signage outreach inclusion "
    "governance policymaker must trainee influencer roadmap mindset wellbeing lockdown rollout "
    "workflow takeaway kickoff meetup update win commute divide "
    "overhaul reboot intake disconnect push pull ramp write install commit podcast toddle follow "
    "ups downs sync redirect debrief edit livestream",
    "m": "build read learn listen try feel",
    "b": "email download upload blog fundraise crowdfund mainstream livestream signpost onboard "
    "trial facet copycat "
    "upcycle upskill reskill showcase valorise valorize",
    "j": "online offline upcoming ongoing inclusive sustainable digital multilingual participatory "
    "intergenerational transnational resilient in-depth hands-on key interim outdoor indoor fun "
    "peer chief core welcome live lead",
    "r": "mutatis mutandis online offline worldwide nationwide abroad overseas long-term ahead "
    "onwards upfront together home back away instead else today tomorrow yesterday tonight soon "
    "later",
}  # fmt: skip
_ASKS = {
    # What a verb has behind it: whom it is about, a form in -ing, or `to` with a form in -ing.
    "a": "allow enable permit oblige force encourage require invite persuade advise remind urge "
    "teach motivate instruct authorise authorize empower",
    "i": "suggest recommend avoid enjoy consider insist involve postpone anticipate imagine "
    "justify succeed envisage dislike deny prevent prohibit discourage hinder deter",
    "h": "contribute commit dedicate devote accustom object resort",
}
_UNCHANGED = (
    "cut cost hit hurt let put quit read rid set shed shut split spread thrust bet bid burst cast "
    "broadcast forecast upset wed offset reset input output recast knit sublet typeset sweat slit"
)
_ITS_OWN_PARTICIPLE = "come become overcome run rerun outrun overrun"
_BOTH = (
    "accord alert ask bear boil buy combine commute construct cool crawl creep curl cut dig drag "
    "drill drip dry dump exhibit fade feel float foster free freeze gather go hire hold hug "
    "insert invite jump kill launch lead lean leave lift like manifest mean meet melt mix monitor "
    "offer plague poke produce prompt quote recall repeat save say scatter screw sell shake shave "
    "shine shoot skip slam slap slash snatch spare spin spit sprawl stay steal stir suspect swim "
    "tilt treat tuck wait want wear whistle win wipe fund host network partner profile reference "
    "research source structure target team value voice"
)
"""Both nouns and verbs where towns and their projects are spoken of."""
_TEAMS = (
    "army audience band board cabinet cast choir class clergy club committee community company "
    "congregation council couple crew crowd delegation electorate enemy faculty family firm "
    "gang gentry generation government group household jury leadership majority management "
    "minority ministry navy nobility opposition orchestra panel parliament party population press "
    "public quartet squad staff team trio union youth"
)
"""Groups of which some say `they`; any other is one thing that has a plural."""
_ONE = {_GROUPS: "p", _QUANTITIES: "p", _PEOPLE: "c"}
_MORE = {_QUANTITIES: "n", _TIMES: "n"}
"""What else one of these may be, and many of them: `the team are`, `two years is`."""
SAID = {word for words in _MISSED.values() for word in words.split()}
Readings = dict[str, set[str]]


def pressed(wordnet: Path, scowl: Path, wheel: Path) -> str:
    spelt = {word for size in READ for word in _listed(scowl, size)}
    found = readings(wordnet, spelt)
    known = press_counts.plurals(wheel)
    teams = {*_TEAMS.split(), *_ALIKE.split()}
    for word, file in lemmas(wordnet, "noun"):
        if file == _GROUPS and _with_s(word) in known[word] and word not in teams:
            found.get(word, set()).discard("p")
    seldom = {word for size in RARE for word in _listed(scowl, size)}
    for word, is_ in press_counts.counted(found, known, spelt, seldom, _with_s).items():
        found[word].add(is_)
    rare = {word for word in seldom if edits(word) & spelt}
    for word in spelt | rare:
        found.setdefault(word, set("o"))
    groups: dict[str, list[str]] = defaultdict(list)
    for stem, ends in _families(found):
        groups[ends].append(stem or "-")
    told = [
        line
        for ends in sorted(groups)
        for line in (f"= {ends}", *textwrap.wrap(" ".join(sorted(groups[ends])), 100))
    ]
    body = "".join(f"{line}\n" for line in told)
    return NOTICE.format(check=zlib.crc32(body.encode())) + body


def _listed(scowl: Path, size: int) -> Iterator[str]:
    for name in ("english", "british", "british_z", "american", "variant_1", "british_variant_1"):
        path = scowl / f"{name}-words.{size}"
        if path.exists():
            words = path.read_text("latin-1").split()
            yield from (word for word in words if re.fullmatch("[a-z]{2,}", word))


def edits(word: str) -> set[str]:
    """What one slip of a hand makes of it.

    >>> sorted(edits("on"))[:3], len(edits("on"))
    (['an', 'aon', 'bn'], 129)
    """
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {
        *(one + two[1:] for one, two in halves if two),
        *(one + two[1] + two[0] + two[2:] for one, two in halves if len(two) > 1),
        *(one + letter + two[1:] for one, two in halves if two for letter in letters),
        *(one + letter + two for one, two in halves for letter in letters),
    } - {word}


def readings(wordnet: Path, spelt: set[str]) -> Readings:
    """Each form of the words that WordNet knows, and all that it may be."""
    found: Readings = defaultdict(set)
    used, known = uses(wordnet), {word for word, _ in lemmas(wordnet, "noun")}
    for kind, tag in (("noun", "n"), ("verb", "b"), ("adj", "j"), ("adv", "r")):
        for word, file in lemmas(wordnet, kind):
            if tag == "n" and is_plural(word, known):
                found[word].add("p")
            else:
                for form, is_ in forms(word, file, weighed(word, tag, used)):
                    found[form] |= set(is_)
    for word in [word for word in found if found[word] == {"b"} and word.startswith("re")]:
        if "n" in found.get(word[2:], ""):
            found[word].add("n")
    for form, is_ in (*irregular(wordnet, found), *told_by_hand()):
        found[form] |= set(is_)
    wanted = spelt | SAID
    for tag, words in _ASKS.items():
        for word in words.split():
            for form in (word, *(form for form, _ in inflected(word, "b"))):
                found[form].add(tag)
    return defaultdict(set, {word: is_ for word, is_ in found.items() if word in wanted})


def forms(word: str, file: str, tag: str) -> Iterator[tuple[str, str]]:
    """A word and its regular forms; of what it hardly ever is, none."""
    is_noun = tag in "nm"
    yield word, tag + (_ONE.get(file, "") if is_noun else "")
    for form, is_ in inflected(word, tag):
        yield form, is_ + (_MORE.get(file, "") if is_noun else "")


def irregular(wordnet: Path, found: Readings) -> Iterator[tuple[str, str]]:
    for kind, tag in (("noun", "p"), ("verb", ""), ("adj", "j")):
        for line in (wordnet / f"{kind}.exc").read_text().splitlines():
            form, *words = line.split()
            if any(word in found for word in words):
                yield form, tag or _of_verb(form)


def told_by_hand() -> Iterator[tuple[str, str]]:
    for tag, words in _MISSED.items():
        for word in words.split():
            yield word, tag
            if tag == "n":
                yield _with_s(word), "p"
    for words, is_ in ((_UNCHANGED, "dv"), (_ITS_OWN_PARTICIPLE, "v"), ("beat", "d")):
        yield from ((word, is_) for word in words.split())
    yield from ((word, "np") for word in _ALIKE.split())


def is_plural(word: str, known: set[str]) -> bool:
    """Whether it is the plural of another noun, with a meaning of its own besides: `costs`."""
    is_of_many = len(word) > 4 and word[-1] == "s" and not word.endswith(("ss", "ics"))
    return is_of_many and word[:-1] in known and word not in _ALIKE.split()


def uses(wordnet: Path) -> dict[tuple[str, str], int]:
    """How often each word was met as a noun and as a verb, in texts that were read by hand."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for line in (wordnet / "cntlist.rev").read_text().splitlines():
        told, _, count = line.split()
        word, _, rest = told.partition("%")
        if rest[:1] in "12":
            found[word, "nb"[int(rest[0]) - 1]] += int(count)
    return found


def weighed(word: str, tag: str, used: dict[tuple[str, str], int]) -> str:
    """The tag of a noun or a verb, or of one that the word hardly ever is."""
    if tag not in "nb" or word in _BOTH.split():
        return tag
    other = used[word, "b" if tag == "n" else "n"]
    return {"n": "m", "b": "w"}[tag] if other >= max(8, 25 * used[word, tag]) else tag


def lemmas(wordnet: Path, kind: str) -> Iterator[tuple[str, str]]:
    """Each word, and in which of WordNet's files stands what it means first."""
    files = {}
    for line in (wordnet / f"data.{kind}").read_text().splitlines():
        if line[0] != " ":
            files[line[:8]] = line[9:11]
    for line in (wordnet / f"index.{kind}").read_text().splitlines():
        word, _, _ = line.partition(" ")
        if line[0] != " " and re.fullmatch("[a-z]{2,}", word):
            first = files[re.findall(r"\d{8}", line)[0]]
            yield word, first


def inflected(word: str, tag: str) -> Iterator[tuple[str, str]]:
    """Its regular forms.

    >>> list(inflected("plan", "b"))[:4]
    [('plans', 'z'), ('planed', 'dv'), ('planing', 'g'), ('planned', 'dv')]
    """
    if tag in "nb":
        yield _with_s(word), {"n": "p", "b": "z"}[tag]
    if tag == "n" and word.endswith("o"):
        yield f"{word}s", "p"
    ends = {"b": (("ed", "dv"), ("ing", "g")), "j": (("er", "je"), ("est", "je"))}.get(tag, ())
    stems = [word]
    if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", word) or re.search(r"qu[aeiou][^aeiouwxy]$", word):
        stems.append(word + word[-1])
    for stem in stems:
        for end, is_ in ends:
            if end[0] == "e" and re.search("[^aeiou]y$", stem):
                yield f"{stem[:-1]}i{end}", is_
            elif end[0] == "e" and stem.endswith("e"):
                yield f"{stem}{end[1:]}", is_
            elif end == "ing" and stem.endswith("ie"):
                yield f"{stem[:-2]}ying", is_
            elif end == "ing" and re.search("[^eoy]e$", stem):
                yield f"{stem[:-1]}ing", is_
            else:
                yield stem + end, is_


def _with_s(word: str) -> str:
    if re.search("(?:s|x|z|ch|sh)$|[^aeiou]o$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search("[^aeiou]y$", word) else f"{word}s"


def _of_verb(form: str) -> str:
    if form.endswith("ing"):
        return "g"
    if form.endswith("s"):
        return "z"
    return "d" if form in _PASTS.split() else "v" if form in _PARTICIPLES.split() else "dv"


def _families(found: Readings) -> Iterator[tuple[str, str]]:
    """Forms that begin alike, and the endings with what each may be."""
    left = dict(found)
    for word in sorted(found):
        if word not in left:
            continue
        near = {form for tag in "nb" for form, _ in inflected(word, tag)} & left.keys()
        alike = sorted({word, *near})
        stem = os.path.commonprefix(alike)  # noqa: RUF071 - no path
        yield (
            stem,
            " ".join(f"{form[len(stem) :]}:{''.join(sorted(left.pop(form)))}" for form in alike),
        )


if __name__ == "__main__":
    TABLE.write_text(pressed(*map(Path, sys.argv[1:4])), "utf-8")
