"""Make `tests/checks/letters/` anew: letters that other tools make of the specimen's words.

python -m tests.checks.press_letters
"""

from __future__ import annotations

from pathlib import Path

from tests.rivals import issue, rival, told

SPECIMEN = Path(__file__).parents[1] / "specimen"
LETTERS = Path(__file__).parent / "letters"
ISSUES = (("2025-03", "en"), ("2025-05", "en"), ("2025-05", "fr"))


def main() -> None:
    for name in ("mjml", "react", "maizzle"):
        tool = rival(name)
        assert not isinstance(tool, str), tool
        for slug, language in ISSUES:
            made = tool.letter({"page": "", **told(issue(SPECIMEN, slug, language))})
            assert not isinstance(made, str), made
            path = LETTERS / f"{name}-{slug}-{language}.html"
            path.write_text(made[0].rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
