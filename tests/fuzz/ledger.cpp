#include "fuzz/input.hpp"
#include "ledger/evidence.hpp"

/// The reader of the evidence ledger. The input is its three files, a line of dashes between them:
/// parameters, sources, patterns.
namespace tumen::fuzz {
namespace {

Node parse(ScenarioText& text, std::string_view part, ledger::Evidence& evidence) {
    text.text = std::string(part);
    auto root = parse_document(text);
    if (root) return *std::move(root);
    evidence.problems.push_back(root.error());
    return {};
}

void read(std::string_view input) {
    ledger::Evidence evidence;
    read_parameters(evidence, parse(evidence.parameters_file, next_part(input), evidence));
    read_sources(evidence, parse(evidence.sources_file, next_part(input), evidence));
    read_patterns(evidence, parse(evidence.patterns_file, next_part(input), evidence));
    if (evidence.problems.empty()) check_evidence(evidence, {"hyesan-handin", "hyesan-calm"});
    for (const Diagnostic& problem : evidence.problems)
        require_shown(problem);
    if (evidence.problems.empty()) require(!ledger_source(evidence).empty());
}

}  // namespace
}  // namespace tumen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tumen::fuzz::read(tumen::fuzz::text_of(data, size));
    return 0;
}
