"""Grammarians that this machine may have: how each is asked, and which of its rules count."""

from __future__ import annotations

import importlib.util
import itertools
import json
import re
import shutil
import sys
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence

from pipeline import voices
from pipeline.frozen import commonplace


@commonplace(frozen=True, slots=True, kw_only=True)
class Slip:
    """A stretch of a passage, and what a grammarian has against it."""

    passage: int
    start: int
    end: int
    rule: str
    reason: str
    """What is wrong with the stretch, as the end of a sentence that begins with it."""
    instead: tuple[str, ...]

    def __post_init__(self) -> None:
        """Whoever said it may be any program of that name."""
        numbers, words = (self.passage, self.start, self.end), (self.rule, self.reason)
        if not all(type(one) is int for one in numbers):
            raise TypeError("a stretch is told in whole numbers")
        if not all(type(one) is str for one in (*words, *self.instead)):
            raise TypeError("a rule is told in words")

    def is_inside(self, passages: Sequence[str]) -> bool:
        within = 0 <= self.passage < len(passages)
        return within and 0 <= self.start <= self.end <= len(passages[self.passage])


@commonplace(frozen=True, slots=True, kw_only=True)
class Grammarian:
    name: str
    languages: tuple[str, ...]
    is_here: Callable[[], bool]
    ask: Callable[[Sequence[str], str, Collection[str]], str]
    """Passages of one line each, their language, and names that are no mistakes."""
    hear: Callable[[str, Sequence[str]], Iterator[Slip]]
    counts: re.Pattern[str]
    """The rules that are right at least four times in five, of texts like ours."""

    def slips(
        self, passages: Sequence[str], language: str, names: Collection[str]
    ) -> tuple[Slip, ...] | None:
        """What it has against *passages*; nothing at all if it is broken."""
        if not passages:
            return ()
        try:
            told = tuple(self.hear(self.ask(passages, language, names), passages))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None
        return tuple(
            slip for slip in told if slip.is_inside(passages) and self.counts.match(slip.rule)
        )


def of(language: str) -> Iterator[Grammarian]:
    """Those that are installed and know *language*."""
    for one in GRAMMARIANS:
        if language[:2] in one.languages and one.is_here():
            yield one


# Grammalecte ------------------------------------------------------------------------------

_DEAF = (
    *("apos", "esp", "nbsp", "tab", "tu", "typo", "unit", "virg", "num", "nf"),
    *("chim", "date", "eepi", "html", "latex", "md", "maj", "minis"),
)
"""What it may keep to itself: marks and spaces are ours, or set by the house."""
_UNSURE = (
    r"_pfx_|__imp|_conj_quel|__gn_start|on_non_verbe|__(?:pleo|bs|vmode)_|doublon|_2m_et|_3m|gn_tous"
    r"|nom_de_det_nom|couleurs|_(?:adverbe_fort|placer_haut)|nombre_chiffres|verbes_composés"
    r"|conf_(?:dès_des|numérique|tache|ce_se_nom)|que_où_comment|nom_propre|le_la_leur_nom"
)
"""Rules that are too often wrong of texts like ours, or that our own checks know better."""
_REASONS = {
    "conj": "does not agree with its subject",
    "gn": "does not agree with the noun it goes with",
    "sgpl": "should agree in number",
    "ppas": "does not agree, or is not the participle that is wanted here",
    "infi": "should be an infinitive",
    "conf": "is probably another word that sounds like it",
    "eleu": "should be elided",
    "elid": "should be elided",
    "euph": "is hard to say so",
    "inte": "is not how a question is written",
    "mc": "is written with a hyphen, or without",
    "neg": "lacks half of its negation",
    "loc": "is not how the set phrase goes",
    "vmode": "stands in the wrong mood",
}


def _ask_grammalecte(passages: Sequence[str], _language: str, _names: Collection[str]) -> str:
    # It reads files alone, no pipe; what voices hands on is a file.
    return voices.heard(["grammalecte-cli", "-f", "/dev/stdin", "-j", "-off", *_DEAF], passages)


def _hear_grammalecte(said: str, _passages: Sequence[str]) -> Iterator[Slip]:
    for paragraph in json.loads(said)["data"]:
        for one in paragraph["lGrammarErrors"]:
            yield Slip(
                passage=paragraph["iParagraph"] - 1,
                start=one["nStart"],
                end=one["nEnd"],
                rule=one["sRuleId"],
                reason=_REASONS.get(one["sType"], "is doubtful French"),
                instead=tuple(one["aSuggestions"]),
            )


