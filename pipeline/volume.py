"""The byte code of what a letter imports, bound in one file when Broadside is set up.

To look for hundreds of modules, and to open each, takes a start longer than what they do.
"""

from __future__ import annotations

import _thread
import marshal
import mmap
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ExtensionFileLoader, ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

# As nothing else has been loaded yet, nothing is used here that would have to be.
PLACE = os.path.join(sys.prefix, "stereotypes", "volume")
LATER = frozenset(
    (
        *("base64", "bz2", "ctypes", "difflib", "hashlib", "heapq", "inspect", "ipaddress"),
        *("json", "lzma", "ntpath", "tempfile", "textwrap", "tokenize", "traceback"),
        *(f"pipeline.{name}" for name in ("checks.earlier", "checks.reading_back")),
        *("pipeline.grammarians", "pipeline.voices"),
    )
)
"""What is imported, and seldom asked for anything."""
Leaf = tuple[str, str, str | None, tuple[int, int] | None, int, int]
"""The folder in which a module was found, its file, and where Python keeps its byte code, if it
has any; when the file was written and how long it is; from where to where its code stands."""


def lay_open(path: str = PLACE) -> None:
    """Henceforth modules come out of the volume at *path*, if it was bound for this Python."""
    content = mapped(path)
    head = 8 + int.from_bytes(content[:8], "big")
    codes = content[head:]
    try:
        edition, length, leaves = marshal.loads(content[8:head])  # noqa: S302 - beside the packages
    except (EOFError, TypeError, ValueError):
        return
    if (edition, length) == (_edition(), len(codes)):
        # What it holds, Python has found by going through all others, folders last.
        sys.meta_path.insert(0, Volume(codes, leaves))


def mapped(path: str) -> memoryview:
    """What lies in a file of which little will be read; nothing of one that is not there."""
    try:
        with open(path, "rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return memoryview(b"")


def _edition() -> tuple[str, int, tuple[str, ...]]:
    """Another Python has other byte code, and who looks elsewhere finds other modules."""
    return (sys.version, sys.flags.optimize, tuple(sys.path))


class Volume:
    """A finder of modules, among those of `sys.meta_path`."""

    def __init__(self, content: memoryview, leaves: dict[str, Leaf]) -> None:
        self._content = content
        self._leaves = leaves

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the module stands here; nothing when its file is not as it was any more."""
        leaf = self._leaves.get(name)
        if leaf is None:
            return None
        folder, source, cached, stamp, begin, end = leaf
        if folder not in (sys.path if path is None else path) or _stamp(source) != stamp:
            return None
        if cached is None:
            return _spec(name, ExtensionFileLoader(name, source), source, folder)
        reader = _Postponed if name in LATER else _Reader
        spec = _spec(name, reader(name, source, self._content[begin:end]), source, folder)
        spec.cached = cached
        return spec


class _Reader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: memoryview) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, _: str) -> CodeType:
        code: CodeType = marshal.loads(self._code)  # noqa: S302 - as it lies beside the packages
        return code


class _Postponed(_Reader):
    """Reads a module when something of it is asked for."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        if isinstance(module, _Later):
            vars(module)[_UNREAD] = super().exec_module
        else:
            super().exec_module(module)


_UNREAD = " unread"
_ALONE = _thread.RLock()


class _Later(ModuleType):
    def __getattribute__(self, name: str) -> object:
        # Whoever looks through all modules, or imports one, asks for such names of each.
        if not name.startswith("__") or name == "__all__":
            # Another thread waits until all is there: what is already may need what is not.
            with _ALONE:
                read = vars(self).pop(_UNREAD, None)
                if read:
                    read(self)
                    self.__class__ = ModuleType  # type: ignore[assignment]
        return ModuleType.__getattribute__(self, name)


def _spec(
    name: str, loader: SourceFileLoader | ExtensionFileLoader, source: str, folder: str
) -> ModuleSpec:
    home = os.path.dirname(source)
    spec = ModuleSpec(name, loader, origin=source, is_package=home != folder)
    spec.has_location = True
    if spec.submodule_search_locations is not None:
        spec.submodule_search_locations.append(home)
    return spec


def _stamp(source: str) -> tuple[int, int] | None:
    try:
        found = os.stat(source)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def bound() -> bytes:
    """All that this process has imported and that has byte code, as a volume."""
    leaves: dict[str, Leaf] = {}
    codes: list[bytes] = []
    begin = 0
    for name, module in sorted(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        code = _code(spec) if spec and spec.name == name else None
        if code is None or spec is None or spec.origin is None:
            continue
        home = os.path.dirname(spec.origin)
        folder = home if spec.submodule_search_locations is None else os.path.dirname(home)
        cached = spec.cached if code else None
        end = begin + len(code)
        leaves[name] = (folder, spec.origin, cached, _stamp(spec.origin), begin, end)
        codes.append(code)
        begin = end
    head = marshal.dumps((_edition(), begin, leaves))
    return b"".join([len(head).to_bytes(8, "big"), head, *codes])


def _code(spec: ModuleSpec) -> bytes | None:
    """The byte code of a module; empty for one in machine code, nothing for any other."""
    if type(spec.loader) is ExtensionFileLoader:
        return b""
    if type(spec.loader) is not SourceFileLoader:
        return None
    return marshal.dumps(spec.loader.get_code(spec.name))
