"""The paper a book is printed on, as its declaration tells it."""

from __future__ import annotations

from pipeline.renderers import wishes
from pipeline.renderers.job import Job

OPTIONS = ("paper_thickness_mm", "paper_gsm", "paper_bulk")


def thickness(job: Job) -> float:
    """Of one leaf, in millimetres: declared, or told by its weight and its bulk.

    The bulk, in cubic centimetres a gram, says how thick a paper is for its weight: about 0.9
    where it is coated, 1.25 where it is not.
    """
    weight = wishes.measure(job, "paper_gsm")
    bulk = wishes.measure(job, "paper_bulk", 1)
    return wishes.measure(job, "paper_thickness_mm") or weight * bulk / 1000
