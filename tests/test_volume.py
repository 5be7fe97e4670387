"""Modules out of the volume are those that Python would have found, as long as it would."""

import os
import subprocess
import sys

import pytest

from pipeline import casting
from tests.conftest import ROOT

DOOR = """
def knock():
    raise ValueError("who is there?")
"""
BIND = """
import sys
import house.door, house.cellar.coal, zlib
sys.path.pop(0)
from pipeline import volume
sys.stdout.buffer.write(volume.bound())
"""
LOOK = """
import sys
sys.path.pop(0)
from pipeline import volume
volume.lay_open(sys.argv[1])
import importlib, traceback, zlib
import house.cellar.coal
from house import door
try:
    door.knock()
except ValueError:
    print(traceback.format_exc().splitlines()[-2].strip())
print(door.__file__, house.__path__[0], house.cellar.__package__, len(zlib.compress(b"a")))
print(*(type(module.__spec__.loader).__name__ for module in (house, house.cellar, door)))
print(importlib.reload(door) is door, door.__cached__, door.__spec__.has_location)
"""
CARRIED = "_Reader _Reader _Reader"


def run(script, folder, *words, **around):
    path = {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]), **around}
    command = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(command, env={**os.environ, **path}, check=True, capture_output=True)
    return done.stdout


@pytest.fixture
def bound(tmp_path):
    """A house of three rooms, and its volume."""
    for name in ("house/__init__.py", "house/cellar/__init__.py", "house/cellar/coal.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "house" / "door.py").write_text(DOOR)
    (tmp_path / "volume").write_bytes(run(BIND, tmp_path))
    return tmp_path


def looked(folder, **around):
    return run(LOOK, folder, folder / "volume", **around).decode().splitlines()


def test_a_module_is_the_same_out_of_the_volume(bound):
    here = looked(bound)
    assert here[2] == CARRIED
    (bound / "volume").unlink()
    there = looked(bound)
    assert there[2] == "SourceFileLoader SourceFileLoader SourceFileLoader"
    assert [*here[:2], *here[3:]] == [*there[:2], *there[3:]]
    assert here[0] == 'raise ValueError("who is there?")'


def test_a_module_that_was_edited_or_taken_away_is_let_be(bound):
    door = bound / "house" / "door.py"
    stood = door.stat()
    door.write_text(DOOR.replace("who", "WHO"))
    os.utime(door, ns=(stood.st_atime_ns, stood.st_mtime_ns + 1))
    told = looked(bound)
    assert told[0] == 'raise ValueError("WHO is there?")'
    assert told[2] == "_Reader _Reader SourceFileLoader"
    door.unlink()
    with pytest.raises(subprocess.CalledProcessError) as failed:
        looked(bound)
    assert b"cannot import name 'door'" in failed.value.stderr


def test_who_looks_elsewhere_first_does_not_read_in_it(bound, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = os.pathsep.join(map(str, (elsewhere, bound, ROOT)))
    assert CARRIED not in looked(bound, PYTHONPATH=path)
    assert CARRIED not in looked(bound, PYTHONOPTIMIZE="1")


@pytest.mark.parametrize("length", [0, 5, 100, -1])
def test_a_volume_that_is_not_whole_is_let_be(bound, length):
    path = bound / "volume"
    path.write_bytes(path.read_bytes()[:length])
    assert looked(bound)[2] == "SourceFileLoader SourceFileLoader SourceFileLoader"


USUAL = """
import sys
import pipeline
sys.path.pop(0)
from pipeline import volume
before = {*sys.modules}
volume.lay_open(sys.argv[1])
from pipeline import casting
casting.import_usual()
for name, module in sys.modules.items():
    spec = getattr(module, "__spec__", None)
    if name not in before and spec and type(spec.loader).__name__ == "SourceFileLoader":
        print(name)
"""


def test_what_every_build_imports_is_bound_when_broadside_is_set_up(tmp_path):
    casting.bind(tmp_path / "volume")
    command = [sys.executable, "-c", USUAL, str(tmp_path / "volume")]
    done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    assert done.stdout.split() == []


LATER = """
import sys
sys.path.pop(0)
from pipeline import volume
volume.lay_open(sys.argv[1])
import importlib, threading
import tempfile, textwrap, tokenize, bz2
before = [type(one).__name__ for one in (tempfile, textwrap, tokenize, bz2)]
print(*before, tempfile.__name__, tempfile.__file__, tempfile.__spec__.name)
print(hasattr(tempfile, "__path__"), hasattr(bz2, "nothing"), tempfile is sys.modules["tempfile"])
asked = []
threads = [threading.Thread(target=lambda: asked.append(tokenize.tokenize)) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
print(len(asked), len({*asked}))
from tempfile import mkdtemp
from textwrap import *
print(mkdtemp is tempfile.mkdtemp, dedent(" a"), *(type(one).__name__ for one in (tempfile, bz2)))
print(importlib.reload(tempfile) is tempfile, tempfile.mkdtemp is mkdtemp)
try:
    bz2.nothing
except AttributeError as error:
    print(error)
"""


def test_a_library_that_is_read_when_it_is_asked_is_the_same_then(tmp_path):
    bind = BIND.replace("house.door, house.cellar.coal", "bz2, tempfile, textwrap, tokenize")
    (tmp_path / "volume").write_bytes(run(bind, tmp_path))
    there = run(LATER, tmp_path, tmp_path / "none").decode()
    here = run(LATER, tmp_path, tmp_path / "volume").decode()
    assert here.startswith("_Later _Later _Later _Later tempfile")
    assert here.replace("_Later", "module") == there


SLOW = """
import time
def last():
    return LAST
time.sleep(0.5)
LAST = "last"
"""
MEANWHILE = """
import sys
sys.path.pop(0)
from pipeline import volume
volume.LATER = frozenset({"house.slow"})
volume.lay_open(sys.argv[1])
import threading, time
from house import slow
print(type(slow).__name__)
first = threading.Thread(target=lambda: slow.last())
first.start()
while "last" not in vars(slow): time.sleep(0.01)
print(slow.last())
first.join()
"""


def test_who_asks_for_what_another_thread_reads_waits_until_all_is_there(tmp_path):
    """`make check` asked two grammarians at once, and one of them had not been read to its end."""
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "__init__.py").write_text("")
    (tmp_path / "house" / "slow.py").write_text(SLOW)
    bind = BIND.replace("house.door, house.cellar.coal", "house.slow")
    (tmp_path / "volume").write_bytes(run(bind, tmp_path))
    assert run(MEANWHILE, tmp_path, tmp_path / "volume").split() == [b"_Later", b"last"]
