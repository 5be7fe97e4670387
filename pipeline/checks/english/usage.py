"""Times, comparisons, relatives and conditions: the one small word that English has there."""

from __future__ import annotations

from pipeline.checks.english.clauses import clause
from pipeline.checks.english.parsing import kind, only
from pipeline.checks.english.rules import BEFORE, BESIDE, END, THINGS, rule

_VERB = kind("b")
_NOUN = kind("np")
_THEM = f"(?:[yxXU]|[tP][{BEFORE}]{{0,2}}[{_NOUN}])"
_LAST = "last (?:year|month|week|spring|summer|autumn|winter)"
_PAST = "the past, without has or have"
_SHORT = "big|fast|cheap|strong|easy|large|small|poor|rich|safe|weak|happy|heavy|early"
_PERSONS = (
    "citizens|people|residents|visitors|participants|students|teachers|children|farmers|women|men"
    "|employees|volunteers|experts|applicants|parents|pupils|researchers|journalists|mayors"
    "|ministers"
)
_THINGS = (
    "report|project|programme|event|meeting|plan|strategy|law|measure|building|tool|website"
    "|initiative|book|exhibition|festival|study|survey|agreement|platform"
)
_DOING = (
    "(?!following|regarding|including|during|concerning|according|considering|depending|excluding"
    "|pending|beginning|starting|everything|nothing|anything|something|evening|morning)\\w+ing"
)
_NOBODY = (
    "solution|action|plan|project|programme|program|milestone|document|report|tool|system|law"
    "|measure|event|process|framework|policy|method|study|website|book|letter|idea|problem|issue"
    "|activity|conference|workshop|campaign|building|street|tram|bus|bridge|park|square|road"
    "|station|app|platform|service|strategy|model|data|budget|fund|tax|survey|article|guide|map"
    "|list|day|week|year|house|library|museum"
)
_SOMEBODY = (
    "volunteer|speaker|teacher|pupil|student|person|visitor|citizen|resident|child|farmer|driver"
    "|owner|expert|woman|man|artist|member|partner|participant|worker|employee|customer|user"
    "|journalist|trainer|candidate"
)
_OF_THEM = "^(?:many|most|some|few|several|both) of (?!us|them|you|these|those)"
RULES = (
    rule("X143", f"([VZ])[{kind('v')}]i#(?=[.,ic\n])", _PAST, said=r" in (?:19|20)\d\d$"),
    rule(
        "X143",
        f"[\n,].[{kind('n')}]?,?{_THEM}([VZ])A?[{kind('v')}]",
        _PAST,
        said=rf"^,? ?(?:yesterday|{_LAST})\b",
    ),
    rule(
        "X143",
        f"\nB#,?{_THEM}A?([{only('b')}{only('z')}{kind('z', 'p')}IR]|[{_VERB}](?=[iT]))",
        "the present perfect: has, or have",
        said="^since ",
    ),
    rule(
        "X143",
        f"[tP][{BEFORE}]{{0,2}}[{_NOUN}]([IR])[{kind('j')}]B.[{kind('n')}](?=[.,\n])",
        "has been, or have been",
        said=f"since {_LAST}$",
    ),
    rule(
        "X143",
        f"[IRbNm]A?(k)[{kind('j', 'pv')}](?=B|[.,\n])",
        "the form in -er",
        said=rf"more (?:{_SHORT}|high|low|old|young|long|short|late|hard|busy)$",
    ),
    rule(
        "X143",
        f"t(k)[{kind('j', 'pv')}][{kind('n')}]",
        "the form in -est",
        said=rf"most (?:{_SHORT}) \w+$",
    ),
    rule("X119", f"[{_NOUN}][IR]A?[{kind('e')}](h)(?=[tPSs])", "than", said=r"er that$"),
    rule(
        "X119",
        f"[tPSqk][{BEFORE}]{{0,2}}[{_NOUN}][IR]A?[{kind('e')}](B)(?=i)",
        "than",
        said=r"(?<!later) as$",
    ),
    rule("X119", f"[{kind('p')}](K)A?[RV{_VERB}]", "who", said=rf"^(?:{_PERSONS}) "),
    rule(
        "X119",
        f"(?<!M)[{kind('t', 'pc')}](L)[IZM]",
        "which, or that",
        said=rf"^(?:{_THINGS}) ",
    ),
    rule("X119", f"(%)[{BESIDE}]?[{kind('t', 'pgvdzjrc')}]", "whose", said=r"^who[’']s "),
    rule(
        "X127",
        f"\nC(?:[yxXU]|[tPSs]?[{BEFORE}]{{0,2}}[{_NOUN}])(M)(?![Ab{kind('rj')}])"
        f"[{_VERB}][^.\n]{{0,40}},[^.\n]{{0,8}}M",
        "the present, or the past, behind if",
        said=r"^if .*\b(?:will|would)\b",
        never=(
            r"would (?:like|prefer|rather|mind|want|love|care|help|allow|be|make)\b|if you will\b"
        ),
    ),
    rule("X143", f"e([{THINGS}])(?=[{kind('bz', 'n')}MIRVZD])", "the singular"),
    rule(
        "X143",
        f"(s)[{kind('p')}]{END}",
        "these",
        said="^this (?:hours|days|years|weeks|months|minutes|euros|dates|times)$",
    ),
    rule(
        "X143",
        f".(?:[uyHxX]|[tP][{BESIDE}]?[{_NOUN}])(T)[{_VERB}]",
        "the infinitive without to",
        said="^lets? ",
    ),
    rule(
        "X143",
        f".u(T)[{_VERB}]",
        "the infinitive without to",
        said="^(?:make|makes|making) ",
        never="to (?:order|measure|scale)",
    ),
    rule("X143", "[yUx][IRm]A?.T(b)", "being", said="used to be$"),
    rule(
        "X143",
        f"[{kind('bdv')}]([{kind('gn', 'pzr')}])(?=[tasPHkq#])",
        "to, and the infinitive",
        said=(
            r"^(?:fail(?:s|ed)?|refuse[sd]?|decide[sd]?|hesitate[sd]?|managed?|afford"
            rf"|pretend(?:ed)?|promise[sd]?) {_DOING}$"
        ),
    ),
    rule(
        "X143",
        f"[{kind('bdv')}]([{kind('g')}])i",
        "to, and the infinitive",
        said=rf"^(?:fail(?:s|ed)?|refuse[sd]?) (?!test|train|screen){_DOING} ",
    ),
    rule(
        "X135",
        f"[hK][yUx][IR]A?([{kind('g')}])(?=[c,.\nIRZVM])",
        "the small word behind it",
        said=r" (?:paying|waiting|looking|listening|searching|relying|depending)$",
    ),
    rule(
        "X135",
        f"(?<![oiTB])(K)[yx][IR]A?[{kind('v', 'b')}](?=[.,\n])",
        "at, in or on before it",
        said=(
            r" (?!given|offered|told|asked|shown|taught|paid|awarded|granted|promised|called|named"
            r"|supposed|used|made|sold|dealt|seen|found)\w+$"
        ),
    ),
    rule(
        "X119",
        f"(B)[{_NOUN}q#]{{0,2}}[{_NOUN}][{kind('p')}](?![{kind('r')}])",
        "for",
        said=(
            r"^since (?:[\w-]+ )?(?:hundred|thousand|million|dozens?) (?:of )?"
            r"(?:years|months|weeks|days)$"
        ),
    ),
    rule(
        "X143",
        f"[\n,].[{kind('n')}],?[#qk]?[tP]?[{BEFORE}]{{0,2}}[{kind('p')}]([VZ])A?[{kind('v')}]",
        _PAST,
        said=rf"^,? ?(?:yesterday|{_LAST})\b",
    ),
    rule("X135", f"[BC]([{kind('t', 'pzvgjrb')}])(?=[IZ])", "a, an or the before it"),
    rule(
        "X143",
        f"[{kind('v')}]i[tPa]?[{kind('npj')}O]{{1,4}}c([{kind('b', 'vzj')}])(?=i)",
        "the participle",
        said=r" by .* (?:and|or) \w+$",
    ),
    rule(
        "X119",
        f",(K)[{THINGS}](?=R(?!A?[{kind('g', 'n')}]))",
        "whose",
        never=r"\b(?:where|how|what|why|who|when|whether|know)\b",
    ),
    rule(
        "X119",
        f"[RIm]A?.(i)(?=[{kind('npj')}])",
        "of",
        said=r"short (?:in|on)$",
        never=r"short in (?:supply|length|stature|height|duration|time|winter|summer)",
    ),
    rule("X143", f"(?:f|dA)([{kind('z', 'bj')}])(?=[tasPHikA.,\\n])", "the infinitive"),
    clause("X143", "(?<![ioTB])(l)A?(?:[Yz]|[DIZRV](?![xyXUtaPOsSK]))", "who", said="^whom "),
    clause("X143", "[tase][JW]?n(L)[FzYIRZVDM]", "which or that", said=rf" (?:{_NOBODY}) who \w+$"),
    clause(
        "X135", "[io](n)L", "a, an or the before it, or the plural", said=f" (?:{_SOMEBODY}) who$"
    ),
    clause(
        "X143",
        "F[tasPkqSu]?[JWn]{0,2}[npuO]T(g)",
        "the infinitive",
        said=(
            "^(?:help|invite|ask|encourage|allow|enable|want|urge|advise|teach|train|remind|tell"
            r"|motivate|expect|persuade|require|force)\b"
        ),
    ),
    rule(
        "X143",
        f".T([{kind('z')}])(?=[itasPHuOk,.])",
        "the infinitive",
        said=(
            "^(?:able|ready|going|wants?|needs?|has|have|had|order|how|something|nothing|anything"
            "|interesting|left|willing|easy|hard|important|necessary|possible|what|tries|trying"
            r"|tried|likely|wish|hope|decided) to \w+s$"
        ),
    ),
    rule("X143", f"[IR]GA?([{kind('b', 'vjdg')}])(?=[iBT.,])", "the participle", said=" being "),
    rule("X143", f"(u)[{kind('j')}]?[{kind('p')}]", "the adjective without its s", said="^others "),
    rule("X135", f"[qk](o)[{kind('j')}]{{0,2}}[{kind('p', 'n')}]", "the behind it", said=_OF_THEM),
)
