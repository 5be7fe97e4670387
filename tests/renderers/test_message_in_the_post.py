"""Messages on their way: in every language of the Union, through a server, past a spam filter."""

from __future__ import annotations

import email as mails
import email.policy
import functools
import itertools
import random
import re
import smtplib
import socket
import unicodedata
from collections.abc import Iterable, Iterator
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from pipeline.renderers import eml
from tests.judges import suspicions
from tests.renderers.mail_jobs import Letter, letter_with, sample

ALPHABETS = {
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "cs": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "da": "abcdefghijklmnopqrstuvwxyzæøå",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "aábcdeéfghiíjklmnñoópqrstuúüvwxyz",
    "et": "abdefghijklmnoprsšzžtuvõäöü",
    "fi": "abcdefghijklmnopqrstuvwxyzåäö",
    "fr": "aàâæbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyÿz",
    "ga": "aábcdeéfghiílmnoóprstuú",
    "hr": "abcčćdđefghijklmnoprsštuvzž",
    "hu": "aábcdeéfghiíjklmnoóöőpqrstuúüűvwxyz",
    "it": "aàbcdeèéfghiìlmnoòpqrstuùvz",
    "lt": "aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    "lv": "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž",
    "mt": "abċdefġgħhijklmnopqrstuvwxżz",
    "nl": "abcdeëfghijklmnoöpqrstuvwxyz",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "pt": "aáâãàbcçdeéêfghiíjklmnoóôõpqrstuúvxz",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvxz",
    "sk": "aáäbcčdďeéfghiíjklĺľmnňoóôpqrŕsštťuúvwxyýzž",
    "sl": "abcčdefghijklmnoprsštuvzž",
    "sv": "abcdefghijklmnopqrstuvwxyzåäö",
}
SIGNS = ("?", "!", ".", ",", ":", ";", "–", "«", "»", "„", "“", "’", "(", ")", "&", "=", "_", '"')
LINE = "\r\n"
# It reads a head anew each time it is asked, and asks for most of them a dozen times.
POLICY = email.policy.default.clone(
    header_factory=functools.lru_cache(maxsize=64)(HeaderRegistry())
)


def vocabulary(chance: random.Random, language: str) -> list[str]:
    """Words of all lengths, small and capital, some of them with a sign behind."""
    made = []
    for _ in range(400):
        word = "".join(chance.choices(ALPHABETS[language], k=chance.randint(1, 18)))
        word = chance.choice((word, word, word.capitalize(), word.upper()))
        made.append(word + (chance.choice(SIGNS) if chance.random() < 0.2 else ""))
    return made


def letters(count: int) -> Iterator[tuple[str, Letter]]:
    """Subjects, senders and bodies of all lengths, the same in every run."""
    chance = random.Random(20191216)
    known = {language: vocabulary(chance, language) for language in sorted(ALPHABETS)}
    for number in range(count):
        language = sorted(ALPHABETS)[number % len(ALPHABETS)]
        long = 60 if number % 10 == 0 else 12

        def words(most: int, language: str = language) -> str:
            return " ".join(chance.choices(known[language], k=chance.randint(1, most)))

        address = "https://a.example/leave?" + "x" * chance.randint(0, 300)
        yield (
            language,
            Letter(
                language=language,
                subject=words(24),
                sender=f"{re.sub(r'[<>]', '', words(6))} <news@towns.example>",
                html="".join(f"<p>{words(long)}</p>\n" for _ in range(chance.randint(1, 4))),
                text="".join(f"{words(long // 2)}\n\n" for _ in range(chance.randint(1, 4))),
                list_id=chance.choice(("", "news.towns.example", "Our news <news.towns.example>")),
                unsubscribe=chance.choice(
                    ("", address, f"{address}, mailto:leave@towns.example?subject=leave")
                ),
            ),
        )