# Harper -----------------------------------------------------------------------------------

_HARPER = """
import json, sys
from harper import Dialect, Linter, SuggestionKind
asked = json.load(sys.stdin)
linter = Linter(Dialect[asked["dialect"]])
wanted = set(asked["rules"])
linter.set_lint_config({rule: rule in wanted for rule in linter.get_default_lint_config()})
linter.import_words(asked["names"])

def instead(lint, one):
    before = lint.problem_text if one.kind == SuggestionKind.INSERT_AFTER else ""
    return before + one.replacement_text

json.dump([
    [rule, lint.span.start, lint.span.end, lint.message,
     [instead(lint, one) for one in lint.suggestions]]
    for rule, lints in linter.organized_lints(asked["text"], language="plaintext").items()
    for lint in lints
], sys.stdout)
"""
"""What the other Python does, which alone knows Harper."""
_GAP = "\n\n"
RULES = """
    APart AccuseOf AdjectiveDoubleDegree AdvantageOf AfterAWhile AllReady AllThough AllowTo
    Alongside AnAnother AnotherAn AnotherOnes AnotherThings ApartFrom ArriveTo AsComparedTo
    AsFollows AsMuchAs AsOpposedTo AspireTo AtLeasToLeast AtLestToLeast AwareOf BareInMind BeAllowed
    BeConcerned BeWorried BeenThere BellowBelow BetterOffPhrase BetterOffWith BewareOf BoarderBorder
    ByAccident CanBeSeen CaseInPoint CeaseTo CommitmentTo CompoundSubjectI ComprisesOf ConfirmThat
    ConstituteAs Copyright CuriousAbout DateBackFrom DespiteItIs DespiteOf DiscourseMarkers Discuss
    DoMistake DoToDueTo DoesOrDose DontCan DoubleModal DueDiligence EachAndEveryOne
    EachOthersPossessive ElsePossessive EnMasse EnRoute EverEvery EverPronounRelPronoun EverSince
    EverySingleOneOf EveryTime Everyday ExceptOf ExplanationMark ExtendOrExtent FarAndFewBetween
    FinishingTouches FlauntForFlout ForALongTime ForAWhile ForFreeOfCharge ForNoun ForTheMostPart
    FreePredicate FreeRein FriendOfMe GetPassGoPass GetRidOf GetUsedTo GoSoFarAsTo GoingTo HadOf
    HalfAnHour HavePassed HavePronoun HeDos HelpedPast HomeInOn HowDoesCompared HowItLooksLike
    HowMach HumanBeings HumanLife IAm IAmAgreement IDo IfWouldve InAHurry InAWhile InAnyWay
    InDueCourse InFavourOfDoing InLieuOf InNeedOf InThe InTheFirstPlace InTheSameVein
    InThisThatRegard InsteadOf InterestedIn IsBeenAuxSequence IsKnownFor ItCan ItLooksLikeThat
    ItTimeAuxiliary LastButNotLeast LastNight LeadRiseTo LessWorse LetAlone LetToDo LevelOfDetails
    LikeAsIf LikelyHood LittleKnown LongTimeAgo LookForwardTo LookingForwardTo LooksLikes MakeDoWith
    MakeItSeem MakeSense MeansALotTo ModalOf ModalSeem MootPoint MoreBetter MoreThatLikely
    MostNumber MostOfTheTimes NeedHelp NoLonger NoLongerPronoun NorModalPronoun NotBeAfterNot
    NotOnly NotOnlyInversion NowKnownAs Nowadays OfCourse OnSecondThought OnTopOf OneAndTheSame
    OnesSelf OughtToBe PassersBy PassionateAbout Payed PeaceOfMind PerSe PiqueInterest
    PleasRequestVerb PluralDecades PluralWrongWordOfPhrase PointsOfView PrincipleToPrincipalRoleNoun
    QuiteMany ReasonForDoing RedundantAdditiveAdverbs RegularIrregulars RelayOnForRely Respond
    ResponsibilityFor ResponsibleFor RifeWith RiseTheQuestion RulesOfThumb SafeToSave SameAs
    SaveToSafe SeamToSeem SimilarLike SimplePastToPastParticiple SinceDuration SingleBe SomeOfThe
    SomeWithoutArticle SomebodyElses SomethingIs SoughtAfter SpecialAttention StateOfTheArt
    StatuteOfLimitations SubjectPronoun SuchShame SupposedTo TakeALookTo TakeCareOf TakeControlOf
    TakePrideIn ThatChallenged ThatThis TheAnother TheDifferenceBetween TheEntiretyOf TheLastDays
    TheMy TheTheToThatThe TheWhetherWeather Themself ThereMissingIsClause ThereOwn ThereToTheir
    Theres ThesesThese TheyreConfusions TheyreToTheir ThingThink ThisTypeOfThing ThoughThought
    ThoughtProcess ToAdverb ToLoseTooLoose ToTo ToTooIdioms ToWorryAbout TooTo TransposedSpace
    TrialAndError Unless UseToUsedTo VeryKnown VeryLess WaistWaste WantBe WasAloud WasComprisedOf
    WereWhere WidelyAccepted WillContain WillNonLemma WishCould WithoutOut WorseOrWorst WorthToDo
    WreakHavoc
"""
"""Of its 917 rules those that were right of 270,000 words of other people's English, or silent."""


