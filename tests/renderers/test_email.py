"""The letter: everything that inlining could spoil, and what mail programs do to it afterwards."""

from __future__ import annotations

import dataclasses
import io
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

import pytest
from PIL import Image

from pipeline.errors import DeclarationError, Level, Location
from pipeline.model.editions import Run
from pipeline.model.house import Brand, Mail
from pipeline.model.sources import Story
from pipeline.model.texts import Link, Picture, Text
from pipeline.renderers import email, letter, letter_faults, merge_tags, pictures, web
from tests.renderers.mail_jobs import (
    ROOT,
    codes,
    edition,
    findings,
    full,
    job,
    page,
    rendered,
    sample,
    story,
    text,
    typesetter,
)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    asked: list[Any] = []

    def refuse(*where: Any, **_: Any) -> None:
        asked.append(where)
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return asked


# --- the traps ---------------------------------------------------------------------------------


def test_a_linked_style_sheet_is_never_fetched_and_is_reported(no_network: list[Any]) -> None:
    told = page().replace(
        "</head>", '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head>'
    )
    assert "stylesheet" not in rendered(told)
    assert "M105" in codes(told)
    assert no_network == []


def test_an_imported_style_sheet_is_never_fetched_and_is_reported(no_network: list[Any]) -> None:
    css = "@import url(http://127.0.0.1:9/imp.css); p{color:#112233}"
    assert 'style="color:#112233"' in rendered(page(css=css))
    assert "M105" in codes(page(css=css))
    assert no_network == []


def test_even_cssutils_itself_cannot_fetch_while_a_letter_is_made(
    no_network: list[Any], tmp_path: Path
) -> None:
    import cssutils

    secret = tmp_path / "secret.css"
    secret.write_text("p{color:#abcdef}")
    with email.quiet_cssutils() as said:
        for url in ("http://127.0.0.1:9/never-seen.css", secret.as_uri()):
            sheet = cssutils.parseString(f"@import url({url});")
            assert b"abcdef" not in sheet.cssText
    assert said
    assert no_network == []


def test_a_relative_style_sheet_is_left_out_instead_of_stopping_the_press() -> None:
    told = page().replace("</head>", '<link href="mail.css" rel="stylesheet"></head>')
    assert "mail.css" not in rendered(told)
    assert "M105" in codes(told)


def test_important_rules_for_phones_and_the_dark_are_kept_word_for_word() -> None:
    kept = "@media (max-width:599px){.a{width:100%!important}}"
    assert kept in rendered(page('<p class="a">x</p>', kept=kept))


def test_kept_rules_lose_their_blanks_and_long_names_but_nothing_else() -> None:
    kept = """
    /* For phones. */
    @media (max-width: 599px) {
      .wide-column, u + .body .m { width: 100% !important; background: url(a.button.png); }
    }
    """
    body = '<p class="wide-column m">x</p><p class="m wide-column other">y</p>'
    made = rendered(page(body, kept=kept))
    assert (
        "<style>@media (max-width:599px)"
        "{.a,u + .body .m{width:100%!important;background:url(a.button.png)}}</style>"
    ) in made
    assert '<p class="a m">x</p><p class="m a">y</p>' in made


def test_a_kept_sheet_that_gmail_would_drop_is_reported() -> None:
    kept = "".join(f".a{{top:{number}px}}\n" for number in range(700))
    assert "M109" in codes(page('<p class="a">x</p>', kept=kept))


def test_rules_that_premailer_does_not_know_are_kept_word_for_word() -> None:
    kept = (
        "@font-face{font-family:x;src:local(x)}@supports (display:grid){.a{display:grid}}"
        "@keyframes k{from{top:0}}@layer l{.a{top:0}}"
    )
    assert kept in rendered(page(kept=kept))
    assert "M106" in codes(page(css="@font-face{font-family:x;src:local(x)}"))


