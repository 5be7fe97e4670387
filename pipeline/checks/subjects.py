"""Subjects: English pronouns, halves and pairs, and the verbs behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.sheet import NOTE, OBJECT, WARNING, Block, Mark
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
    "|when|if|than|not|no|every|each|will|can|must|may|about|between|through|over|under"
)
_NOUN = rf"(?!(?:{_NO_NOUN})\b)[a-z][a-z-]+"
_FORMS: tuple[tuple[frozenset[str], str, Level], ...] = (
    # One of the words in it, the form, how surely.
    (frozenset(("it", "he", "she")),
     (rf"(?:^|, |; |: |– |\b(?i:{_BESIDE_IT}) )(?:[Ii]t|[Hh]e|[Ss]he) {_ADVERB}"
     rf"(?P<verb>{_VERB}|have){_BEHIND}"), WARNING),
    (frozenset(("they", "we")),
     rf"\b(?:[Tt]hey|[Ww]e) {_ADVERB}(?P<verb>{_S_VERB})(?= [a-z]|[.,;])", WARNING),
    (frozenset("half most many all some both few several majority thirds third quarters".split()),
     (rf"(?:^|, |; |\b(?:because|that|but|while) )(?i:half|most|many|all|some|both|few|several"
     rf"|a few|two thirds|a third|three quarters|the majority|a majority) of (?:the |our |its "
     rf"|their |these |those )?(?:[A-Z][a-z]+['’]s )?(?:(?!{_NO_NOUN})[a-z]+ )?"
     rf"(?!(?:{_NO_PLURAL})\b)[a-z]{{3,}}[^s\W]s (?P<verb>is|was|has|{_S_VERB})\b"), WARNING),
    (frozenset(("it",)),
     (r"\b(?:[Aa]ll|[Mm]ost|[Ss]ome|[Hh]alf|[Mm]uch|[Nn]one|[Pp]art) of it (?P<verb>are|were|have)"
     r"\b"), WARNING),
    (frozenset(("them",)),
     r"\b(?:[Aa]ll|[Mm]ost|[Ss]ome|[Mm]any|[Bb]oth|[Ff]ew) of them (?P<verb>is|was|has)\b",
     WARNING),
    (frozenset(("it",)),
     (r"\b(?:[Nn]one|[Mm]ost|[Ss]ome|[Mm]uch|[Pp]art) of it (?:is|was)\b[^.!?]{3,60}[;,] "
      r"(?:and |but )?"
     r"(?P<verb>(?:all|most|some|many|none) of them (?:is|are|was|were))\b"), NOTE),
    (frozenset(("that", "which", "who")),
     (rf"(?:(?:^|(?<=[.,;:] ))[Aa]n?|\b(?:is|was|and|has|have|need|needs|want|as|find|be) an?) "
     rf"(?:{_NOUN} )?(?!(?:group|couple|team|number|majority|minority|crowd|series|pair|lot|range"
     rf"|family|staff|handful|variety|set|crew)\b){_NOUN}(?<!s)"
     rf"(?: grew up| came up| appeared| emerged)? (?:that|which|who) {_ADVERB}"
     rf"(?P<verb>{_VERB}|have|are|were){_BEHIND}"), WARNING),
    (frozenset(("and",)),
     (rf"^(?:A|An|The|Our|Its) (?:{_NOUN} ){{1,3}}and (?:a|an|the|its|our) (?:{_NOUN} ){{1,2}}"
     rf"(?P<verb>is|was|has|does|{_S_VERB})\b"), WARNING),
    (frozenset(("whose",)),
     rf"\bwhose (?:{_NOUN} ){{1,2}}and (?:{_NOUN} )?{_NOUN} (?P<verb>(?:is|was|has) [a-z]+)\b",
     WARNING),
)  # fmt: skip
_MADE = [(signs, sought(form), level) for signs, form, level in _FORMS]
_HELPED = sought(
    r"\b(?:does|did|do|will|would|can|could|may|might|must|should|shall|let|lets|make|makes|made"
    r"|help|helps|see|saw|hear|watch|recommend\w*|demand\w*|ask\w*|suggest\w*|propos\w+|insist\w*"
    r"|require\w*|essential|important|vital|crucial|necessary|had|lest|wish\w*|whether|rather|why"
    r")\b[^.;:]*$",
    re.IGNORECASE,
)


def of_subjects(block: Block) -> Iterator[Mark]:
    """Verbs that do not follow a pronoun, a part of many, or two things."""
    words = block.vocabulary
    near = [(form, level) for signs, form, level in _MADE if not signs.isdisjoint(words)]
    for sentence in block.sentences if near else ():
        for form, level in near:
            for found in form.finditer(sentence.text):
                start = sentence.start + found.start("verb")
                if OBJECT in found[0] or block.is_foreign(start) or block.link_at(start):
                    continue
                if _is_helped(sentence.text[: found.start("verb")]) or _is_one(found[0]):
                    continue
                yield block.mark(
                    "X120", start, sentence.start + found.end("verb"),
                    f"{found['verb']!r} does not agree: {found[0].strip(' ,;:')!r}",
                    "give the verb the number of its subject", level,
                )  # fmt: skip


def _is_helped(before: str) -> bool:
    """Whether an auxiliary or a wish stands in front, which asks for the bare verb."""
    return bool(_BARE_IT.search(before) and _HELPED.search(before))


_BARE_IT = sought(r"\b(?:it|he|she|that|which|who) (?:\w+ )?$", re.IGNORECASE)


def _is_one(words: str) -> bool:
    return any(pair in words for pair in _UNCOUPLED.split("|"))