def _ask_harper(passages: Sequence[str], language: str, names: Collection[str]) -> str:
    asked = {
        "text": _GAP.join(passages),
        "dialect": "AMERICAN" if language == "en-US" else "BRITISH",
        "names": sorted(names),
        "rules": RULES.split(),
    }
    # Neither the folder we stand in nor the environment may bring another harper.
    return voices.heard([sys.executable, "-I", "-c", _HARPER], [json.dumps(asked)])


def _hear_harper(said: str, passages: Sequence[str]) -> Iterator[Slip]:
    starts = _starts(passages)
    for rule, start, end, message, instead in json.loads(said):
        index = bisect_right(starts, start) - 1
        yield Slip(
            passage=index,
            start=start - starts[index],
            end=min(end - starts[index], len(passages[index])),
            rule=rule,
            reason=_PLAIN.get(rule) or _reason(message),
            instead=tuple(instead),
        )


def _starts(passages: Sequence[str]) -> list[int]:
    """Where each passage begins when all are one text."""
    return [0, *itertools.accumulate(len(passage) + len(_GAP) for passage in passages)][:-1]


_PLAIN = {"DiscourseMarkers": "takes a comma at the beginning of a sentence"}


def _reason(message: str) -> str:
    """
    >>> _reason("Use `have` rather than `of` here. It is common.")
    'is doubtful: use “have” rather than “of” here'
    >>> _reason("Did you mean `their`?")
    'is probably another word'
    """
    first = re.split(r"(?<=[.?!])\s", message.strip())[0]
    if first.endswith("?"):
        return "is probably another word"
    quoted = re.sub(r"(?<!\w)[`'‘\"]([^`'’\"]+)[`'’\"](?!\w)", r"“\1”", first.rstrip(". "))
    return f"is doubtful: {quoted[:1].lower()}{quoted[1:]}"


# LanguageTool -----------------------------------------------------------------------------

