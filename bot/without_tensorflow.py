"""Leaves TensorFlow out of the process: Rasa imports it everywhere, and nothing in our pipeline uses it.

It is most of Rasa's memory and of its time to start (docs/performance.md). What Rasa's modules say of it while
they are imported meets stand-ins; who then really builds one of its models gets an error that says what to do.
Only for the Rasa that this was tested with; with any other, TensorFlow is imported as ever.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.metadata
import os
import sys
import types
from typing import Any

TESTED_WITH = "3.6.21"
_LEFT_OUT = ("tensorflow", "tensorflow_addons", "keras")
_SWITCH = "WHOSEES_TENSORFLOW"


def leave_out() -> bool:
    """Leave TensorFlow out of this process from here on; gives whether it was. Call it before Rasa is imported."""
    if os.environ.get(_SWITCH) or "tensorflow" in sys.modules or importlib.metadata.version("rasa") != TESTED_WITH:
        return False
    # spaCy's own check for TensorFlow must find none, not a stand-in.
    sys.modules["tensorflow"] = None
    import thinc.compat  # noqa: F401

    del sys.modules["tensorflow"]
    sys.meta_path.insert(0, _Finder())
    return True


class _StandIn(type):
    """A class that has every attribute, is a base for any class, and can be neither built nor used."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent

    def __call__(cls, *arguments: Any, **options: Any) -> Any:
        if cls is not Absent:
            raise RuntimeError(
                f"{cls.__name__} needs TensorFlow, which is left out of this process. Set {_SWITCH}=1 to bring it back."
            )
        # As a decorator it leaves what it decorates as it is.
        return arguments[0] if len(arguments) == 1 and callable(arguments[0]) else Absent


class Absent(metaclass=_StandIn):
    """Stands in for whatever a module of TensorFlow has."""


class _Module(types.ModuleType):
    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] in _LEFT_OUT:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        pass
