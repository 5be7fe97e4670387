"""Words of English that expressions of several rooms name."""

from __future__ import annotations

from pipeline.checks import days

MONTHS = days.MONTHS["en"].title().replace(" ", "|")
DAYS = days.WEEKDAYS["en"].title().replace(" ", "|")
HE = "he|she|it|we|they|you|I"
PEOPLE = (
    "people|youngsters|children|students|teachers|participants|volunteers|women|families"
    "|learners|citizens|members"
)
EVERYBODY = f"{PEOPLE}|pupils|migrants|refugees|partners|visitors|parents"
SOME = (
    "several|various|many|different|smaller|small|certain|equal|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve|\d+"
)
PLURALS = r"(?!(?:us|this|his|its|as|is|was|has)\b)[a-z]{3,}s\b(?!['’])"
