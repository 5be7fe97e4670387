"""Tables stand on the page, and no number of theirs is divided."""

from __future__ import annotations

import pytest

from pipeline import tabular

WORDS = ["Gemeinde", "Öffnungsstunden", "Bibliotheksausweise", "Entlehnungen", "Veränderung"]


def table(*rows: list[str]) -> str:
    told = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tbody>{told}</tbody></table>"


@pytest.mark.parametrize(
    ("html", "measures", "classes"),
    [
        (table(WORDS[:2]), (38, 58), ""),
        (table(WORDS), (38, 58), "broad"),
        (table(WORDS), (38,), "tight"),
        (table(WORDS * 2), (38, 58), "broad tight"),
        (table(["1.234.567"] * 20), (38, 58), "broad tight tightest"),
        (table(["A sentence of many short words that are set in several lines"] * 6), (38,), ""),
    ],
)
def test_a_table_is_set_as_small_as_its_words_ask_for(html, measures, classes):
    made = tabular.fitted(f"<p>One</p>{html}", *measures)
    assert made == f"<p>One</p>{html}".replace(
        "<table>", f'<table class="{classes}">' if classes else "<table>"
    )


def test_what_a_table_is_called_already_stays():
    html = table(WORDS).replace("<table>", '<table class="own" id="a">')
    assert '<table class="tight own" id="a">' in tabular.fitted(html, 30)


def test_columns_share_what_is_left_by_what_they_say():
    told = [["Ort", "Rom"], ["1.234.567"], ["Ein langer Satz mit vielen Wörtern"]]
    wide = tabular.widths(told, 30)
    assert sum(wide) == pytest.approx(30)
    assert wide[0] < wide[1] < wide[2]
    assert all(w >= tabular.widest(cells) for w, cells in zip(wide, told, strict=True))
    assert sum(tabular.widths(told, 5)) == pytest.approx(5)
    assert tabular.widths([["a"], []], 9)[1] > 0
