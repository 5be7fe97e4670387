"""English of public policy, as networks of cities and their partners abroad write it."""

from __future__ import annotations

from pipeline.checks.sheet import NOTE, WARNING
from pipeline.errors import Level

_WISHES = "interests|expectations|wishes|concerns|priorities|requirements|demands|preferences"
_WORK = (
    "project|process|work|meeting|programme|conference|discussion|planning|mandate|debate|event"
    "|procedure|design|campaign|investigation|partnership|negotiations"
)
_HARM = (
    "violence|crime|conflicts?|problems?|crisis|crises|offences?|delinquency|decisions?|events?"
    "|projects?|incidents?|reforms?|process"
)
_PEOPLE = (
    "citizens|residents|people|members|the public|the population|visitors|young people|them|us|you"
    "|participants|parents|families|victims|staff|users|officials|stakeholders|inhabitants"
)
_RIGHTS = (
    "privacy|private life|human rights|fundamental|rights?|law|laws|the law|rule of law|freedoms?"
    "|dignity|others|nature|environment|diversity|rules|confidentiality|procedures|values"
    "|principles|individual|personal|minorit|equality|deadlines|democra"
)
POLICY: tuple[tuple[str, str, str, str, Level], ...] = (
    # Code, what is right, words of which one of each kind is in it, the form, how surely.
    ("X127", "notably, or in particular", "namely / due because thanks",
     r"\b([Nn]amely)(?= (?:due to|because|thanks to)\b)", WARNING),
    ("X127", "working group", "work / group groups",
     r"(?<!social )(?<!team )(?<!field )\b([Ww]ork groups?)\b", NOTE),
    ("X127", "before, or ahead of", "upstream / of",
     rf"\b([Uu]pstream of)(?= (?:the |any |all |an? )?(?:[a-z]+ )?(?:{_HARM})\b)", NOTE),
    ("X127", "municipalities", "communes",
     r"(?<![Hh]ippie )(?<![Pp]aris )\b(communes)\b(?! (?:of|de)\b)", NOTE),
    ("X127", "in the area, or locally", "territory territories / on",
     (r"\b([Oo]n (?:the|their|its|our) territor(?:y|ies))"
      r"(?=[.,;]|$| (?:and|by|with|for|in)\b)"), NOTE),
    ("X146", "aim to", "aim aims aimed / at",
     (r"\b(?:[Aa]ims?|which aimed|that aimed) (at)(?= (?:protecting|improving|strengthening"
      r"|promoting|reducing|preventing|supporting|developing|creating|providing|ensuring"
      r"|encouraging|raising|building|fostering|helping|making|giving) )"), NOTE),
    ("X146", "about, or of", "inform informs informed informing / on",
     (rf"\b[Ii]nform(?:s|ed|ing)? (?:all |our |the |local |its |their )?(?:{_PEOPLE}) (on)"
      r"(?= (?:the|their|its|our|your|his|how|what|these|this|all)\b"
      r"(?! (?:spot|day|phone|website|site|web|page|eve|ground|basis|one|internet|occasion)\b))"),
     WARNING),
    ("X146", "of, behind awareness", "awareness / on",
     (r"\b[Aa]wareness (?:of|among|amongst) (?:[a-z]+ ){1,3}(on)(?= (?:the|their|these|this|how"
      r"|issues?)\b(?! (?:part|ground|internet|web|day|spot|one)\b))"), WARNING),
    ("X146", "about", "stereotypes prejudices stereotype prejudice misconceptions / on",
     (r"\b(?:[Ss]tereotypes?|[Pp]rejudices?|[Mm]isconceptions) (on)(?= (?:[a-z]+|the [a-z]+)\b)"
      r"(?! (?:social media|the (?:basis|grounds?|internet|part|one|web)|television|screen|tv"
      r"|grounds|which|that))"), WARNING),
    ("X146", "respect for", "respect / of",
     (r"(?<![Ii]n )(?<![Ww]ith )\b([Rr]espect of)(?= (?:the |their |our |one’s |all |each "
      rf"|other )?(?:{_RIGHTS}))"), WARNING),
    ("X119", "outset", "onset / of",
     (r"\bat the (onset)(?= of (?:an?|the|this|our|each|every|any|their|its) "
      rf"(?:[a-z]+ )?(?:{_WORK})\b)"),
     WARNING),
    ("X146", "on, of an agenda", "agenda agendas / in",
     (r"\b(?:priorit(?:y|ies)|high|higher|prominent(?:ly)?|topics?|is|are|be|remains?|stands?|put"
      r"|placed) (in)(?= (?:the|our|its|their|every) (?:[a-z]+ ){0,2}agendas?\b)"), WARNING),
    ("X143", "judicial", "judiciary",
     (r"\b([Jj]udiciary)(?= (?:systems?|authorit(?:y|ies)|police|powers?|review|proceedings?"
      r"|cooperation|process|procedures?|institutions?|decisions?|supervision|staff)\b)"), WARNING),
    ("X143", "needs", f"need / and / {_WISHES.replace('|', ' ')}",
     rf"\b(?:the|their|our|its|your|specific|different|real) (need) and (?:{_WISHES})\b",
     WARNING),
)  # fmt: skip
