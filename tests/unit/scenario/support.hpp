#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

namespace tumen::testing {

/// A folder that exists only here.
class TextFiles final : public ScenarioFiles {
  public:
    TextFiles() = default;
    explicit TextFiles(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}

    Expected<ScenarioText, Diagnostic> read(std::string_view name, Place from) const override {
        const auto text = texts_.find(std::string(name));
        if (from == Place::folder && text != texts_.end()) {
            return ScenarioText{text->first, text->first + ".toml", text->second, Place::folder};
        }
        return EmbeddedFiles().read(name, from);
    }

    std::vector<std::string> names(Place from) const override {
        std::vector<std::string> names = EmbeddedFiles().names(from);
        for (const auto& [name, text] : texts_)
            names.push_back(name);
        return names;
    }

  private:
    std::map<std::string, std::string> texts_;
};

inline Expected<Scenario, Diagnostics> read(std::string text, const ReadOptions& options = {},
                                            const ScenarioFiles& files = TextFiles()) {
    return read_scenario(ScenarioText{"test", "test.toml", std::move(text), Place::folder}, files,
                         options);
}

/// All diagnostics as printed; empty where the scenario is sound.
inline std::string complaints(const Expected<Scenario, Diagnostics>& scenario) {
    std::string text;
    if (scenario) return text;
    for (const Diagnostic& diagnostic : scenario.error())
        text += describe(diagnostic);
    return text;
}

/// A sound scenario to which a test adds; its lists can be followed by further tables.
inline const std::string sound =
    "start = 2020-09-01\n"
    "days = 200\n"
    "[[city]]\n"
    "name = \"hyesan\"\n";

}  // namespace tumen::testing
