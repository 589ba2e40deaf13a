#include <cstdio>

#include "measures/answers/stopping.hpp"

/// Uses nothing but ensembles and statistics: what measures needs must come with it.
int main() {
    const auto rule = tumen::read_stopping_rule("half-width=5%");
    if (!rule) return 1;
    std::puts(tumen::goal_text(*rule, "share").c_str());
}
