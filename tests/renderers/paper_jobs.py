"""Jobs for the paper rooms, and eyes to read the files they make."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

import pikepdf
from PIL import Image

from pipeline.errors import Finding, Location
from pipeline.model.editions import Edition, Output, Publication
from pipeline.model.house import Organisation
from pipeline.model.texts import Text
from pipeline.renderers import pdf
from pipeline.renderers.job import Job

DECLARED = Location(PurePath("templates/manifesto/publication.toml"), 3)
PICTURE = "https://build.invalid/images/square.png"
PARAGRAPH = "<p>" + "A sentence that is long enough to fill a good part of a line. " * 12 + "</p>"
ROWS = "".join(f"<tr><th scope=row>City {n}</th><td>{n}</td></tr>" for n in range(40))

SPECIMEN = f"""<!DOCTYPE html><html lang="en"><head><title>Cities that listen</title><style>
@page {{ size: A5; margin: 15mm; @top-left {{ content: element(head) }}
  @bottom-right {{ content: counter(page) " / " counter(pages) }} }}
body {{ font: 9.5pt/1.4 "Source Serif Pro"; hyphens: auto }}
.head {{ position: running(head) }} .note {{ float: footnote }} .kicker {{ display: block }}
h2 {{ break-before: page }} nav ol {{ list-style: none }} .faint {{ opacity: .5 }}
ul ul {{ list-style: "– " }}
nav a::after {{ content: leader(". ") target-counter(attr(href), page) }}
</style></head><body>
<div class="head">Cities that listen <a href="https://example.org/">home</a></div>
<header><span class="kicker">Manifesto</span><h1>Cities that listen</h1></header>
<nav class="toc"><h2>Contents</h2><ol>
<li><a href="#streets">Streets</a><ol><li><a href="#lights">Lights <em>on</em></a></li></ol></li>
<li><a href="#villes">Villes</a></li></ol></nav>
<main><section><h2 id="streets">Streets</h2>
<p>Called here<span class="note">Said at the foot, with <a href="https://example.org/a">a link</a>.
</span> and going on, <strong>strongly</strong>, with an <abbr title="European Union">EU</abbr>,
<q>a quotation</q>, <code>code</code> and <a href="#villes">a way <em>there</em></a>.</p>
<h4 id="lights">Lights</h4>
<ul><li><p>Loose</p><p>and long</p></li><li><p>Second</p><ul><li>Tight</li></ul></li></ul>
<ol><li>One</li><li>Two</li></ol>
<dl><dt>Term</dt><dd>What it means</dd><dt>Other</dt><dt>Word</dt><dd>Both mean this</dd></dl>
<figure><img src="{PICTURE}" alt="A blue square"><figcaption>Blue</figcaption></figure>
<img src="{PICTURE}" alt="">
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><title>A bar</title>
<rect width="40" height="9"/></svg>
<table><caption>Cities</caption><thead><tr><th>City</th><th>Number</th></tr></thead>
<tbody>{ROWS}<tr><td colspan="2"></td></tr></tbody></table>
<blockquote><p>We listened.</p><footer>Mayor, City</footer></blockquote>
<p class="faint">Faint, with <a href="https://example.org/faint">a link</a></p></section>
<section lang="fr"><h2 id="villes">Villes</h2>{PARAGRAPH * 6}
<p>Une note<sup id="fnref1"><a class="footnote-ref" href="#fn1">1</a></sup>,
<i lang="en">in English</i>.</p>
<div class="footnote"><ol><li id="fn1"><p>Enfin. <a href="#fnref1">retour</a></p></li></ol></div>
</section></main></body></html>"""


def picture(mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (40, 30), "navy").save(buffer, "PNG")
    return buffer.getvalue()


def job(
    page: str,
    findings: list[Finding] | None = None,
    assets: Mapping[str, bytes] | None = None,
    **options: Any,
) -> Job:
    def text(words: str) -> Text:
        return Text(html=words, plain=words, language="en")

    edition = Edition(
        publication=Publication(slug="manifesto", title="Manifesto", per="manifesto"),
        slug="2025",
        language="en",
        title=text("The manifesto"),
        date=dt.date(2025, 3, 4),
        organisation=Organisation(
            name=text("City Network"),
            short_name=text("CN"),
            languages=("en", "fr"),
            timezone="Europe/Brussels",
        ),
    )
    output = Output(name="manifesto.pdf", renderer="pdf", options=options, where=DECLARED)
    told: list[Finding] = [] if findings is None else findings
    answers = {PICTURE: picture()} if assets is None else assets
    return Job(edition, output, page, {}, answers, {}, told.append)


def page(body: str, style: str = "", lang: str = "en") -> str:
    family = 'body { font-family: "Source Sans Pro" }'
    return f'<!DOCTYPE html><html lang="{lang}"><style>{family}{style}</style><body>{body}</body>'


def opened(made: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(made))


def outline(made: bytes) -> str:
    """The structure tree, a line an element, with the stretches of content it holds."""
    with opened(made) as file:
        return "\n".join(_lines(file.Root.StructTreeRoot.K[0], 0))


def _lines(element: Any, depth: int) -> Iterator[str]:
    kids = list(element.K) if "/K" in element else []
    told = [str(element.S)[1:]]
    if marks := sum(_is_mark(kid) for kid in kids):
        told.append(str(marks))
    shown = ("/Alt", "/Lang", "/E", "/ID")
    told += [f"{key[1:]}={element[key]}" for key in shown if key in element]
    attributes = dict(element.A) if "/A" in element else {}
    told += [f"{key[1:]}={attributes[key]}" for key in attributes if key not in ("/O", "/BBox")]
    yield "  " * depth + " ".join(told)
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            yield "  " * (depth + 1) + f"-> {kid.Obj.Contents}"
        elif not _is_mark(kid):
            yield from _lines(kid, depth + 1)


def _is_mark(kid: Any) -> bool:
    return isinstance(kid, int) or kid.get("/Type") == "/MCR"


if __name__ == "__main__":
    for variant in ("screen", "print"):
        made = pdf.render(job(SPECIMEN, variant=variant, multiple=4))
        sys.stdout.write(hashlib.sha256(made).hexdigest() + "\n")
