#include "scenario/text/files.hpp"

#include "base/text.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_named = 20;

}  // namespace

Diagnostic no_such_scenario(std::string_view name, std::span<const std::string> names) {
    Diagnostic diagnostic;
    diagnostic.problem = "there is no scenario called " + printable(name, 80);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    if (const auto near = did_you_mean(name, candidates)) {
        diagnostic.suggestion = "did you mean " + std::string(*near) + "?";
    } else {
        diagnostic.suggestion = "known are";
        for (std::size_t i = 0; i < names.size() && i < most_named; ++i) {
            diagnostic.suggestion += (i == 0 ? " " : ", ") + names[i];
        }
        if (names.size() > most_named)
            diagnostic.suggestion += " and " + std::to_string(names.size() - most_named) + " more";
    }
    return diagnostic;
}

Expected<ScenarioText, Diagnostic> EmbeddedFiles::read(std::string_view name, Place) const {
    for (const EmbeddedScenario& scenario : embedded_scenarios()) {
        if (scenario.name == name) {
            return ScenarioText{std::string(name), "scenarios/" + std::string(name) + ".toml",
                                std::string(scenario.text), Place::embedded};
        }
    }
    return no_such_scenario(name, names(Place::embedded));
}

std::vector<std::string> EmbeddedFiles::names(Place) const {
    std::vector<std::string> names;
    for (const EmbeddedScenario& scenario : embedded_scenarios())
        names.emplace_back(scenario.name);
    return names;
}

}  // namespace tumen
