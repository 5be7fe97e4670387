"""A page for a browser: as it was set, its pictures beside it, its mail addresses in place."""

from __future__ import annotations

import re

from pipeline.renderers import burdens, letter, merge_tags, narrow, pictures
from pipeline.renderers.job import Job


def render(job: Job) -> bytes:
    burdens.refuse_nothing(job)
    page = pictures.measured(job.page, job.edition.pictures)
    shown = pictures.names(page, job.edition.pictures, job.assets)

    def beside(name: str, given: dict[str, str]) -> dict[str, str]:
        if name == "img" and given.get("src", "") in shown:
            given["src"] = pictures.link(shown[given["src"]], "")
        return given

    page = narrow.fitted(letter.retag(page, beside), job.edition.language)
    page = re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"
    return merge_tags.place_in_html(page, job.edition).encode()
