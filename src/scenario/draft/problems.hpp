#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.hpp"
#include "scenario/text/document.hpp"

/// Collecting what is wrong, so that an analyst sees all of it at once and not one mistake a run.
namespace tumen {

/// Where something was said: at a place in a text, or in a flag.
struct Spot {
    const ScenarioText* text = nullptr;  // outlives the reading
    Mark mark = {};
    std::string flag = {};  // as typed; then there is no text
};

/// Something that was said, and where.
template <class Value>
struct Said {
    Value value;
    Spot spot;
};

class Problems {
  public:
    void add(const Spot& spot, std::string problem, std::string reason = {},
             std::string suggestion = {});
    void add(Diagnostic diagnostic);

    bool any() const { return !list_.empty(); }
    bool full() const { return list_.size() >= scenario_limits.problems; }
    std::size_t count() const { return list_.size(); }
    /// All of them, by file and place.
    Diagnostics take();

  private:
    Diagnostics list_;
};

/// "did you mean fee_base?", or "" where no candidate is near.
std::string did_you_mean_text(std::string_view word, std::span<const std::string_view> candidates);

/// "my.toml:12" or the flag, for naming another place in a diagnostic.
std::string place_text(const Spot& spot);

}  // namespace tumen
