"""What the package adds to the program, from a command line: python -m tumen export|package RESULTS ... The program calls
it for what it does not write itself: tumen export --parquet, tumen package."""

from __future__ import annotations

import argparse
import sys

from . import Error, open_results, package, package_program

FORMS = {"parquet": "to_parquet", "arrow": "to_arrow", "xlsx": "to_excel"}


def export(options: argparse.Namespace) -> None:
    results = open_results(options.results)
    for form, method in FORMS.items():
        path = getattr(options, form)
        if path:
            getattr(results, method)(path)
            print(path)


def pack(options: argparse.Namespace) -> None:
    made = package_program(options.out, options.clone) if options.program else package(options.results, options.out, options.clone)
    print(made)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tumen",
                                     description="Results for other programs; to play, use tumen.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("export", help="the days as Parquet, Arrow or a workbook")
    one.add_argument("results", metavar="RESULTS", help="results file of tumen")
    for form in FORMS:
        one.add_argument(f"--{form}", metavar="FILE", help=f"write {form}; refuses to replace a file")
    one.set_defaults(do=export)
    one = commands.add_parser("package", help="a folder for an archive, with RO-Crate metadata")
    one.add_argument("results", metavar="RESULTS", nargs="?", help="results file of tumen")
    one.add_argument("--program", action="store_true", help="the model itself in place of results")
    one.add_argument("--out", metavar="FOLDER", required=True, help="which must not be there")
    one.add_argument("--clone", metavar="FOLDER", help="a clone of Tumen: its source, and ODD+D and TRACE as docx and PDF, too")
    one.set_defaults(do=pack)
    options = parser.parse_args()
    if options.do is export and not any(getattr(options, form) for form in FORMS):
        parser.error("nothing to write: give " + ", ".join(f"--{form} FILE" for form in FORMS))
    if options.do is pack and options.program == (options.results is not None):
        parser.error("package takes a results file, or --program")
    return options


def main() -> None:
    options = parsed()
    try:
        options.do(options)
    except Error as error:
        sys.exit(str(error))
    except FileExistsError as error:
        sys.exit(f"error: {error.filename} is there\n  way out: name another one")
    except ModuleNotFoundError as error:
        sys.exit(f"error: {sys.executable} has no {error.name}\n"
                 "  way out: install it there, or name another interpreter by TUMEN_PYTHON")
    except OSError as error:
        sys.exit(f"error: {error.filename} cannot be written\n  why: {error.strerror}\n  way out: name another path")


if __name__ == "__main__":
    main()
