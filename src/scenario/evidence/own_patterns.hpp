#pragma once
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/evidence/ledger.hpp"
#include "scenario/evidence/test_text.hpp"
#include "scenario/text/limits.hpp"

namespace tumen {

/// Patterns of somebody's own, read from a TOML text that is written like the ledger's
/// (evidence/patterns.toml), with less to be said: id, statement and test. The patterns' texts
/// live here.
class OwnPatterns {
  public:
    /// `scenario` is the one that a test is about which names none; empty where each has to.
    static Expected<std::shared_ptr<const OwnPatterns>, Diagnostics> read(
        const ScenarioText& text, std::string_view scenario);

    const std::vector<Pattern>& patterns() const { return patterns_; }
    /// Nothing where there is none of that id.
    const Pattern* find(std::string_view id) const;
    /// As it was read.
    const std::string& text() const { return text_; }

  private:
    class Reading;

    std::string_view keep(std::string text);
    std::span<const std::string_view> keep(const std::vector<MarkedText>& texts);
    PatternTest test_of(const TestText& test, std::string_view scenario);

    std::string text_;
    std::deque<std::string> texts_;
    std::deque<std::vector<std::string_view>> lists_;
    std::deque<std::vector<TestRun>> runs_;
    std::vector<Pattern> patterns_;
};

}  // namespace tumen
