"""What is done once, when Broadside is set up: its own templates are compiled."""

from __future__ import annotations

from pathlib import Path

from pipeline import outputs, stereotypes
from pipeline.renderers import merge_tags
from pipeline.typesetting import Typesetter

TEMPLATES = Path(__file__).parent.parent / "templates"


def cast(templates: Path = TEMPLATES, place: Path = stereotypes.PLACE) -> None:
    """Write the byte code of *templates* into *place*, and clear away what lay there."""
    made = dict(Typesetter(templates, {}, {}, merge_tags.TOKENS).cast())
    if place.is_dir():
        for path in place.iterdir():
            if path.name not in made:
                outputs.remove(path)
    for name, content in made.items():
        outputs.replace(place / name, content)
