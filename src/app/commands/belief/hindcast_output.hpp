#pragma once
#include <string>
#include <vector>

#include "app/cli/terminal/terminal.hpp"
#include "hindcast/page/hindcast_page.hpp"

/// What `tumen hindcast` shows.
namespace tumen::app {

void print_forecasts(const Targets& targets, const std::vector<JudgedForecast>& made,
                     Terminal& terminal);
void print_forecasts_json(const Targets& targets, const std::vector<JudgedForecast>& made,
                          Terminal& terminal);

}  // namespace tumen::app
