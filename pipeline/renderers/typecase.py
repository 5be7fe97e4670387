"""The type we set in: two families, two for Arabic and Hebrew, the machine's Noto for the rest."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.errors import BroadsideError, Finding
from pipeline.model.texts import NOWHERE

PACKAGES = ("font_source_serif_pro", "font_source_sans_pro")
FAMILIES = ("Source Serif Pro", "Source Sans Pro")
"""The names that CSS knows them by."""
BESIDE = "justmytype_intl_rtl"
# Under names of our own: a machine may have Noto for these scripts, too, in another version.
SCRIPTS = {"Broadside Arabic": "notosansarabic", "Broadside Hebrew": "notosanshebrew"}
"""Families for the scripts that ours lack -> their folder in the package beside."""
OURS = (*FAMILIES, *SCRIPTS)

# Wherever a system or its package manager keeps fonts; missing folders do no harm.
SHELVES = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
)
STAND_INS = {
    "serif": ("Source Serif Pro", "Noto Serif"),
    "sans-serif": ("Source Sans Pro", "Noto Sans"),
    "monospace": ("Source Sans Pro", "Noto Sans Mono"),
}
# Spaces and joiners that the faces lack and HarfBuzz makes from those they have; without them, a
# line with a narrow space in it would take up another font.
SPACES = (*range(0x2000, 0x2010), 0x202F, 0x205F, 0x2060, 0xFEFF)
# Every face of ours comes as OTF and as TTF; two of each would leave the choice to chance.
REFUSED = ("otf", "ttf", "ttc", "otc", "pfa", "pfb", "pcf", "pcf.gz", "bdf", "woff", "woff2")

CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{shelves}
<cachedir>/var/cache/fontconfig</cachedir>
<cachedir prefix="xdg">fontconfig</cachedir>
<selectfont>
<acceptfont>{accepted}<glob>/*/Noto*</glob></acceptfont>
<rejectfont>{refused}</rejectfont>
</selectfont>
{aliases}
<match target="pattern"><edit name="family" mode="append_last" binding="strong">\
<string>Source Sans Pro</string>{others}</edit></match>
{borrowed}
{renamed}
<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""


@contextmanager
def opened() -> Iterator[None]:
    """Fontconfig sees our type, and this machine's habits have no say.

    Fontconfig asks once, when WeasyPrint is imported or a font configuration made; afterwards
    the file is gone and the environment as it was.
    """
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".conf") as file:
        file.write(configuration())
        file.flush()
        # Looking for libraries does not start a compiler thirty times where no program is. Of an
        # empty PATH, it would start a linker that lies in the folder where the command is typed.
        with _environment(FONTCONFIG_FILE=file.name, FC_LANG="en", PATH=os.devnull):
            yield


@contextmanager
def undated() -> Iterator[None]:
    """A font of many weights is cut to one before it is embedded, and would say when."""
    with _environment(SOURCE_DATE_EPOCH="0"):
        yield


def configuration() -> str:
    _check()
    ours = [str(_folder(package, "files")) for package in PACKAGES]
    # Without them the machine's own stand in, and that is told.
    scripts = {
        name: _folder(BESIDE, "fonts", "ofl", part) for name, part in SCRIPTS.items()
        if find_spec(BESIDE)
    }  # fmt: skip
    ours += map(str, scripts.values())
    return CONFIGURATION.format(
        shelves="\n".join(f"<dir>{escape(shelf)}</dir>" for shelf in (*ours, *SHELVES)),
        accepted="".join(f"<glob>{escape(_ending(folder))}/*.ttf</glob>" for folder in ours),
        refused="".join(f"<glob>/*.{ending}</glob>" for ending in REFUSED),
        borrowed="\n".join(map(_with_spaces, FAMILIES)),
        others="".join(f"<string>{name}</string>" for name in scripts),
        renamed="\n".join(_renamed(folder, name) for name, folder in scripts.items()),
        aliases="\n".join(_alias(family, names) for family, names in STAND_INS.items()),
    )


def _ending(folder: str) -> str:
    """Fontconfig 2.17 finds nothing where a glob begins with a folder and ends with a name, and
    2.15 puts the folder in which a command is typed before one that does not begin with a stroke.
    """
    return "/".join(("/*", *Path(folder).parts[-2:]))


def _check() -> None:
    """No page is set in whatever type a machine happens to have."""
    folders = zip(FAMILIES, (_folder(package, "files") for package in PACKAGES), strict=True)
    gone = [family for family, folder in folders if not any(folder.glob("*.ttf"))]
    if gone:
        message = f"the fonts of the house are not installed: {', '.join(gone)}"
        raise BroadsideError(Finding("P108", message, "type: make setup", NOWHERE))


def _folder(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return Path(package)
    return Path(spec.submodule_search_locations[0], *parts)


def _renamed(folder: Path, family: str) -> str:
    edit = f'<edit name="family" mode="assign"><string>{family}</string></edit>'
    file = f'<test name="file" compare="contains"><string>{escape(str(folder))}</string></test>'
    return f'<match target="scan">{file}{edit}</match>'


def _alias(family: str, names: tuple[str, ...]) -> str:
    preferred = "".join(f"<family>{name}</family>" for name in names)
    return f"<alias><family>{family}</family><prefer>{preferred}</prefer></alias>"


def _with_spaces(family: str) -> str:
    spaces = "".join(f"<int>{space}</int>" for space in SPACES)
    return (
        f'<match target="font"><test name="family"><string>{family}</string></test>'
        '<edit name="charset" mode="assign"><plus><name>charset</name>'
        f"<charset>{spaces}</charset></plus></edit></match>"
    )


@contextmanager
def _environment(**variables: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