def test_rules_for_outlook_on_the_web_and_gmail_are_kept_word_for_word() -> None:
    kept = "[data-ogsc] .a{color:#ffffff!important} u + .body .a{top:0}"
    assert kept in rendered(page('<p class="a">x</p>', kept=kept))


def test_what_cssutils_has_to_say_becomes_a_finding_and_not_a_line_on_the_screen(
    capfd: pytest.CaptureFixture[str],
) -> None:
    css = "p{color:#112233;;mso-hide:all;-webkit-x:y;gap:2px} b{color:;} i{width:calc(1px}"
    told = findings(page(css=css))
    assert capfd.readouterr() == ("", "")
    assert {finding.code for finding in told} >= {"M104"}
    assert all("template" in str(f.location) for f in told if f.code == "M104")


def test_the_same_style_sheet_is_reported_again_for_the_next_letter() -> None:
    css = "b{color:;} i{width:calc(1px}"
    first, second = (
        [str(f) for f in findings(page("<b>x</b>", css=css)) if f.code == "M104"] for _ in "12"
    )
    assert first
    assert first == second


@pytest.mark.parametrize(
    ("profile", "tag"),
    [
        ("generic", "https://a.org/leave"),
        ("listmonk", "{{ UnsubscribeURL }}"),
        ("mailchimp", "*|UNSUB|*"),
        ("brevo", "{{ unsubscribe }}"),
    ],
)
def test_the_tag_of_the_sending_tool_arrives_as_the_tool_writes_it(profile: str, tag: str) -> None:
    mail = Mail(profile=profile, unsubscribe="https://a.org/leave")
    told = page(f'<a href="{merge_tags.TOKENS["unsubscribe"]}">Leave</a>')
    assert f'<a href="{tag}">Leave</a>' in rendered(told, made_up=edition(mail))


def test_addresses_that_are_not_pages_stay_as_they_are() -> None:
    links = '<a href="#top">a</a><a href="sms:+33">b</a><a href="tel:+33">c</a>'
    assert links in rendered(page(links + '<a href="mailto:a@b.org">d</a>'))


def test_widths_and_colours_do_not_overwrite_what_the_template_says() -> None:
    css = "td{width:100%;height:auto;text-align:left;vertical-align:top;background-color:#ffffff}"
    made = rendered(page('<table><tr><td width="168">x</td></tr></table>', css=css))
    assert re.search(r'<td width="168" style="[^"]*">', made)
    assert not re.search(r"<td[^>]* (height|align|valign|bgcolor)=", made)


def test_no_blank_is_put_between_columns() -> None:
    columns = "<div><div>a</div><!--[if mso]></td><td><![endif]--><div>b</div></div>"
    assert columns in rendered(page(columns))


def test_colours_keep_their_six_digits() -> None:
    made = rendered(page(css="p{color:#ffffff;background-color:#112233}"))
    assert "color:#ffffff;background-color:#112233" in made


def test_a_fallback_pair_of_which_only_one_would_survive_is_reported() -> None:
    css = ".a{background:#ffffff;background:linear-gradient(#ffffff,#000000)}"
    assert "M106" in codes(page(css=css))


@pytest.mark.parametrize("value", ["rgb(0 0 0 / 50%)", "var(--ink)", "oklch(50% 0 0)"])
def test_a_modern_colour_that_would_be_lost_is_reported(value: str) -> None:
    assert "M106" in codes(page(css=f".a{{color:{value}}}"))


def test_variables_are_reported() -> None:
    assert "M106" in codes(page(css=".a{--ink:#000000}"))


@pytest.mark.parametrize("selector", ["a[href]", "p:not(.b)", "li:nth-child(2)", "a:hover", "#x"])
def test_a_selector_that_is_weighed_wrongly_is_reported(selector: str) -> None:
    assert "M106" in codes(page(css=f"{selector}{{color:#112233}}"))


