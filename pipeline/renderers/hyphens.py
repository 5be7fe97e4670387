"""Where words may be divided: pyphen's patterns, and ours for Finnish, for which it has none."""

from __future__ import annotations

from pathlib import Path

import pyphen
from pyphen import Pyphen as Pyphen
from pyphen import language_fallback as language_fallback

# WeasyPrint looks there, too.
if "fi" not in pyphen.LANGUAGES:
    pyphen.LANGUAGES["fi"] = Path(__file__).with_name("hyph_fi.dic")
    pyphen.LANGUAGES_LOWERCASE["fi"] = "fi"
