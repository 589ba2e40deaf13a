#include "app/cli/command/examples.hpp"

#include <initializer_list>

namespace tumen::app {

namespace {

struct Examples {
    std::string_view command;
    std::initializer_list<std::string_view> lines;
};

// Every command has some, and tests/unit/app/examples_test.cpp reads each as a command line.
const Examples all[] = {
    {"run", {"tumen run hyesan-handin", "tumen run hyesan-handin --set \"promise_breach=40 %\""}},
    {"compare", {"tumen compare hyesan-handin hyesan-coercion"}},
    {"sweep", {"tumen sweep hyesan-handin --vary \"fee_base=20 %..40 %:5\""}},
    {"sensitivity", {"tumen sensitivity hyesan-handin --vary detection --vary fee_base"}},
    {"calibrate", {"tumen calibrate hyesan-handin --vary detection --vary fee_base"}},
    {"report", {"tumen report results/hyesan-handin-1.sqlite --open"}},
    {"explore", {"tumen explore", "tumen explore hoeryong-oath --out oath.html --open"}},
    {"export",
     {"tumen export results/hyesan-handin-1.sqlite --csv",
      "tumen export results/hyesan-handin-1.sqlite --xlsx hyesan-handin.xlsx"}},
    {"verify", {"tumen verify results/hyesan-handin-1.sqlite"}},
    {"replay", {"tumen replay results/hyesan-handin-1.sqlite 1"}},
    {"merge", {"tumen merge part-1.sqlite part-2.sqlite --out whole.sqlite"}},
    {"publish", {"tumen publish results/hyesan-handin-1.sqlite"}},
    {"package",
     {"tumen package results/hyesan-handin-1.sqlite --out for-an-archive",
      "tumen package --program --clone . --out for-an-archive"}},
    {"check", {"tumen check", "tumen check --rivals"}},
    {"scenario list", {"tumen scenario list"}},
    {"scenario new", {"tumen scenario new mine"}},
    {"scenario check", {"tumen scenario check mine.toml"}},
    {"scenario explain", {"tumen scenario explain hyesan-handin"}},
    {"scenario diff", {"tumen scenario diff hyesan-handin hyesan-coercion"}},
    {"scenario schema", {"tumen scenario schema > scenario.schema.json"}},
    {"evidence list", {"tumen evidence list"}},
    {"evidence show", {"tumen evidence show promise_breach"}},
    {"evidence search", {"tumen evidence search fee"}},
    {"evidence priors", {"tumen evidence priors"}},
    {"evidence implied", {"tumen evidence implied"}},
    {"belief show", {"tumen belief show"}},
    {"belief check", {"tumen belief check"}},
    {"belief make", {"tumen belief make --out belief.toml"}},
    {"statements", {"tumen statements hyesan-handin"}},
    {"hindcast",
     {"tumen hindcast border-history --cutoff 2021 --cutoff 2022 --cutoff 2023 --score"}},
    {"given", {"tumen given hyesan-handin --heard \"sum(arrested, during) is 35 to 45\""}},
    {"value-of-information", {"tumen value-of-information hyesan-handin"}},
    {"info", {"tumen info"}},
};

}  // namespace

std::string examples_of(std::string_view command) {
    std::string text;
    for (const Examples& one : all) {
        if (one.command != command) continue;
        for (const std::string_view line : one.lines)
            text.append(text.empty() ? "Examples:\n  " : "\n  ").append(line);
    }
    return text;
}

}  // namespace tumen::app
