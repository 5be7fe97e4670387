"""Words taken for others that look or sound like them, where what each word is tells it."""

from __future__ import annotations

from pipeline.checks.english.clauses import HEDGED, OF_IT, clause
from pipeline.checks.english.parsing import kind
from pipeline.checks.english.rules import SAME

_NO_VERB = (
    "sea|meat|bee|week|peace|loose|advice|device|breath|belief|success|choice|life|loss|sale|knew"
    "|won|sun|tale|wood|witch|weak|threw|piece|hole|sight"
)
"""What nobody can or must, and what sounds or looks like a verb."""
_NO_MORE = "later|earlier|sooner|longer|further|customer|number|quarter|matter"
_DONE = "look|work|wait|ask|talk|walk|train|search|travel|hope|push|welcome|plan|test|visit|call"
_FORM, _BARE = "the form in -ing, or the participle", kind("b", "vj")
_WISHED = (
    r"\b(?:recommend|suggest|propos|demand|requir|insist|ask|important|essential|vital|necessary"
    r"|request|crucial|order|so that|urge)"
)
_BEFORE_A_NOUN = r"(?:\n|,c?|C|i|T|o|B|[FzYvg]|h)"
_THOUGH, _DESPITE = "although", "^despite "
RULES = (
    clause("X119", r"[\nC,][yU](l)(?=[JvAgra])", "were", said=" where$"),
    clause("X119", r"\n[tP][JW]?n(P)[Jv][iT]", "is", said=" his "),
    clause("X119", "[npxXy][IR](E)[JrW]n", "their", said=" there "),
    clause("X119", "(?:[IR]A?|[FYvzg])(P)[.,\n]", "there", said=r" their\b"),
    clause("X119", r"\n(E)A?J[iT]", "they are", said="^there "),
    clause("X119", "[yUx](k)[hl]", "know", said=" no "),
    clause("X119", r"\n(A)1[YzIRZVD]", "no", said="^now "),
    clause("X119", "[FYvzg](Y)(?=[tPa])", "through", said=" threw$"),
    clause("X119", "p(n)(?=[tkPS])", "affect", said=" effect$"),
    clause("X119", "t(J)o", "loss", said=" loose "),
    clause("X119", "[tPS](A)[JW]?p", "two", said=" too "),
    clause("X119", r"\n[sS](l)[tan]", "is where, or were", said=" where "),
    clause("X119", r"\n(I)[IR]", "it", said="^is "),
    clause("X119", r"\n(i)I[aJv]", "it", said="^in "),
    clause("X119", r"\nX(i)[tPa][JW]{0,2}n", "is", said="^it in "),
    clause("X119", "n(a)(?=[PxyH])", "and", said=" an$"),
    clause("X119", "t(i)[MIRVZDYz]", "form", said=" from "),
    clause("X135", "[np](oi)(?=[tPaS])", "one of the two", said=" of (?:for|with|at|on|by|into)$"),
    clause("X119", "[FYz](F)(?=[iB.,\n])", "here", said=" hear$"),
    clause("X119", "W(A)(?=[itPq#OJ])", "than", said=f"^(?!{_NO_MORE})\\w+ then$"),
    clause("X119", "[IR]A?W(h)(?=[BiA])", "than", said=" that$"),
    clause("X119", "M([nJYF])(?=[tPauHSk])", "the verb", said=f" (?:{_NO_VERB})$"),
    clause("X119", "[tP](M)[JA]", "most", said=" must "),
    clause("X119", "[JY](X)[yUx][YFzIRVZDM]", "if", said="^(?:glad|happy|sorry|grateful|nice) it "),
    clause("X143", r"\n[yUx][IRm]([VZ])", "one of the two"),
    clause("X143", "I(N)", "has been: one of the two is wrong"),
    clause("X143", "G(F)(?=[iTBA.,\n])", "the participle", marked=kind("b", "v")),
    # A form that cannot stand behind what stands before it.
    clause("X143", "[VZD]A{1,2}(F)", "the participle", marked=kind("b", "nvj")),
    clause("X143", "[npO]Z(F)|[yUp]V(F)", "the participle", marked=kind("b", "nvj")),
    clause("X143", "[yUx][IRm]A?(F)", _FORM, marked=_BARE),
    clause("X143", "[yUxnpO][IRm]A?(n)(?=[iT])", _FORM, said=f" (?:{_DONE}) ", marked=_BARE),
    clause("X143", "p[R]A?(F)(?=[iT])", _FORM, marked=_BARE),
    clause(
        "X143",
        "i(F)(?=[TtasPSH])",
        "the form in -ing",
        said="^(?:for|by|without|from|about) ",
        marked=kind("b", "nj"),
    ),
    clause("X143", "[FzY](T)F", "the form in -ing", said="^(?:keep|keeps|kept) "),
    clause("X120", "hQ([RV])", "the form for one", never=_WISHED),
    clause("X120", r"\n[tP][JW]?n,[LK]([FRV])", "the form for one", said=SAME, never=HEDGED),
    clause("X143", "[npOxX]Z(F)(?=[tasPSHp])", "the participle", SAME, r"\buse cases\b"),
    clause("X143", r"\n(?:l)?d[yxXU]A?([Yz])", "the infinitive", said=SAME),
    clause("X120", "[tPSqk][JW]{0,2}ph(z)(?=[tasPSHT])", "the form for many", never=r"\bone of\b"),
    clause("X120", "[nC]h[tP][JW]?n(F)(?=[tasPSH])", "the form for one", said=SAME, never=_WISHED),
    clause("X120", "E(I)A?q[JW]?p(?![np])", "the form for many"),
    clause("X119", "Q(J)h", "knew", said="^\\w+(?:one|body) new "),
    clause("X119", "j[JA]{1,2}(B)", "as", said="^so .*(?<!rather) than$"),
    clause(
        "X135", "[qk](o)p[iIRMVZDFYv.,]", "the behind it", said="^(?:many|most|few|several) of "
    ),
    clause(
        "X135",
        "[FYz]([tP][JW]?[np])[tP]",
        "to before it",
        said="^(?:explain|describe|announce|suggest)",
    ),
    clause("X119", "[VZD]A?(G)", "been", " being$"),
    clause("X119", f"{_BEFORE_A_NOUN}(E)[JW%nv]{{0,2}}[np](?=[IRZVDMzYFoi.,])", "their"),
    clause("X119", f"(i)[tasPk]?[{OF_IT}p]{{1,5}}[IZDRV](?=[vgJAWtari])", _THOUGH, _DESPITE),
    clause(
        "X119",
        f"(i)[tasPk]?[{OF_IT}p]{{1,4}}[oi][tasPk]?[{OF_IT}p]{{1,4}}[IZDRV](?=[vgJAWtari])",
        _THOUGH,
        _DESPITE,
    ),
    # `The lift can be still used`.
    clause("X143", "[MT](bA)(?=[JvY])", "the adverb before be", said="be (?:still|soon|already)$"),
)
