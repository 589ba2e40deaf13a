#pragma once
#include "model/state/today.hpp"

namespace tumen {

/// The uniform number behind the request of each home of the ward that would ask today, drawn
/// together: what chance_number gives for one.
void draw_requests(const Today& now, Ward& ward);

}  // namespace tumen
