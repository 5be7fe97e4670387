"""The page as it was set: text e-mails, hand-outs, anything that is only text."""

from __future__ import annotations

import re
import unicodedata

from pipeline.renderers import burdens, merge_tags
from pipeline.renderers.job import Job

LONGEST = 4_000_000
"""Letters of a text; the Bible has as many."""


def render(job: Job) -> bytes:
    if len(job.page) > LONGEST:
        said = f"it has {len(job.page):,} letters, and may have {LONGEST:,}"
        raise burdens.refusal(job, burdens.Overburdened(said))
    page = tidy(job.page)
    if merge_tags.TOKEN.search(page):
        page = merge_tags.place_in_text(page, job.edition)
    return page.encode()


def tidy(page: str) -> str:
    """Text as a careful typist leaves it: composed letters, no trailing or doubled blanks.

    >>> tidy("One  \\r\\n\\n\\n\\nTwo")
    'One\\n\\nTwo\\n'
    """
    composed = unicodedata.normalize("NFC", page.replace("\r\n", "\n").replace("\r", "\n"))
    words = "".join(sign for sign in composed if _is_written(sign))
    lines = [line.rstrip() for line in words.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _is_written(sign: str) -> bool:
    return sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")
