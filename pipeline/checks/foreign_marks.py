"""Quotation marks and thousands that other languages have otherwise, by language."""

from __future__ import annotations

from pipeline.sought import sought

MARKS = {
    "en": "[«»„]", "nl": "[«»]", "fr": "[„“”]", "de": "[«»”]",
    "fi": "[„“«]", "sv": "[„“«]", "ro": "[“]", "pl": "[“]", "hu": "[“]", "hr": "[“]",
    "cs": "[”]", "sk": "[”]", "sl": "[”]", "lt": "[”]", "bg": "[”]",
    "es": "[„]", "it": "[„]", "pt": "[„]", "ca": "[„]", "el": "[„]", "nb": "[„]",
}  # fmt: skip
"""Those that no printer of a language sets: where it has „ ” or ” ”, a typed “ is another's."""
_OPENS_ABOVE = r"|(?:^|(?<=[\s(–—]))“(?=\w)"
"""Where a quotation begins with „ and ends with “, a “ before a word is another's, too."""


def marks(language: str) -> tuple[str, str]:
    """The marks that a language has not, and how they are found; nothing of one we do not know.

    >>> marks("cs")[0], marks("fi"), marks("ja")
    ('”“', ('„“«', '[„“«]'), ('', ''))
    """
    form = MARKS.get(language, "")
    signs = form[1:-1]
    if language in ("bg", "cs", "de", "lt", "sk", "sl"):
        return f"{signs}“", form + _OPENS_ABOVE
    return signs, form


_OF_NOUGHTS = sought(r"(?<![\w.,/:-])[1-9]\d{0,2}(?:(?:,\d{3})+,\d{3}|,000)(?![\w,]|\.\w)")
"""No decimal ends in three noughts, nor has it two commas."""
THOUSANDS = dict.fromkeys(
    "bg cs da el et fi hr hu lt lv nb pl pt ro sk sl sv uk".split(), _OF_NOUGHTS
)
