"""The script somebody would write in an afternoon: one issue, one language, no questions asked.

python tests/bench/bare.py sources 2019-12 OUT
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import jinja2
import markdown
import premailer
import weasyprint
import yaml

LETTER = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{{ issue.subject }}</title>
<style>body{margin:0;background:#eceff3;font-family:Arial,sans-serif;font-size:16px;color:#1b1f24}
.column{max-width:600px;margin:0 auto;background:#ffffff}.item{padding:20px 36px}
h1,h2,h3{font-family:Georgia,serif;color:#123a6b}.when{font-size:14px;color:#4a5260}
a{color:#123a6b}img{width:100%;height:auto}td,th{padding:8px;text-align:left}</style></head><body>
<table class="column" role="presentation">
<tr><td class="item"><h1>{{ issue.title }}</h1>{{ issue.body }}</td></tr>
{% for item in items %}<tr><td class="item">
{% if item.image %}<img src="images/{{ item.image }}" alt="{{ item.alt }}">{% endif %}
<h3>{{ item.title }}</h3><p class="when">{{ item.place }} {{ item.start }}</p>{{ item.body }}
{% if item.link %}<p><a href="{{ item.link }}">{{ item.link_text }}</a></p>{% endif %}
</td></tr>{% endfor %}<tr><td class="item"><table>
{% for event in agenda %}<tr><th>{{ event.start }}</th><td>{{ event.title }}
{% if event.link %}<a href="{{ event.link }}">{{ event.link_text }}</a>{% endif %}</td></tr>
{% endfor %}</table></td></tr>
</table></body></html>"""


def read(path: Path) -> dict[str, Any]:
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    made: dict[str, Any] = yaml.load(head, loader)
    extensions = ["tables", "footnotes", "attr_list", "smarty"]
    made["body"] = markdown.markdown(body, extensions=extensions)
    made["slug"] = path.stem
    return made


def words(value: Any) -> Any:
    return value.get("en", "") if isinstance(value, dict) else value


def main(sources: Path, slug: str, out: Path) -> None:
    issue = read(sources / "newsletters" / f"{slug}.md")
    pictures = yaml.safe_load((sources / "images.yaml").read_text("utf-8"))
    items = [
        read(path)
        for path in sorted((sources / "news").glob("*.md"))
        if path.stem.count(".") == 0 and path.stem[:7] in ("2019-11", "2019-12")
    ]
    for item in items:
        item["alt"] = words(pictures[item["image"]]["alt"]) if item.get("image") else ""
    agenda = yaml.safe_load((sources / "agenda.yaml").read_text("utf-8"))
    dates = [
        {key: words(value) for key, value in event.items()}
        for event in agenda
        if "2019-12-16" <= str(event["start"]) <= "2020-03-31"
    ]
    page = jinja2.Template(LETTER).render(issue=issue, items=items, agenda=dates)
    out.mkdir(parents=True, exist_ok=True)
    letter = premailer.Premailer(page, disable_validation=True).transform()
    (out / "newsletter.html").write_text(letter, "utf-8")
    printed = weasyprint.HTML(string=page, base_url=str(sources) + "/")
    printed.write_pdf(out / "newsletter.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