def test_shorthands_beside_their_longhands_are_reported() -> None:
    assert "M106" in codes(page(css=".a{padding:10px;padding-left:5px}"))
    assert "M106" not in codes(page(css=".a{padding:10px;border-collapse:collapse}"))


def test_no_style_beside_an_element_says_important_and_the_sheet_that_did_is_reported() -> None:
    made = rendered(page('<p style="color:#000000 !important">x</p>', css="b{top:0!important}"))
    assert "important" not in made
    assert "M106" in codes(page(css="p{color:#ff0000!important}"))


def test_comments_for_outlook_stay_byte_for_byte() -> None:
    comment = "<!--[if mso]><table class=\"a\"><tr><td width='600'><![endif]-->"
    assert comment in rendered(page(comment + "<p>x</p>", css=".a{top:0}"))


def test_a_bare_conditional_comment_is_reported_and_the_closed_form_is_not() -> None:
    assert "M105" in codes(page("<![if !mso]><p>x</p><![endif]>"))
    assert codes(page("<!--[if !mso]><!--><p>x</p><!--<![endif]-->")) == set()


def test_the_doctype_is_that_of_html5_and_an_old_one_is_reported() -> None:
    assert rendered(page()).startswith("<!DOCTYPE html>\n<html")
    xhtml = page().replace(
        "<!DOCTYPE html>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
    )
    assert "M105" in codes(xhtml)


def test_entities_and_accents_leave_as_utf_8() -> None:
    made = rendered(page("<p>caf&eacute;&nbsp;&zwnj;&#847;€</p>"))
    assert "café\u00a0\u200c\u034f€" in made
    assert "M105" in codes(page().replace('<meta charset="utf-8">', ""))


def test_premailer_is_only_imported_when_a_letter_is_made() -> None:
    told = "import sys, pipeline.renderers.email; print('premailer' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout == "False\n"


# --- what else gets lost -----------------------------------------------------------------------


def test_an_empty_page_is_the_fault_of_the_template() -> None:
    with pytest.raises(DeclarationError, match="M105 the letter is empty"):
        rendered(" \n")


def test_an_xml_declaration_does_no_harm() -> None:
    assert "<p>Hello</p>" in rendered('<?xml version="1.0" encoding="utf-8"?>' + page())


def test_a_comment_before_the_doctype_is_reported_because_it_gets_lost() -> None:
    assert {"M105", "M102"} <= codes("<!--[if mso]>x<![endif]-->" + page())


def test_content_nested_too_deep_is_reported_before_it_disappears() -> None:
    deep = page("<div>" * 300 + "<p>the end</p>" + "</div>" * 300)
    assert {"M103", "M102"} <= codes(deep)
    assert codes(page("<div>" * 150 + "<p>the end</p>" + "</div>" * 150)) == set()


def test_lost_words_are_named() -> None:
    deep = page("<div>" * 300 + "<p>farewell dear reader</p>" + "</div>" * 300)
    [finding] = [f for f in findings(deep) if f.code == "M102"]
    assert "3 words" in finding.message
    assert "farewell dear reader" in finding.message
    assert finding.level is Level.ERROR


def test_a_selector_that_no_parser_understands_is_the_fault_of_the_template() -> None:
    with pytest.raises(DeclarationError, match="M104"):
        rendered(page(css="p:nth-child{top:0}"))


def test_notes_to_ourselves_and_classes_nobody_styles_are_left_out() -> None:
    body = '<p class="a b" data-item="x" data-untagged>x</p>'
    made = rendered(page(body, css=".a{top:0}", kept=".b{top:0}"))
    assert '<p class=b style="top:0">x</p>' in made


def test_words_that_look_like_our_notes_stay_words() -> None:
    words = '<p>a data-item="x" b &lt;img src="y"&gt;</p>'
    assert words in rendered(page(words))


