// Compiles the evidence ledger and the scenarios into C++, at build time: a hole in the evidence
// stops the build at file:line, and what ships needs no file.
//
//   compile_ledger EVIDENCE_FOLDER SCENARIO_FOLDER LEDGER_CPP SCENARIOS_CPP

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "ledger/evidence.hpp"

namespace {

using namespace tumen;

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Node parse(ScenarioText& text, const std::filesystem::path& path, ledger::Evidence& evidence) {
    text.file = path.string();
    if (!std::filesystem::is_regular_file(path)) {
        evidence.problems.push_back(diagnostic_at(text, {}, "there is no such file"));
        return {};
    }
    text.text = bytes_of(path);
    auto root = parse_document(text);
    if (root) return *std::move(root);
    evidence.problems.push_back(root.error());
    return {};
}

std::vector<ledger::NamedText> read_scenarios(const std::filesystem::path& folder) {
    std::vector<ledger::NamedText> scenarios;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".toml") continue;
        scenarios.push_back({file.path().stem().string(), bytes_of(file.path())});
    }
    std::sort(scenarios.begin(), scenarios.end(),
              [](const auto& one, const auto& other) { return one.name < other.name; });
    return scenarios;
}

ledger::Evidence read_evidence(const std::filesystem::path& folder) {
    ledger::Evidence evidence;
    read_parameters(evidence,
                    parse(evidence.parameters_file, folder / "parameters.toml", evidence));
    read_sources(evidence, parse(evidence.sources_file, folder / "sources.toml", evidence));
    read_patterns(evidence, parse(evidence.patterns_file, folder / "patterns.toml", evidence));
    read_measures(evidence, parse(evidence.measures_file, folder / "measures.toml", evidence));
    return evidence;
}

int write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (file) return 0;
    std::cerr << path.string() << ": error: cannot write\n";
    return 1;
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::cerr
            << "usage: compile_ledger EVIDENCE_FOLDER SCENARIO_FOLDER LEDGER_CPP SCENARIOS_CPP\n";
        return 2;
    }
    ledger::Evidence evidence = read_evidence(words[1]);
    const std::vector<ledger::NamedText> scenarios = read_scenarios(words[2]);
    std::vector<std::string> names;
    for (const ledger::NamedText& scenario : scenarios)
        names.push_back(scenario.name);
    if (evidence.problems.empty()) check_evidence(evidence, names);
    for (const Diagnostic& problem : evidence.problems)
        std::cerr << describe(problem);
    if (!evidence.problems.empty()) return 1;
    return write(words[3], ledger_source(evidence)) + write(words[4], scenarios_source(scenarios));
}