def faults(message: bytes, meant: Letter) -> Iterator[str]:
    """Whatever RFC 5322, 2045, 2047, 2369, 2919 or 8058 would mind, and every word that changed."""
    head, _, rest = message.decode("ascii").partition(LINE * 2)
    if "\n" in message.decode().replace(LINE, ""):
        yield "a line end that is none"
    for line in head.split(LINE):
        if len(line) > 998 or (len(line) > 78 and "<https://" not in line):
            yield f"a header line of {len(line)}"
    for word in re.findall(r"=\?[^?]+\?[^?]+\?[^?]*\?=", head):
        if len(word) > 75:
            yield f"an encoded word of {len(word)}"
    if max(map(len, rest.split(LINE))) > 76:
        yield "a line of the body that is too long"
    raw = [line.partition(": ") for line in re.sub(r"\r\n[ \t]", " ", head).split(LINE)]
    listed = {name: value for name, _, value in raw if name.startswith("List-")}
    wanted = [f"<{address}>" for address in meant.unsubscribe.split(", ") if address]
    if listed.get("List-Unsubscribe", "") != ", ".join(wanted):
        yield f"List-Unsubscribe is {listed.get('List-Unsubscribe')!r}"
    if ("List-Unsubscribe-Post" in listed) != bool(meant.unsubscribe):
        yield "one-click where it is not, or not where it is"
    if meant.list_id and not re.fullmatch(
        r"(?:[A-Za-z0-9 ]+ )?<news\.towns\.example>", listed["List-Id"]
    ):
        yield f"List-Id is {listed['List-Id']!r}"
    yield from differences(message, meant)


def differences(message: bytes, meant: Letter) -> Iterator[str]:
    read = mails.message_from_bytes(message, policy=POLICY)
    assert isinstance(read, EmailMessage)
    if defects := [part.defects for part in read.walk() if part.defects]:
        yield f"it is defective: {defects}"
    if str(read["Subject"]) != unicodedata.normalize("NFC", meant.subject):
        yield f"the subject is {read['Subject']!r}"
    if [box.addr_spec for box in read["From"].addresses] != ["news@towns.example"]:
        yield f"the sender is {read['From']!r}"
    for kind, said in (("html", meant.html), ("plain", meant.text)):
        part = read.get_body((kind,))
        if part is None or part.get_content().replace(LINE, "\n") != said:
            yield f"the {kind} part is another"


def judge(judged: Iterable[tuple[str, Letter]]) -> None:
    found: dict[str, list[str]] = {}
    for language, meant in judged:
        told = list(faults(eml.render(letter_with(meant)), meant))
        if told:
            found.setdefault(language, []).extend(told)
    assert found == {}


def test_nine_hundred_messages_in_24_languages_are_flawless() -> None:
    judge(letters(900))


@pytest.mark.soak
@pytest.mark.parametrize("part", range(2))
def test_ten_thousand_messages_are(part: int) -> None:
    judge(itertools.islice(letters(10_000), part, None, 2))


class Postman:
    """A server that keeps what it is handed."""

    def __init__(self) -> None:
        self.bag: list[bytes] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.bag.append(envelope.content)
        return "250 OK"


def test_the_way_through_a_server_changes_nothing() -> None:
    sent = [eml.render(letter_with(meant)) for _, meant in letters(48)]
    sent += [content["newsletter.eml"] for content in (sample("en"), sample("fr"))]
    postman = Postman()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(postman, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with smtplib.SMTP("127.0.0.1", port) as line:
            for message in sent:
                line.sendmail("news@towns.example", ["reader@example.org"], message)
    finally:
        controller.stop()
    assert postman.bag == sent


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_spam_filter_has_a_reason_to_stop_the_letter(language: str) -> None:
    # A draft has no reader yet; the tool that sends it writes that line.
    message = b"To: reader@example.org\r\n" + sample(language)["newsletter.eml"]
    score, rules = suspicions(message)
    assert (score <= 0.0, rules) == (True, ())


def test_the_sample_letters_are_flawless_messages() -> None:
    for language in ("en", "fr"):
        made: dict[str, Any] = dict(sample(language))
        head, _, rest = made["newsletter.eml"].decode("ascii").partition(LINE * 2)
        assert max(map(len, head.split(LINE))) <= 78
        assert max(map(len, rest.split(LINE))) <= 76
        read = mails.message_from_bytes(made["newsletter.eml"], policy=email.policy.default)
        assert isinstance(read, EmailMessage)
        part = read.get_body(("plain",))
        assert part is not None
        assert part.get_content().replace(LINE, "\n") == made["newsletter.txt"].decode()
