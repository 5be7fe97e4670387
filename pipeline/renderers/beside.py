"""The pictures that pages refer to by `images/<name>`, as files beside them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.renderers import pictures, wishes
from pipeline.renderers.job import Job


def render(job: Job) -> Mapping[str, bytes]:
    """`images/<name>` -> bytes, for the finished pages that the output's `of` names."""
    made: dict[str, bytes] = {}
    for page in wishes.files(job, "of"):
        html = job.made[page].decode()
        for name, content in pictures.beside(html, job.assets).items():
            # The wider of two: one file serves every page.
            path = pictures.FOLDER + name
            if len(content) > len(made.get(path, b"")):
                made[path] = content
    return made
