#include "scenario/scenario.hpp"

#include <vector>

#include "fuzz/input.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"

/// The scenario reader with extends. The input is a folder of up to eight files, a line of dashes
/// between them: the first is read and called a, the others are b, c, ...
namespace tumen::fuzz {
namespace {

class Folder final : public ScenarioFiles {
  public:
    explicit Folder(std::string_view input) {
        constexpr std::size_t most_files = 8;
        do
            texts_.emplace_back(next_part(input));
        while (!input.empty() && texts_.size() < most_files);
    }

    Expected<ScenarioText, Diagnostic> read(std::string_view name, Place from) const override {
        const std::size_t index = name.size() == 1 ? static_cast<std::size_t>(name[0] - 'a') : 8;
        if (from == Place::embedded || index >= texts_.size())
            return EmbeddedFiles().read(name, from);
        return ScenarioText{std::string(name), std::string(name) + ".toml", texts_[index],
                            Place::folder};
    }

    std::vector<std::string> names(Place from) const override {
        return EmbeddedFiles().names(from);
    }

  private:
    std::vector<std::string> texts_;
};

/// Values outside the evidence's range are read too: more of them gets through.
const ReadOptions lenient{{}, BeyondEvidence::listed};

/// What is accepted is written in a form that reads back as itself.
void require_round_trip(const Scenario& scenario) {
    const std::string text = write_scenario(scenario);
    const auto again =
        read_scenario(ScenarioText{"a", "a.toml", text, Place::folder}, EmbeddedFiles(), lenient);
    require(static_cast<bool>(again));
    require(write_scenario(*again) == text);
    require(scenario_hash(*again) == scenario_hash(scenario));
}

void read(std::string_view input) {
    const auto scenario = read_scenario("a", Folder(input), lenient);
    if (scenario) return require_round_trip(*scenario);
    require(!scenario.error().empty());
    require(scenario.error().size() <= scenario_limits.problems);
    for (const Diagnostic& problem : scenario.error())
        require_shown(problem);
}

}  // namespace
}  // namespace tumen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tumen::fuzz::read(tumen::fuzz::text_of(data, size));
    return 0;
}
