"""Turns of phrase: small words, their order and their neighbours, where English has one way."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks import signs
from pipeline.checks.english.carried import CARRIED
from pipeline.checks.english.overheard import OVERHEARD
from pipeline.checks.english.partners import PARTNERS
from pipeline.checks.english.policy import POLICY
from pipeline.checks.english.schoolbook import SCHOOLBOOK
from pipeline.checks.english.strayed import STRAYED
from pipeline.checks.sheet import NOTE, WARNING, Mark, Sheet
from pipeline.errors import Level

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_HE = "he|she|it|we|they|you|I"
_THE = "the|an?|our|your|their|its|his|her|my|this|that|these|those"
_BE = "is|are|was|were|be|been|being|am"
_ASKED = (
    "ask|asks|asked|asking|know|knows|knew|wonder|wonders|wondered|explain|explains|explained|tell"
    "|tells|told|understand|understood|understands|decide|decided|discover|discovered|remember"
    "|learn|learned|learnt|showed|shows|show|see|find out|found out"
)
_PARTED = (
    "try|tried|carry|carried|fill|filled|pick|picked|point|pointed|turn|turned|switch|switched|put"
    "|bring|brought|take|took|throw|threw|hand|handed|write|wrote|cut|hold|print|sort|sorted|rule"
    "|ruled|call|called|clean|cleaned|close|closed|shut|set|sum|work|worked|wipe|blow|turning"
    "|trying|filling|putting|taking|carrying|switching|writing|picking|setting|send|sent|give|gave"
)
_ADJ = (
    "big|fast|cheap|strong|easy|large|small|poor|rich|safe|weak|happy|heavy|early|high|low|old"
    "|young|long|short|late|hard|busy|quick|slow|cold|warm|wide|dark|bright|near|deep|clean|quiet"
)
_UNIT = (
    "years?|months?|weeks?|days?|hours?|minutes?|seconds?|metres?|meters?|kilometres?|kilometers?"
    "|miles?|euros?|pounds?|dollars?|percent|degrees?|tonnes?|kilos?|grams?|litres?|kelvins?"
    "|inches|feet|hectares?|watts?|kilowatts?|megabytes?|points|times|yards|acres|decibels?"
)
_PERSONS = (
    "[a-z]*(?:ographer|trainer|speaker|winner|organiser|organizer|member|owner|author|visitor"
    "|volunteer|teacher|driver|resident|client|patient|student|participant|applicant|candidate"
    "|journalist|artist|employee|customer|user|reader|writer|buyer|seller|mayor)s"
)
_POSSESSED = (
    "name|consent|permission|role|decision|opinion|choice|office|signature|identity"
    "|job|wife|husband|biography"
)
TURNS: tuple[tuple[str, str, str, str, Level], ...] = (
    # Code, what is right, words of which one of each kind is in it, the form, how surely.
    # Which word stands first.
    ("X143", "the subject before its verb", f"{_ASKED} / why how when where / cannot can is are was"
     " were do does did has have will should must / he she it we they you i".replace("|", " "),
     (rf"\b(?:{_ASKED})(?: (?:me|us|you|them|him|her))? (?:why|how|when|where)"
      rf" ((?:cannot|can|is|are|was|were|do|does|did|has|have|will|should|must) (?:{_HE}))\b"
      r"(?![^?]*\?)"), WARNING),
    ("X143", "the subject before its verb", ("where what how why who when / is are was were do "
    "does did "
     "can / he she it we they you i"),
     (rf"\b(?:where|what|how|why|who|when)\b[^.?!;:]{{2,40}}, (?:when|where|how|why)"
      rf" ((?:is|are|was|were|do|does|did|can) (?:{_HE}))\b(?![^?]*\?)"), WARNING),
    ("X143", "the verb before its subject", "only / then there here",
     (r"^Only (?:then|there|here) ((?:(?:the|our|their) )?[a-z]+s? "
      r"(?:is|are|was|were|will|can|has|have|do|does|did))\b"), WARNING),
    ("X143", "the small word behind", f"{_PARTED} / out up down off back away / it them".replace(
        "|", " "),
     (rf"\b(?:{_PARTED}) ((?:out|up|down|off|back|away) (?:it(?! (?:is|was|has|will|would|can"
      r"|works?|does|could|may|might|should|must|had|takes|costs)\b)|them))\b"), WARNING),
    ("X143", "enough behind it",
     f"enough / {_ADJ} good clear simple brave important / for to".replace("|", " "),
     rf"\b(enough (?:{_ADJ}|good|clear|simple|brave|important))(?= (?:for|to)\b)", WARNING),
    # Comparing.
    ("X119", "as, not than", "than / possible / as",
     (r"\bas (?:little|much|many|few|soon|often|far|long|well|quickly|[a-z]+ly)\b"
      r"(?:(?!\b(?:more|less|fewer|rather|other|better|worse|later|earlier|further|higher"
      r"|lower|larger|smaller|greater|longer|faster)\b)[^.;:]){0,60}? (than)"
      r"(?= possible\b)"), WARNING),
    ("X119", "than, behind more", "more fewer less / as",
     (r"\b(?:[Mm]ore|[Ff]ewer|[Ll]ess) [a-z]+(?: or [a-z]+)?s? (as)"
      r"(?= (?:on|in|at|during) (?:an?|the|any|other|last|previous|most)\b)"), WARNING),
    ("X143", "the form in -er", f"more / {_ADJ}".replace("|", " "),
     (rf"^The (more (?:{_ADJ}))(?= (?:the|an?|our|your|his|her|it|they|we|you)\b)"
      rf"|\b(more (?:{_ADJ}))(?= than\b)(?! than [a-z]+[.,;])"), WARNING),
    ("X143", "fewer, of what is counted", "less / than",
     (rf"\b([Ll]ess)(?= than (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
      rf"|fifty|a hundred|half the) (?!(?:{_UNIT}|million|billion|thousand|hundred|per)\b)[a-z]+s\b"
      r"(?! (?:long|high|wide|deep|away|old|of age)\b)|"
      r" than (?:\d[\d,]*|two|three|four|five|ten|twenty|fifty) people\b)"), NOTE),
    ("X143", "than to, and the infinitive", "than / to / it",
     (r"\b[Ii]t (?:is|was|may be|can be|would be) (?:much |far |often )?(?:[a-z]+er|better"
      r"|more [a-z]+) to [a-z]+ [^.,;:]{2,40}? than ([a-z]{3,}ing)(?= [a-z]+)"), WARNING),
    # Not, and once is enough.
    ("X143", "no longer", "not / longer",
     (rf"\b(?:{_BE}|do|does|did|can|will|has|have|had) (not longer)"
      r"(?= (?!than\b|and\b|or\b|for\b|to\b|term\b)[a-z]+)"), WARNING),
    ("X143", "one of the two: both say no", "not cannot t never / hardly scarcely barely",
     r"(\b(?:not|cannot|never)|n[’']t) (?:even )?(?:hardly|scarcely|barely)\b", WARNING),
    ("X143", "any: not has said no", "not cannot t / no none nobody nothing",
     (r"\b(?:do|does|did|is|are|was|were|has|have|will|would|can|could|should|must|may)(?: not"
      r"|n[’']t) (?:be |been )?(?!mean|imply|say|matter|know|make|come|exist)[a-z]+ "
      r"(?:on |of |up |out |off )?(?:to |with |for |at |in |from |about )?"
      r"(none|nobody|nothing|no(?! (?:longer|one|more|less|fewer|matter|later|doubt|such|time"
      r"|problem|answer|reason)\b))(?= [a-z]+|[.,;])"), WARNING),
    # Somebody, and what is his.
    ("X119", "those", "these / who whose whom",
     r"\b([Tt]hese) (?:who|whose|whom)\b", WARNING),
    ("X119", "those",
     "these / from of / quality results result work price cost higher lower larger",
     (r"\b(?:(?:quality|results?|work|price|cost) of|(?:high|low|larg)er than) (these) "
      r"(?:from|of (?=our|the|other))\b"), WARNING),
    ("X119", "who’s", "whose / who", r"\b([Ww]hose)(?= who\b)", WARNING),
    ("X143", "the apostrophe before or behind the s",
     (f"{_POSSESSED}").replace("|", " "),
     (rf"\b(?:[Tt]he|[Aa]|[Ee]ach|[Ee]very|[Tt]his|mention|with|without) ({_PERSONS})"
      rf"(?= (?:{_POSSESSED})\b(?! (?:the|a|an|their|its|our)\b))"), WARNING),
    ("X135", "a, or an, before it", "by / training profession trade background",
     (r"^([A-Z][a-z]+) by (?:training|profession|trade|background),(?= (?:he|she|[A-Z][a-z]+)\b)"),
     WARNING),
    # Times.
    ("X143", "the present perfect: has, or have", "since",
     (r"^(?:(?:I|We|They|He|She|It) (?!wanted|used|(?:\w+ ){1,9}(?:first|only|most|[a-z]+est)\b)"
      r"([a-z]{3,}ed|took|met|held|gave|saw|made|wrote|sent|built|went|came|became|grew)"
      rf" [^.,;:]{{2,40}} since (?:{_MONTHS}|{_DAYS}|last [a-z]+|then|20\d\d)(?=[.,;]|$))"),
     WARNING),
    ("X143", "had, or the past, behind if", "if / would / have",
     (r"\b[Ii]f (?:I|we|they|you|he|she|it|the [a-z]+) (would have) (?:[a-z]+ed|been|known|had|done"
      r"|seen|taken|made|given|come|gone)\b"), WARNING),
    ("X143", "cost", "costed", r"\b(costed)(?= (?:€|£|\$|\d|about|around|some|more|less|us|only))",
     WARNING),
    # One word for another.
    ("X119", "whole", "hole",
     (r"\b(hole)(?= (?:villages?|towns?|cit(?:y|ies)|country|countries|regions?|year|day|week|night"
      r"|month|team|world|famil(?:y|ies)|process|project|system|story|population|areas?"
      r"|neighbourhoods?|streets?|life|time|afternoon|morning|of the)\b)"), WARNING),
    ("X119", "summary", "summery", r"\b([Ss]ummery)(?= of\b)", WARNING),
    ("X119", "write", "wright rite",
     r"\b(?:to|[Pp]lease|can|will|must|should|could|would) (wright|rite)\b", WARNING),
    ("X119", "whether", "weather",
     (r"^(Weather)(?= (?:it|they|we|you|he|she|this|that|or not|the [a-z]+|an? [a-z]+) "
      r"(?:is|are|was|were|will|has|have|can|should|want|wants|works?|helps?)\b)"
      r"|^(Weather)(?= or not\b)"), WARNING),
    ("X119", "too", "to / far much",
     (rf"\b(?:far|much) (to)(?= (?:{_ADJ}|many|few|much|little|often|bright|expensive|dangerous"
      r"|complicated|optimistic|complex|tired|loud|soon)\b)"), WARNING),
    ("X119", "than", "then / more less fewer",
     (r"\b(?:more|less|fewer) [^.,;:]{2,40} (then)(?= (?:those|that of|the ones|any other|ever"
      r"|expected|usual|before|last year|planned)\b)"), WARNING),
    ("X119", "were", "where / by to into off",
     (r"^(?:[^.?!:;]{3,40}, )?(?:the |our |these |all |most |some |many )?[a-z]+s (where) "
      r"(?!needed|used|required|situated|located|based|indicated|noted|given)(?:reduced|built"
      r"|[a-z]+ed|given|taken|made|held|sold|shown|told|chosen|sent)(?= (?:by|to|into|off)\b)"
      r"(?![^.]* (?:is|are|was|were|has|have|had|will|can|must|should)\b)"), WARNING),
    # Words of other languages.
    ("X127", "take the floor", "take takes took taking taken / word",
     r"\b(t(?:ake|akes|ook|aking|aken) the word)(?=[.,;]|$| (?:to|at|during|in|on|first|and)\b)",
     WARNING),
    ("X135", "half of, without the", "half / of / it this that",
     r"(?<!in )(?<!on )(?<!other )\b([Tt]he half of)(?= (?:it|this|that)\b)", WARNING),
    ("X135", "most of, without the", "most / of / s",
     (r"(?<!make )(?<!making )(?<!made )(?<!makes )(?<!get )(?<!getting )(?<!got )\b([Tt]he most "
      r"of)"
      r"(?= [A-Z]\w+['’]s\b)"), WARNING),
    ("X143", "going to, want to, or have to", "gonna wanna gotta gimme lemme dunno",
     r"\b(gonna|wanna|gotta|gimme|lemme|dunno)\b", NOTE),
    ("X143", "dear colleagues, or dear readers", "guys folks",
     r"^(?:Hi|Hey|Hello|Dear),? (guys|folks)\b", WARNING),
    ("X127", "fill in", ("fulfil fulfill fulfils fulfills fulfilled fulfilling / form forms "
    "questionnaire"),
     (r"\b([Ff]ulfil(?:l|s|ls|led|ling)?)(?= (?:the|this|our|an?|in the) (?:[a-z]+ ){0,2}"
      r"(?:forms?|questionnaire)\b)"), WARNING),
    ("X143", "the singular, or several", "more / than / one",
     (r"\b[Mm]ore than one (?!of\b)(?:[a-z]+(?:al|ic|ing|ive|ous|ed) )?((?!times|always|class"
      r"|less|process|business|access|address|bus|campus|focus|thus|this|press|virus|as|is|was|has)"
      r"[a-z]+[^s\Wiu]s)(?= (?:in|on|of|for|to|that|which|who|at|with|is|are|has|have)\b"
      r"|[.,;])"), WARNING),
)  # fmt: skip
_ALL = (*TURNS, *SCHOOLBOOK, *PARTNERS, *CARRIED, *STRAYED, *OVERHEARD, *POLICY)
_FORMS = {
    code: signs.table(((right, level), words, form) for one, right, words, form, level in _ALL
                      if one == code)
    for code in sorted({row[0] for row in _ALL})
}  # fmt: skip


_INDIRECT = frozenset(
    "wonder wondered ask asked know knows see sure doubt unclear question whether decide".split()
)


def turns(sheet: Sheet, code: str) -> Iterator[Mark]:
    """What is told under a *code*."""
    for place in signs.in_sentences(sheet, _FORMS[code], "en", signs.is_lined):
        right, level = place.right
        if not place.is_whole:
            continue
        if not place.is_of_sentence:
            if not place.block.is_quoted(place.start):
                continue
            level = NOTE
        before = place.found.string[: place.found.start()]
        if place.words == "would have" and not _INDIRECT.isdisjoint(before.lower().split()):
            continue  # `We ask if they would have come`.
        near = "" if place.words == place.found[0] else f": {place.found[0]!r}"
        message = f"{place.words!r} is not what English has here{near}"
        yield place.mark(code, message, f"write {right}", level)
