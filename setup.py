"""Builds the extension of the Python package with CMake; everything else is in pyproject.toml."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

ROOT = Path(__file__).resolve().parent


class ByCMake(build_ext):
    """The target _tumen, in a build tree of its own (TUMEN_PYTHON_BUILD names another one)."""

    def build_extension(self, extension):
        tree = os.environ.get("TUMEN_PYTHON_BUILD", str(Path(self.build_temp).resolve() / "cmake"))
        subprocess.run(["cmake", "-S", str(ROOT), "-B", tree, "-DCMAKE_BUILD_TYPE=Release", "-DTUMEN_PYTHON=ON",
                        "-DTUMEN_TESTS=OFF", f"-DPython_EXECUTABLE={sys.executable}"], check=True)
        subprocess.run(["cmake", "--build", tree, "--target", "_tumen", "--parallel"], check=True)
        built, = Path(tree, "python/tumen").glob("_tumen.*.so")
        target = Path(self.get_ext_fullpath(extension.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(built, target)


setup(ext_modules=[Extension("tumen._tumen", [])], cmdclass={"build_ext": ByCMake})
