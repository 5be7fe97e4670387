"""Subjects: English pronouns, halves and pairs, and the verbs behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.register import Register
from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark, Sheet
from pipeline.errors import Level
from pipeline.sought import sought

_VERB = (
    "help|work|knock|keep|make|bring|give|take|show|know|come|go|begin|become|remain|seem|belong"
    "|provide|allow|include|contain|consist|depend|need|want|mean|speak|tell|ask|support|protect"
    "|prevent|improve|reduce|create|offer|serve|cover|lead|connect|explain|describe|publish"
    "|organise|receive|produce|require|invite|aim|happen|exist|continue|add|encourage|ensure|enable"
    "|propose|represent|develop|choose|grow|build|hold|open|close|live|learn|think|believe|agree"
    "|understand|write|send|follow|arrive|leave|wait|contribute|participate|feel|look|appear"
)
_S_VERB = "|".join(
    verb + ("es" if verb.endswith(("ss", "sh", "ch", "x", "go")) else "s")
    for verb in _VERB.split("|")
    if verb not in ("work", "need", "want", "show", "look", "open", "offer", "aim", "cover", "add")
)
_BEHIND = (
    r"(?=[.,;]| (?:the|a|an|its|his|her|their|our|to|in|on|at|from|with|more|not|only|all|people"
    r"|everyone|us|them|him|for|out|up|down|by|that|how|when|where|what|as|of|into|about|better)\b)"
)
_ADVERB = r"(?:(?:also|often|still|always|never|now|only|usually|really) )?"
_BESIDE_IT = (
    r"when|how often|because|where|while|although|since|which|why|unless|until|once|before|after"
    r"|but|as|if|what|how|whether"
)
_NO_PLURAL = (
    "news|focus|process|business|bus|crisis|basis|analysis|status|campus|census|virus|access"
    "|consensus|progress|success|series|politics|economics|physics|athletics|this|glass|gas|grass"
    "|press|mess|loss|class|address|chorus|surplus|corps|canvas|mathematics|logistics|statistics"
    "|ethics|us|always|perhaps|works|means|electronics|emphasis|diabetes"
)
_UNCOUPLED = (
    "research and development|search and rescue|bed and breakfast|bread and butter"
    "|health and safety|trial and error|supply and demand|wear and tear|food and drink"
    "|law and order|drag and drop"
)
_NO_NOUN = (
    "of|with|for|in|on|at|by|to|from|that|which|who|is|are|was|were|and|or|has|have|as|it|where"
    "|when|if|than|not|no|every|each|will|can|must|may|about|between|through|over|under|around"
    "|across|among|behind|beside|beyond|during|against|inside|outside|near|within|without|towards"
    "|into|onto|upon|before|after|above|below|along|per|via|whose|while|since|until|despite"
)
_NOUN = rf"(?!(?:{_NO_NOUN})\b)[a-z][a-z-]+"
_FORMS: tuple[tuple[str, str, Level], ...] = (
    # Words of which one of each kind is in it, the form, how surely.
    (f"it he she / have|{_VERB}",
     (rf"(?:^|, |; |: |– |\b(?i:{_BESIDE_IT}) )(?:[Ii]t|[Hh]e|[Ss]he) {_ADVERB}"
     rf"(?P<verb>{_VERB}|have){_BEHIND}"), WARNING),
    (f"they we / {_S_VERB}",
     rf"\b(?:[Tt]hey|[Ww]e) {_ADVERB}(?P<verb>{_S_VERB})(?= [a-z]|[.,;])", WARNING),
    ((f"half most many all some both few several majority thirds third quarters / of"
     f" / is was has {_S_VERB}"),
     (rf"(?:^|, |; |\b(?:because|that|but|while) )(?i:half|most|many|all|some|both|few|several"
     rf"|a few|two thirds|a third|three quarters|the majority|a majority) of (?:the |our |its "
     rf"|their |these |those )?(?:[A-Z][a-z]+['’]s )?(?:(?!{_NO_NOUN})[a-z]+ )?"
     rf"(?!(?:{_NO_PLURAL})\b)[a-z]{{3,}}[^s\W]s (?P<verb>is|was|has|{_S_VERB})\b"), WARNING),
    ("it / of / are were have",
     (r"\b(?:[Aa]ll|[Mm]ost|[Ss]ome|[Hh]alf|[Mm]uch|[Nn]one|[Pp]art) of it (?P<verb>are|were|have)"
     r"\b"), WARNING),
    ("them / of / is was has",
     r"\b(?:[Aa]ll|[Mm]ost|[Ss]ome|[Mm]any|[Bb]oth|[Ff]ew) of them (?P<verb>is|was|has)\b",
     WARNING),
    ("it / of / them",
     (r"\b(?:[Nn]one|[Mm]ost|[Ss]ome|[Mm]uch|[Pp]art) of it (?:is|was)\b[^.!?]{3,60}[;,] "
      r"(?:and |but )?"
     r"(?P<verb>(?:all|most|some|many|none) of them (?:is|are|was|were))\b"), NOTE),
    (f"that which who / a an / have are were {_VERB}",
     (rf"(?:(?:^|(?<=[.,;:] ))[Aa]n?|\b(?:is|was|and|has|have|need|needs|want|as|find|be) an?) "
     rf"(?:{_NOUN} )?(?!(?:group|couple|team|number|majority|minority|crowd|series|pair|lot|range"
     rf"|family|staff|handful|variety|set|crew)\b){_NOUN}(?<!s)"
     rf"(?: grew up| came up| appeared| emerged)? (?:that|which|who) {_ADVERB}"
     rf"(?P<verb>{_VERB}|have|are|were){_BEHIND}"), WARNING),
    (f"and / a an the its our / is was has does {_S_VERB}",
     (rf"^(?:A|An|The|Our|Its) (?:{_NOUN} ){{1,3}}(?<![^s]s )and (?:a|an|the|its|our) "
     rf"(?:{_NOUN} ){{1,2}}(?P<verb>is|was|has|does|{_S_VERB})\b"), WARNING),
    ("of / -tion -sion -ment -ity -ness -ance -ence / are were",
     (r"^(?:The|Our|Its|Their|This) (?:[a-z-]+ )?(?!(?:majority|minority|proportion|fraction"
     r"|portion|section|combination|selection|collection|quantity|multiplicity|plurality|diversity"
     r"|generation|population|infinity)\b)[a-z]{3,}(?:tion|sion|ment|ity|ness|ance|ence) of "
     r"(?:(?!(?:that|which|who|whom|where|how|when|what|if|we|they|you|it|is|are|was|were|has|have"
     r"|had|will|can|and|to|as|than)\b)[\w’'-]+ ){1,8}(?P<verb>are|were)\b"), WARNING),
    ("whose / and / is was has",
     rf"\bwhose (?:{_NOUN} ){{1,2}}and (?:{_NOUN} )?{_NOUN} (?P<verb>(?:is|was|has) [a-z]+)\b",
     WARNING),
)  # fmt: skip
_MADE = signs.table((level, words, form) for words, form, level in _FORMS)
_HELPED = sought(
    r"\b(?:does|did|do|will|would|can|could|may|might|must|should|shall|let|lets|make|makes|made"
    r"|help|helps|see|saw|hear|watch|recommend\w*|demand\w*|ask\w*|suggest\w*|propos\w+|insist\w*"
    r"|require\w*|essential|important|vital|crucial|necessary|had|lest|wish\w*|whether|rather|why"
    r")\b[^.;:]*$",
    re.IGNORECASE,
)


def of_subjects(sheet: Sheet) -> Iterator[Mark]:
    """Verbs that do not follow a pronoun, a part of many, or two things."""
    for place in signs.in_sentences(sheet, _MADE, "en"):
        found = place.found
        if not (place.is_plain and place.is_whole) or _is_one(found[0]):
            continue
        if not _is_helped(found.string[: found.start("verb")]):
            yield place.mark(
                "X120", f"{place.words!r} does not agree: {found[0].strip(' ,;:')!r}",
                "give the verb the number of its subject", place.right,
            )  # fmt: skip


def _is_helped(before: str) -> bool:
    """Whether an auxiliary or a wish stands in front, which asks for the bare verb."""
    return bool(_BARE_IT.search(before) and _HELPED.search(before))


_BARE_IT = sought(r"\b(?:it|he|she|that|which|who) (?:\w+ )?$", re.IGNORECASE)


def _is_one(words: str) -> bool:
    return any(pair in words for pair in _UNCOUPLED.split("|"))


# One or many, whatever the noun ----------------------------------------------------------

_ONE_IN_S = (
    "alas|does|has|was|ours|theirs|yours|hers|overseas|headquarters|species|lens|atlas|bias|chaos"
    "|pancreas|kudos|cosmos|ethos|nowadays|afterwards|[a-z]*wards|indoors|outdoors|upstairs"
    "|downstairs|matters|seems|looks|says|lots|plans|os|css|aws|dns|gis|gps|sms|https|ios|js|years"
    "|months|weeks|days|hours|minutes|seconds|euros|pounds|dollars|metres|miles|kilometres|grams"
    "|centimetres|degrees|[a-z]*times|percents|thanks|regards|less|as|is|[a-z]*ics|things|besides"
    "|hence|canvas|christmas|its|his|series|focus|lies|comes|goes|takes|makes|includes"
)
_PLURAL = rf"(?!(?:{_ONE_IN_S}|{_NO_PLURAL})\b)[a-z]{{3,}}(?<!s)(?<!u)(?<!i)(?<![’'])s"
_NO_COUNT = "a|an|the|one|no|this|that|his|its|her|every|each|another|more|less|much|some|any"
_MANY_OF_ONE = (
    "people|police|[a-z]*children|[a-z]*men|[a-z]*women|staff|team|public|majority|minority|rest"
    "|number|few|many|poor|young|elderly|old|data|media|criteria|phenomena|alumni|fish|sheep|youth"
    "|audience|crew|committee|government|feet|teeth|mice|following|latter|former|first|last|next"
    "|rich|above|below|only|same|deaf|blind|dead|unemployed|homeless|dozen|hundred|thousand|million"
    "|handful|couple|lot|third|quarter|half|range|variety|group|[a-z]+teen|[a-z]+ty|two|three|four"
    "|five|six|seven|eight|nine|ten|eleven|twelve|other|remaining|disabled|injured|family|council"
    "|board|company|party|community|population|jury|press|metadata|pair|panel|management|leadership"
    "|core|best|more|less|cattle|clergy|folk|personnel|faculty|bacteria|curricula|fora|spectra"
    "|addenda|errata|kind|type|sort|mix|collective|club|orchestra|choir|band|firm|would|could"
    "|should|must|might|may|will|can|that|given|involved|who|shown|used|made|taken|needed|below|not"
)
_BEFORE_IT = "and|of|or|in|for|to|that|who|few|many|most|other|large|small|great|good|growing|vast"
_THERE = sought(
    rf"\b[Tt]here (is|was) (?:also |still |now )?(?:(?!(?:{_NO_COUNT}|always|only|just|plenty)\b)"
    rf"[a-z]+ )?{_PLURAL}(?=[,.;]| (?:in|at|on|for|between|who|which|that|and|to)\b)"
)
_EVERY = sought(rf"\b[Ee]very (?:single )?({_PLURAL})(?=[,.;)]| [a-z])")
_FROM_START = (
    (sought(rf"(?:(?:The|Our|Its|Their|These|Those|All|Some|Many|Most|Several|Both) )?(?:(?!"
            rf"(?:{_NO_NOUN}|what|one|any|[a-z]+ing)\b)[a-z]+ ){{0,2}}{_PLURAL}"
            r" (is|was|has|does)\b(?! that\b)"), "the verb of many"),
    (sought(rf"[A-Z][a-z]+(?<!ing)(?<!hat)(?<!hich)(?<!ever) {_PLURAL} (is|was|has)\b"),
     "the verb of many"),
    (sought(rf"(?:The|This|Its|Our|Their|Each|Every|A|An) (?:(?!(?:{_BEFORE_IT})\b)[a-z]+(?<!s) )?"
            rf"(?!(?:{_MANY_OF_ONE})\b)[a-z]{{3,}}(?<!s) (are|were|have)\b(?! to\b)"),
     "the verb of one"),
)  # fmt: skip
_BARE = sought(r"([A-Z][a-z]{2,}(?<!s)(?<!u)(?<!i)s) (is|was|has)\b")


def of_numbers(block: Block, register: Register) -> Iterator[Mark]:
    """`There is boats`, `every boats`, `The boats is`: one or many, whatever is counted."""
    for words, form, right in (
        (_SAID_THERE, _THERE, "the verb of many"),
        (_SAID_EVERY, _EVERY, "one"),
    ):
        if not words.isdisjoint(block.vocabulary):
            for found in form.finditer(block.text):
                yield from _mark(block, 0, found, right)
    verbs = [f" {verb}" for verb in block.vocabulary & _OF_NUMBER]
    for sentence in block.sentences if verbs else ():
        if not any(map(sentence.text.__contains__, verbs)):
            continue
        for form, right in _FROM_START:
            begun = form.match(sentence.text)
            if begun and begun[0].split()[0] not in _COUNTS:
                yield from _mark(block, sentence.start, begun, right)
                break
        else:
            bare = _BARE.match(sentence.text)
            # `Boats is` is no `Qualtrics is`: elsewhere it has no capital.
            if block.text[: sentence.start].rstrip().endswith(("…”", "...”", '..."')):
                continue  # `The idea of “Rethinking …” Exhibitions is`: it goes on.
            if bare and any(f" {bare[1].lower()} " in sheet.source for sheet in register.texts):
                yield from _mark(block, sentence.start, bare, "the verb of many", 2)


_OF_NUMBER = frozenset("is was has does are were have".split())
_SAID_THERE, _SAID_EVERY = frozenset(("there",)), frozenset(("every",))
_COUNTS = frozenset(
    "Every Any No Two Three Four Five Six Seven Eight Nine Ten Twelve Twenty What Which Who How "
    "To It There Not "
    "Also When Where If As Each One Whatever Another Nothing Everything".split()
)


def _mark(
    block: Block, at: int, found: re.Match[str], right: str, group: int = 1
) -> Iterator[Mark]:
    if OBJECT not in found[0] and block.is_own(at + found.start(group)):
        yield block.mark(
            "X120", at + found.start(group), at + found.end(group),
            f"{found[group]!r} does not agree: {found[0]!r}", f"write {right}", WARNING,
        )  # fmt: skip
