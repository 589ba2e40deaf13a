#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/cli/terminal.hpp"
#include "hindcast/hindcast.hpp"
#include "hindcast/judgement.hpp"

/// What `tumen hindcast` shows.
namespace tumen::app {

struct MadeForecast {
    const CutOff* cut = nullptr;
    Forecast forecast;
    std::string text;                    // as it was written
    std::optional<Judgement> judgement;  // with --score
};

/// Fewer effective draws than these give coarse quantiles, and the page says so.
inline constexpr double fewest_effective = 50;

void print_forecasts(const Targets& targets, const std::vector<MadeForecast>& made,
                     Terminal& terminal);
void print_forecasts_json(const Targets& targets, const std::vector<MadeForecast>& made,
                          Terminal& terminal);

}  // namespace tumen::app