def test_text_that_looks_like_a_tag_of_a_sending_tool_leaves_as_entities() -> None:
    made = rendered(page("<p>{{ secrets }} {% x %} *|EMAIL|*</p>"))
    assert "<p>&#123;&#123; secrets }} &#123;% x %} &#42;|EMAIL|*</p>" in made
    assert "{{" not in made
    assert "*|" not in made
    assert " ".join(letter.Anatomy(made).words).endswith("{{ secrets }} {% x %} *|EMAIL|*")


def test_the_tags_of_a_finished_letter_are_those_that_were_placed() -> None:
    brevo = edition(Mail(profile="brevo"))
    told = page(f'<a href="{merge_tags.TOKENS["unsubscribe"]}">Leave</a>')
    assert "M108" not in codes(told, made_up=brevo)
    strange = merge_tags.strangers("{{ unsubscribe }}{{ evil }}", told, brevo)
    assert strange == {"{{ evil }}": 1}
    assert merge_tags.strangers("nothing", told, brevo) == {"{{ unsubscribe }}": -1}


def test_a_letter_without_an_address_to_leave_by_shows_the_gap_and_says_so() -> None:
    told = page(f'<a href="{merge_tags.TOKENS["unsubscribe"]}">Leave</a>')
    nobody = edition(Mail())
    assert 'href="[[unsubscribe]]"' in rendered(told, made_up=nobody)
    [finding] = findings(told, made_up=nobody)
    assert finding.code == "M110"
    assert "'mail: {unsubscribe: https://…}'" in finding.remedy
    typed = Location(PurePath("sources/organisation.yaml"), 9, 1)
    house = dataclasses.replace(nobody.organisation, keys={"mail": typed})
    [finding] = findings(told, made_up=dataclasses.replace(nobody, organisation=house))
    assert finding.location == typed


def test_all_the_gaps_of_a_letter_are_one_line() -> None:
    tokens = (merge_tags.TOKENS[name] for name in ("unsubscribe", "calendar", "view_online"))
    told = page("".join(f'<a href="{token}">Go</a>' for token in tokens))
    [finding] = findings(told, made_up=edition(Mail()))
    assert "'agenda.ics' and '[[unsubscribe]]' and 'web.html'" in finding.message
    assert "'mail: {online: https://…, unsubscribe: https://…}'" in finding.remedy


def test_what_is_online_leads_to_where_it_is_and_else_to_the_files_beside() -> None:
    told = page(f'<a href="{merge_tags.TOKENS["calendar"]}">Dates</a>')
    online = edition(Mail(online="https://a.org/letters/"))
    assert 'href="https://a.org/letters/2026-06/en/agenda.ics"' in rendered(told, made_up=online)
    assert 'href="agenda.ics"' in rendered(told)


def test_a_letter_leads_to_a_calendar_only_where_there_is_one() -> None:
    whole = full()
    mail = dataclasses.replace(whole.organisation.mail, online="")
    house = dataclasses.replace(whole.organisation, mail=mail)
    for made_up, count in ((whole, 1), (dataclasses.replace(whole, organisation=house), 0)):
        for template in ("newsletter.html", "newsletter.txt"):
            told = typesetter().set(made_up, template)
            assert told.count(merge_tags.TOKENS["calendar"]) == count


# --- links and pictures ------------------------------------------------------------------------


def test_campaign_tags_are_added_once_to_every_link_but_members_and_tokens() -> None:
    mail = Mail(utm={"source": "letter", "utm_medium": "mail"}, unsubscribe="https://a.org/x")
    body = (
        '<a href="https://a.org/">1</a>'
        '<a href="https://a.org/?a=1&amp;utm_source=web#f">2</a>'
        '<a href="https://a.org/in" data-untagged>3</a>'
        '<a href="https://unsubscribe.invalid/">4</a>'
        '<a href="mailto:a@a.org">5</a>'
    )
    made = re.findall(r'href="([^"]*)"', rendered(page(body), made_up=edition(mail)))
    assert made == [
        "https://a.org/?utm_source=letter&amp;utm_medium=mail",
        "https://a.org/?a=1&amp;utm_source=web&amp;utm_medium=mail#f",
        "https://a.org/in",
        "https://a.org/x",
        "mailto:a@a.org",
    ]