_CLERK = ("languagetool", "languagetool-commandline")
"""What its command is called: by Homebrew and Arch, by Nix."""
_CODES = {"en": "en-GB", "fr": "fr", "de": "de-DE", "es": "es"}
_ASKED = {
    "en": "DOWN_COMPOUNDS EN_CONTRACTION_SPELLING IN_TO_INTO IT_IS MODAL_OF SAVE_SAFE",
    "fr": "A_A_ACCENT2 A_INFINITIF ACCORD_R_PERS_VERBE AGREEMENT_NUMERAL_SINGULAR AU_DELA "
    "AUX_AVOIR AUX_ETRE_VCONJ CE_NOM_LA CE_SE COMMENT_VPPA CONF_N_V CONFUSION_MEMES_MEME "
    "COUR_COURS_COURT D_J DES_DES_ACCENT DU_DU DUPLICATE_DETERMINER EN_TERME_DE EST_CE "
    "EST_CE_QUE ET_BIEN FAIRE_PARTI IMP_PRON J_N2 LEURS_LEUR MOTS_INCOMP QUE_AVOIR "
    "QUELQUES_TEMPS SE_CE TRAIT_UNION_INVERSION V_SUB_V_IND Y_A_T_IL",
    "de": "AM_BESTEN DEF_ARTIKEL_INDEF_ADJ DIENSTAG_ABEND IN_IM NAHEGESTANDEN "
    "SIMPLE_AGREEMENT_NEU SO_WEIT VORBEI_VERB ZUSAMMENGESETZTE_VERBEN",
    "es": "AGREEMENT_DET_NOUN AUN AUN2 CUAL_CON_TILDE DIACRITICS_00 DIACRITICS_02 "
    "DIACRITICS_OTHERS DIACRITICS_VERB_N_ADJ ESTA_TILDE LIDERES MAS OJALA QUE_TILDE1 "
    "QUE_TILDE2 SI SI_AFIRMACION2 SOBRETODO TODO_EL",
}
"""Language -> its rules that were right of other people's texts; of English, all its grammar."""
_GRAMMAR = {"en": ("--enablecategories", "GRAMMAR")}
_WRONG = (
    r"ALL_MOST_|A_UNCOUNTABLE|AUXILIARY_DO_|GENERAL_XX|IN_THE_MEAN|IT_IS_JJ|LEARN_NNNNS|MAKER_"
    r"|MISSING_TO_|PROBLEM_SOLVE|RELY_ON|SOME_F|SOON_|SUBJECT_MATTER|THANK_FULL|THE_CC"
    r"|THE_SUPERLATIVE|THERE_S_MANY|USE_TO_VERB|WHAT_VBZ|.*_HYPHEN$"
)
"""Its grammar of English that was wrong too often, or that is a matter of style."""
_KINDS = {
    "does not agree with what goes with it": r"AGREEMENT|ACCORD|ARTIKEL|TODO_EL|^(?:D_J|J_N|AUX_)",
    "has the wrong accent": r"TILDE|DIACR|LIDERES|OJALA|^(?:A_|AUN|AU_DELA|DU_DU|MAS|SI)",
    "is written as one word, or with a hyphen": r"VERB|SOBRE|^(?:CE_NO|DIE|EST_CE|IMP|NAHE|TRAIT)",
}


def _clerk() -> str:
    return next((name for name in _CLERK if shutil.which(name)), "")


def _ask_languagetool(passages: Sequence[str], language: str, _names: Collection[str]) -> str:
    known = language[:2]
    command = [_clerk(), "--json", "-c", "utf-8", "-l", _CODES[known], "--enabledonly"]
    command += ["-e", _ASKED[known].replace(" ", ","), *_GRAMMAR.get(known, ()), "-"]
    return voices.heard(command, ["\n\n".join(passages)])


def _hear_languagetool(said: str, passages: Sequence[str]) -> Iterator[Slip]:
    starts = _starts(passages)
    letters = _letters(_GAP.join(passages))
    told = json.loads(said)
    for one in told["matches"]:
        start, end = letters[one["offset"]], letters[one["offset"] + one["length"]]
        index = bisect_right(starts, start) - 1
        rule = one["rule"]["id"]
        kinds = (kind for kind, form in _KINDS.items() if re.search(form, rule))
        is_english = told["language"]["code"].startswith("en")
        yield Slip(
            passage=index,
            start=start - starts[index],
            end=min(end - starts[index], len(passages[index])),
            rule=rule,
            reason=_reason(one["message"]) if is_english else next(kinds, "is doubtful"),
            instead=tuple(each["value"] for each in one["replacements"]),
        )


def _letters(text: str) -> Sequence[int]:
    """Where in *text* each unit stands that Java counts: letters far out are two of them.

    >>> _letters("a😀b")[3]
    2
    """
    if not text or max(text) <= "\uffff":
        return range(len(text) + 2)
    units = [place for place, letter in enumerate(text) for _ in range(1 + (letter > "\uffff"))]
    return [*units, len(text), len(text)]


GRAMMARIANS = (
    Grammarian(
        name="Grammalecte",
        languages=("fr",),
        is_here=lambda: shutil.which("grammalecte-cli") is not None,
        ask=_ask_grammalecte,
        hear=_hear_grammalecte,
        counts=re.compile(rf"(?!.*(?:{_UNSURE}))"),
    ),
    Grammarian(
        name="Harper",
        languages=("en",),
        is_here=lambda: bool((there := importlib.util.find_spec("harper")) and there.origin),
        ask=_ask_harper,
        hear=_hear_harper,
        counts=re.compile(rf"(?:{'|'.join(RULES.split())})$"),
    ),
    Grammarian(
        name="LanguageTool",
        languages=tuple(_CODES),
        is_here=lambda: bool(_clerk()),
        ask=_ask_languagetool,
        hear=_hear_languagetool,
        counts=re.compile(rf"(?!{_WRONG})"),
    ),
)
