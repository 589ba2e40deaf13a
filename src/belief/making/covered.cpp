#include "belief/making/covered.hpp"

#include <fmt/format.h>

#include <cmath>

#include "measures/numbers/confidence.hpp"

namespace tumen {

namespace {

constexpr double reach = 0.06;  // of a hundred truths: two standard errors

double share_of(const TruthsHeld& held) {
    return static_cast<double>(held.held) / static_cast<double>(held.truths);
}

}  // namespace

bool as_promised(const TruthsHeld& held) {
    // Counted, not divided: of a hundred, 84 and 96 are within.
    const auto truths = static_cast<double>(held.truths);
    const auto count = static_cast<double>(held.held);
    return held.truths > 0 && std::round(1000 * (range_level - reach)) * truths <= 1000 * count &&
           1000 * count <= std::round(1000 * (range_level + reach)) * truths;
}

double error_of(const TruthsHeld& held) {
    const double share = share_of(held);
    return std::sqrt(share * (1 - share) / static_cast<double>(held.truths));
}

std::vector<std::string> coverage_told(const CoverageTable& table) {
    std::vector<std::string> told;
    if (table.truths == 0) return told;
    told.push_back(fmt::format(
        "Each of {} draws of the prior was the truth once: reports of it were drawn, the others "
        "weighed by "
        "these (worth {:.0f} on average), and what no report is about told from them. 90 % "
        "intervals should hold 90 % of the truths; of a hundred, 84 to 96 in 97 looks of 100.",
        table.truths, table.effective));
    for (const Coverage& one : table.quantities) {
        if (one.first.truths == 0 || as_promised(one.first)) continue;
        told.push_back(fmt::format(
            "{}: of the first hundred truths {} of {} are held, of all {:.1f} % (error {:.1f}). "
            "The "
            "interval of all draws unweighed, which holds 90 % of all by its making, holds {} of "
            "the same.",
            one.quantity, one.first.held, one.first.truths, 100 * share_of(one.all),
            100 * error_of(one.all), one.unweighed.held));
    }
    return told;
}

}  // namespace tumen
