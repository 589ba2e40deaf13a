"""tools/coverage: which of what gcov counted is the model's, however the compiler was told where it lies."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build"


def place(named):
    loader = SourceFileLoader("coverage_of_the_core", str(ROOT / "tools/coverage"))
    module = module_from_spec(spec_from_loader("coverage_of_the_core", loader))
    loader.exec_module(module)
    return module.place(BUILD, named)


def test_a_source_is_known_by_its_whole_path_and_by_that_from_the_build_folder():
    for named in (str(ROOT / "src/rules/drift.hpp"), "../src/rules/drift.hpp"):
        assert place(named) == Path("rules/drift.hpp")


def test_what_is_generated_and_what_is_the_librarys_is_not_the_models():
    for named in ("src/generated/rules/parameters.hpp", "/usr/include/c++/12/vector"):
        assert place(named) is None