def test_without_campaign_tags_links_stay_as_they_are() -> None:
    link = '<a href="https://a.org/?b=c&amp;d">x</a>'
    assert link in rendered(page(link))


def painted(width: int, height: int, format: str = "PNG") -> bytes:
    image = Image.effect_mandelbrot((width, height), (-2, -1, 1, 1), 20)
    written = io.BytesIO()
    image.save(written, format)
    return written.getvalue()


PICTURE = "https://build.invalid/images/towns/riga.png"


@pytest.mark.parametrize(("width", "size"), [(400, (800, 533)), (168, (640, 427)), (60, (120, 80))])
def test_a_picture_stands_beside_the_letter_at_twice_its_width_or_that_of_a_phone(
    width: int, size: tuple[int, int]
) -> None:
    assets = {PICTURE: painted(900, 600)}
    made = rendered(page(f'<img src="{PICTURE}" width="{width}" alt="">'), assets=assets)
    assert f'<img src="images/towns/riga.png" width="{width}" alt="">' in made
    [(name, content)] = pictures.beside(made, assets).items()
    assert name == "towns/riga.png"
    assert Image.open(io.BytesIO(content)).size == size


def test_a_picture_leads_to_its_host_where_there_is_one() -> None:
    hosted = edition(Mail(images="https://a.org/letter"))
    told = page(f'<img src="{PICTURE}" width="168" alt="">')
    made = rendered(told, made_up=hosted, assets={PICTURE: painted(900, 600)})
    assert 'src="https://a.org/letter/towns/riga.png"' in made


def test_a_picture_of_a_kind_outlook_cannot_show_is_changed_with_its_name() -> None:
    asset = PICTURE.replace("png", "webp")
    assets = {asset: painted(900, 600, "WEBP")}
    made = rendered(page(f'<img src="{asset}" width="168" alt="">'), assets=assets)
    [(name, content)] = pictures.beside(made, assets).items()
    assert re.search(r"riga\.webp\.(png|jpg)$", name)
    assert f'src="images/{name}"' in made
    assert Image.open(io.BytesIO(content)).format in ("PNG", "JPEG")


def test_a_picture_in_running_text_gets_the_width_it_has_or_that_of_the_column() -> None:
    text_ = page(f'<p><img src="{PICTURE}" alt="A"></p>')
    small = Picture(
        name="towns/riga.png", alt=text("A"), credit=text("B"), licence="C", width=90, height=60
    )
    assets = {PICTURE: painted(900, 600)}
    for render in (email.render, web.render):
        assert b'<img src="images/towns/riga.png"' in render(job(text_, assets=assets)[0])
        assert b'width="528"' in render(job(text_, assets=assets)[0])
        measured = job(text_, edition(pictures=(small,)), assets)[0]
        assert b'width="90" height="60"' in render(measured)


def test_scaling_the_same_picture_gives_the_same_bytes() -> None:
    asset = painted(700, 300, "JPEG")
    first = pictures.for_letter(asset, 100)
    pictures.for_letter.cache_clear()
    assert pictures.for_letter(asset, 100) == first


# --- weight ------------------------------------------------------------------------------------


def heavy(bytes_: int) -> str:
    return page(
        '<div data-item="light"><p>short</p></div>'
        f'<div data-item="long-story"><p>{"word " * (bytes_ // 5)}</p></div>'
        '<div data-item=""></div>'
    )


def test_a_letter_whose_template_marks_no_items_may_be_too_heavy_all_the_same() -> None:
    [finding] = [one for one in findings(page("<p>word</p>" * 20_000)) if one.code == "M100"]
    assert finding.remedy == "shorten the letter"


