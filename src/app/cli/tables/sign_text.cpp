#include "app/cli/tables/sign_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tumen::app {

std::string percent(const SignShare& share) {
    if (share.draws == 0) return "";
    return fmt::format("{:.0f} %", 100 * share.share);
}

std::string least_of(const JudgedSign& sign) {
    const auto least = std::min_element(
        sign.rules.begin(), sign.rules.end(),
        [](const auto& one, const auto& other) { return one.share.share < other.share.share; });
    if (least == sign.rules.end() || least->share.draws == 0) return "";
    return fmt::format("{:.0f} % ({} = {})", 100 * least->share.share, least->rule, least->choice);
}

std::string least_without(const JudgedSign& sign) {
    const auto least = std::min_element(
        sign.without.begin(), sign.without.end(),
        [](const auto& one, const auto& other) { return one.share.share < other.share.share; });
    if (least == sign.without.end()) return "";
    return fmt::format("{:.0f} % ({})", 100 * least->share.share, least->voice);
}

std::string remark_of(const JudgedSign& sign) {
    std::string remark;
    const auto add = [&](const std::string& more) {
        remark += (remark.empty() ? "" : "; ") + more;
    };
    if (sign.start_disagrees()) add("the starting values say otherwise");
    if (!sign.turns_on.empty()) add("turns on " + sign.turns_on);
    if (sign.view.without_value > 0)
        add(fmt::format("no value in {} draws", sign.view.without_value));
    return remark;
}

}  // namespace tumen::app
