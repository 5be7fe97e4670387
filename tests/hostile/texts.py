"""Texts that ask for more than to be read, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable

# Where SECRET stands comes the path of a file outside, where SERVER stands an address.
REFUSED = {
    "picture of a file": ("![x](file://SECRET)", "I101"),
    "picture of a FILE": ("![x](FILE:SECRET)", "I101"),
    "picture of this machine": ("![x](file://localhostSECRET)", "I101"),
    "picture of a server": ("![x](SERVERx.png)", "I101"),
    "picture without a scheme": ("![x](//127.0.0.1:9/x.png)", "I101"),
    "picture above": ("![x](../../secret.md)", "I101"),
    "picture below and above": ("![x](images/../../secret.md)", "I101"),
    "picture in disguise": ("![x](..%2f..%2fsecret.md)", "I101"),
    "picture on the disk": ("![x](SECRET)", "I101"),
    "picture on a share": (r"![x](\\evil\share\x.png)", "I101"),
    "picture in itself": ("![x](data:image/svg+xml,%3Csvg/%3E)", "I101"),
    "script": ("[x](javascript:alert(1))", "L100"),
    "Script": ("[x](JaVaScRiPt:alert(1))", "L100"),
    "script in two": ("[x](java&#10;script:alert(1))", "L100"),
    "script in code": ("[x](&#x6a;avascript:alert(1))", "L100"),
    "script behind": ("[x](&#1;javascript:alert(1))", "L100"),
    "page in itself": ("[x](data:text/html;base64,PHNjcmlwdD4=)", "L100"),
    "Basic": ("[x](vbscript:msgbox)", "L100"),
    "link to a file": ("[x](file://SECRET)", "L100"),
    "link to a share": ("[x](//evil.example/)", "L100"),
    "turned letters": ("[x](https://a\u202eb.org)", "B102"),
    "hidden letters": ("a\U000e0069\U000e0067\U000e006e b", "B102"),
    "letters hidden in a flag": ("\U0001f3f4" + "\U000e0067" * 9 + "\U000e007f", "B102"),
    "attribute": ("{{ facts.__class__ }}", "F100"),
    "attributes": ("{{ facts.members.__class__.__mro__ }}", "F100"),
    "globals": ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "F101"),
    "call": ("{{ facts.members() }}", "F101"),
    "product": ("{{ 'a'*10**10 }}", "F101"),
    "item": ('{{ facts["members"] }}', "F101"),
    "filter": ("{{ facts.members|attr('x') }}", "F101"),
    "tag of the tool": ("{{ .Subscriber.Email }}", "F101"),
    "braces": ("{{" * 5 + " facts.members " + "}}" * 5, "F101"),
    "a thousand braces": ("{{ " * 500 + "facts.members" + " }}" * 500, "F101"),
    "a name of a book": ("{{ facts." + "a." * 50_000 + "b }}", "F100"),
}

HTML = (
    '<link rel=attachment href="file://SECRET">',
    '<a rel=attachment href="file://SECRET">x</a>',
    '<iframe src="SERVER"></iframe>',
    '<object data="file://SECRET"></object>',
    '<embed src="SERVER">',
    "<style>@import url(SERVER); body { background: url(SERVER) }</style>",
    '<base href="SERVER">',
    '<img src="SERVERx.png">',
    "<img src=x onerror=alert(1)>",
    '<p style="background: url(SERVER)">x</p>',
    '<svg><image href="file://SECRET"/></svg>',
    '<video poster="SERVER" src="SERVER"></video>',
    '<input type=image src="SERVER">',
    "<math><select><mtext><select><select>",
    "<table><tr><td colspan=1000000>x</td></tr></table>",
    "<script>alert(1)</script>",
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!--[if mso]><script>alert(1)</script><![endif]-->",
    "<b onclick=alert(1)>x</b>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<javascript:alert(1)>",
)

ACTIVE = re.compile(
    r"<(?:script(?! type=\"application/ld\+json\")|iframe|object|embed|base|form|input)\b[^>]*>"
    r"|<(?:video|svg|math|noscript)\b[^>]*>"
    r"|<[a-z]\w*\s[^>]*\son\w+=|(?:href|src|action)=[\"']?\s*(?:javascript|data:text|file):",
    re.IGNORECASE,
)
"""What would run or load in a page; the letters `&lt;script` are only letters."""

TAGS = (
    "\\{{ .Subscriber.Email }}",
    "{&#123; .Subscriber.UUID }}",
    "{**{ .Subscriber.Name }}**",
    "{<!-- -->{ .Subscriber.Name }}",
    "\\*|EMAIL|\\*",
    "{% Subscriber %}",
)


def _laughs() -> str:
    doubled = (
        f'f{n}: {{en: "{{{{ facts.f{n + 1} }}}}{{{{ facts.f{n + 1} }}}}"}}\n' for n in range(40)
    )
    return "\n" + "".join(doubled) + "f40: {en: ha}\n"


ENDLESS: dict[str, tuple[Callable[[], str], str]] = {
    "10 MB of brackets": (lambda: "[" * 10_000_000, "B103"),
    "10 MB of items": (lambda: "- a\n" * 2_500_000, "B103"),
    **{
        f"brackets {sign}": (lambda sign=sign: sign * (150_000 // len(sign)), "W102")
        for sign in ("[", "![", "[a][", "[a](", "[[", "](", "<a ", "<![CDATA[", "<!--", "`` ` ")
    },
    "table of one row": (lambda: "|" * 150_000, "W102"),
    "marks": (lambda: "*_" * 70_000, "W102"),
    "codes": (lambda: "&a;" * 50_000, "W102"),
    "fences": (lambda: "``` " * 40_000, "W102"),
    "quotation marks": (lambda: '"' * 100_000, "W102"),
    "headings": (lambda: "a\n=\n" * 6_000, ""),
    "deep lists": (lambda: "".join("  " * n + "- a\n" for n in range(100)), "W103"),
    "deep quotations": (lambda: "".join("> " * n + "a\n" for n in range(100)), "W103"),
    "a thousand notes": (
        lambda: (
            " ".join(f"w[^{n}]" for n in range(1000))
            + "".join(f"\n\n[^{n}]: n" for n in range(1000))
        ),
        "W102",
    ),
    "one note, eight hundred times": (lambda: "[^1]" * 800 + "\n\n[^1]: n", "W102"),
    "a word": (lambda: "x" * 100_000, "W102"),
    "a word in pieces that nobody sees": (lambda: "a\u00adb" * 33_000, "W102"),
    "words that never part": (lambda: "a\u00a0" * 20_000, "W102"),
    "an address": (lambda: "https://a.org/" + "x" * 20_000, "W102"),
    "accents": (lambda: "e" + "\u0301" * 30, ""),
    "accents without end": (lambda: "e" + "\u0301\u0327" * 230_000, "B107"),
}

FRONT = {
    "alias": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "Y105"),
    "merge": ("<<: &a {b: c}", "Y105"),
    "object": ('place: !!python/object/apply:os.system ["id"]', "Y106"),
    "bytes": ("place: !!binary aGk=", "Y106"),
    "twice": ("place: a\nplace: b", "K103"),
    "deep list": ("place: " + "[" * 100_000, "Y104"),
    "deep table": ("place: " + "{a: " * 5_000, "Y104"),
    "deep lines": ("place:\n" + "".join(" " * n + "- \n" for n in range(1, 900)), "Y104"),
    "many keys": ("\n".join(f"k{n}: v" for n in range(60_000)), "Y104"),
    "many items": ("links: [" + "a," * 150_000 + "]", "Y104"),
    "half a letter": ('place: "\\ud800"', "Y100"),
    "nothing": ('place: "a\\0b"', "B102"),
    "terminal": ('place: "a\\x1b[2Jb"', "B102"),
    "turned": ('place: "a\\u202eb"', "B102"),
    "accents without end": ('place: "e' + "\\u0301\\u0327" * 70_000 + '"', "B107"),
    "key for the terminal": ('"\\x1b[2J": b', "B102"),
    "a number of a book": ("order: " + "9" * 100_000, "K102"),
    "a number without end": ("order: 1e999999", "K102"),
    "infinity": ("order: .inf", "K102"),
    "directive": ("%YAML 9.9", "Y100"),
    "a list as a key": ("? [a, b]\n: c", "Y100"),
    "a key of a book": ("k" * 200_000 + ": a", "Y100"),
    "a quotation of a book": ('place: "' + "\\" * 99_999, "Y100"),
    "the end of the calendar": ("start: 9999-12-31", "D100"),
    "link to a script": ("link: javascript:alert(1)", "K102"),
    "link to a page": ('link: "data:text/html,x"', "K102"),
    "link with a line": ('link: "https://a.org/\\r\\nX: y"', "K102"),
    "link with a tag": ('link: https://a.org/"><script>', "K102"),
    "picture above": ("image: ../secret.md", "I100"),
    "picture of a server": ("image: http://127.0.0.1:9/x.png", "I100"),
    "picture behind": ("image: quay.png/../../../secret.md", "I100"),
}

SHARED = {
    "doubling facts": (_laughs(), "{{ facts.f0 }}", "F100"),
    "facts in a ring": (
        'a: {en: "{{ facts.b }}"}\nb: {en: "{{ facts.a }}"}\n',
        "{{ facts.a }}",
        "F100",
    ),
    "a book, five thousand times": (
        f'a: {{en: "{"x " * 90_000}"}}\n',
        "{{ facts.a }} " * 5_000,
        "F100",
    ),
    "alias": ("b: &b x\nc: *b\n", "", "Y105"),
    "object": ("b: !!python/name:os.system x\n", "", "Y106"),
}

EVIL = "=?utf-8?q?Hi=0D=0ABcc:_evil@x.org?="
_ISSUE, _HOUSE = "newsletters/2025-05.md", "organisation.yaml"
_SUBJECT, _SENDER = "A quay, a ferry, a forum", "HTN news <news@harbours.example>"
HEADERS = {
    "subject in code": (_ISSUE, _SUBJECT, f'"{EVIL}"', "M120"),
    "subject with a line": (_ISSUE, _SUBJECT, '"Hi\\r\\nBcc: evil@x.org"', ""),
    "subject with half a line": (_ISSUE, _SUBJECT, '"Hi\\rBcc: evil@x.org"', ""),
    "subject with other ends": (_ISSUE, _SUBJECT, '"Hi\\NBcc: x\\LBcc: y\\PBcc: z"', ""),
    "subject with a tab": (_ISSUE, _SUBJECT, '"Hi\\vBcc: z"', "B102"),
    "subject of a book": (_ISSUE, _SUBJECT, "é" * 3_000, "M120"),
    "sender in code": (_HOUSE, _SENDER, f'"{EVIL} <a@b.org>"', "M120"),
    "sender with a line": (_HOUSE, _SENDER, '"HTN\\r\\nBcc: evil@x.org <a@b.org>"', ""),
    "two senders": (_HOUSE, _SENDER, '"a@b.org, evil@x.org"', "M120"),
    "list": (_HOUSE, "list_id: news", 'list_id: "a\\r\\nBcc: evil@x.org" #', "M120"),
    "way out": (
        _HOUSE,
        "unsubscribe: https://www.harbours.example/leave",
        'unsubscribe: "https://a.org/x>,\\r\\nBcc: evil"',
        "K102",
    ),
}