def test_a_letter_that_gmail_would_cut_is_an_error_that_names_the_heaviest_items() -> None:
    [finding] = findings(heavy(101_000))
    assert (finding.code, finding.level) == ("M100", Level.ERROR)
    assert "Gmail cuts it off at 102,400" in finding.message
    assert finding.remedy.startswith("shorten or leave out 'long-story' (101,")


def test_a_letter_that_nears_the_limit_is_a_warning_and_a_light_one_is_nothing() -> None:
    [finding] = findings(heavy(85_000))
    assert (finding.code, finding.level) == ("M101", Level.WARNING)
    assert findings(heavy(60_000)) == []


# --- the newsletter's own template -------------------------------------------------------------


@pytest.fixture(scope="module")
def set_letter() -> Callable[..., str]:
    setter = typesetter()
    return lambda made_up, name="newsletter.html": setter.set(made_up, name)


def test_twelve_items_and_eight_dates_weigh_about_a_third_of_what_gmail_shows(
    set_letter: Callable[..., str],
) -> None:
    told = set_letter(full())
    made = rendered(told, made_up=full())
    assert findings(told, made_up=full()) == []
    assert len(made.encode()) <= 36_000
    assert sum(map(len, email.sheets(made))) <= 4_096


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_sample_keeps_to_its_weight_with_thirteen_dates(language: str) -> None:
    # Each range of days that stays on one line takes 46 bytes.
    assert len(sample(language)["newsletter.html"]) <= 36_500


def test_a_figure_is_a_division_in_a_letter() -> None:
    page = "<!DOCTYPE html><body><figure class=q><p>a</p><figcaption>b</figcaption></figure>"
    assert email.bare(page) == ("<!DOCTYPE html><body><div class=q><p>a</p><div>b</div></div>")


def test_every_column_that_outlook_sees_has_its_width(set_letter: Callable[..., str]) -> None:
    made = rendered(set_letter(full()), made_up=full())
    columns = re.findall(r"<!--\[if mso\]></td>(<td[^>]*>)<!\[endif\]-->", made)
    assert set(columns) == {"<td width=168>"}
    assert made.count("<tr valign=top><td width=360>") == len(columns)


def test_a_further_item_weighs_less_than_two_thousand_bytes(
    set_letter: Callable[..., str],
) -> None:
    run = Run(name="more", label="", items=tuple(story(number) for number in range(20, 30)))
    more = dataclasses.replace(full(), sections={**full().sections, "more": run})
    short, long = (len(rendered(set_letter(one), made_up=one)) for one in (full(), more))
    assert (long - short) / 10 <= 2_000


@pytest.mark.parametrize(
    ("height", "wide", "room"), [(1000, 1, "36.5mm"), (2400, 0, "53.8mm")], ids=["lying", "upright"]
)
def test_an_upright_picture_never_fills_a_screen_nor_half_a_page(
    set_letter: Callable[..., str], height: int, wide: int, room: str
) -> None:
    made_up = full()
    opener = next(iter(made_up.sections.values())).items[0]
    assert opener.image
    object.__setattr__(opener, "image", dataclasses.replace(opener.image, height=height))
    assert set_letter(made_up).count('class="wide"') == wide
    assert f"min-height: {room}" in set_letter(made_up, "print.html").split("</article>")[0]


@pytest.mark.parametrize(("height", "told"), [(400, 1), (2400, 2)])
def test_the_words_of_a_story_stand_beside_its_upright_picture(
    set_letter: Callable[..., str], height: int, told: int
) -> None:
    made_up = full()
    opener, second, *_ = next(iter(made_up.sections.values())).items
    picture = dataclasses.replace(opener.image, height=height)
    object.__setattr__(second, "image", picture)
    words, _ = set_letter(made_up).split('class="small"', 1)
    # All stories say the same here: the first one, and this one beside its picture.
    assert words.count(second.body.html) == told


