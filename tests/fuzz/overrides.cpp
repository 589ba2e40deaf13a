#include "fuzz/input.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

/// --set name=value: the input holds one override a line, applied to a scenario that the program
/// carries.
namespace tumen::fuzz {
namespace {

ReadOptions options_of(std::string_view input, BeyondEvidence beyond_evidence) {
    ReadOptions options;
    options.beyond_evidence = beyond_evidence;
    while (!input.empty()) {
        const std::size_t end = input.find('\n');
        options.overrides.emplace_back(input.substr(0, end));
        input = end == input.npos ? std::string_view() : input.substr(end + 1);
    }
    return options;
}

void read(std::string_view input, BeyondEvidence beyond_evidence) {
    const auto scenario =
        read_scenario("hyesan-handin", EmbeddedFiles(), options_of(input, beyond_evidence));
    if (scenario) {
        require(beyond_evidence == BeyondEvidence::listed || scenario->beyond_evidence.empty());
        return;
    }
    require(!scenario.error().empty());
    for (const Diagnostic& problem : scenario.error())
        require_shown(problem);
}

}  // namespace
}  // namespace tumen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input = tumen::fuzz::text_of(data, size);
    tumen::fuzz::read(input, tumen::BeyondEvidence::refused);
    tumen::fuzz::read(input, tumen::BeyondEvidence::listed);
    return 0;
}