def test_the_letter_holds_everything_a_newsletter_must_hold(set_letter: Callable[..., str]) -> None:
    made = rendered(set_letter(full()), made_up=full())
    said = " ".join(letter.Anatomy(made).words)
    wanted = (
        *("No 71", "12 June 2026", "English", "Twelve stories", "View online", "Dear reader."),
        *("Street 1", "Riga, Latvia · 14–15 May 2026", "More about town 1", "Did you know?"),
        *("July 2026", "members only", "postponed", "Add to your calendar", "desk@a.org"),
        *("Towns Together", "A. Painter (CC BY 4.0)", "Unsubscribe", "Change your preferences"),
    )
    assert [words for words in wanted if words not in said] == []
    assert 'href="https://a.org/2026-06/fr/web.html?utm_source=letter"' in made


def test_the_letter_stands_without_any_style_sheet(set_letter: Callable[..., str]) -> None:
    made = rendered(set_letter(full()), made_up=full())
    bare = letter_faults.STYLE.sub("", made)
    assert bare.count("max-width:600px") == 1
    assert len(re.findall(r"<h[123][^>]* style=", bare)) == len(re.findall(r"<h[123]\b", bare))
    # Only the agenda is a table to those who listen to the letter.
    assert len(re.findall(r'<table(?![^>]*role="?presentation)', bare)) == 1


def test_the_logo_stands_in_the_masthead_in_pixels_and_is_not_credited(
    set_letter: Callable[..., str],
) -> None:
    drawn = Picture(
        name="logo.svg", alt=text("Towns"), credit=text("S. Tudio"), licence="C", format="svg"
    )
    painted_ = dataclasses.replace(drawn, name="logo.png", format="png", width=600, height=200)
    house = dataclasses.replace(edition().organisation, brand=Brand(logo=drawn, bitmap=painted_))
    made = set_letter(edition(organisation=house, pictures=(painted_, drawn)))
    assert f'<img class="logo" src="{painted_.url}" width="144" height="48" alt="Towns">' in made
    assert "S. Tudio" not in made
    none = dataclasses.replace(house, brand=Brand(logo=drawn))
    assert "<img" not in set_letter(edition(organisation=none, pictures=(drawn,)))


def test_a_logo_that_is_a_drawing_is_shown_by_the_picture_of_the_same_name() -> None:
    made = sample("en")
    assert b'src="images/logo.png"' in made["newsletter.html"]
    assert made["images/logo.png"].startswith(b"\x89PNG")
    assert b"logo.svg" not in made["newsletter.html"]


def test_a_letter_with_nothing_but_one_story_is_laid_out_without_the_rest(
    set_letter: Callable[..., str],
) -> None:
    only = Story(kind="news", slug="a", language="en", title=text("One"), body=text("<p>Two</p>"))
    small = edition(sections={"": Run(name="", label="", items=(only,))})
    made = rendered(set_letter(small), made_up=small)
    said = " ".join(letter.Anatomy(made).words)
    assert "One Two" in said
    assert "Agenda" not in said
    assert "Did you know" not in said
    assert "<img" not in made
    assert set_letter(small, "newsletter.txt").count("One") == 1


def test_a_link_without_words_gets_the_title_of_its_story(set_letter: Callable[..., str]) -> None:
    bare = story(
        1, link_text=Text(), links=(Link(url="https://a.org/m", audience="members"),), image=None
    )
    small = edition(sections={"": Run(name="", label="", items=(bare,))})
    said = " ".join(letter.Anatomy(set_letter(small)).words)
    assert said.count("Read more about Town 1 opens its doors") == 2
    assert said.count("(members only)") == 1


def test_the_letter_is_the_same_under_any_hash_seed(set_letter: Callable[..., str]) -> None:
    told = set_letter(full())
    script = (
        "import sys; from pipeline.renderers import letter, email\n"
        "page = sys.stdin.read()\n"
        "from pathlib import PurePath; from pipeline.errors import Location\n"
        "made = email.inline(page, Location(PurePath('t')), print)\n"
        "print(email.finish(made))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=told.encode(),
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
