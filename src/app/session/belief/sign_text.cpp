#include "app/session/belief/sign_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tumen::app {

namespace {

Json json_of(const SignShare& share) {
    return {{"share", share.share},
            {"error", share.error},
            {"low", share.bounds.low},
            {"high", share.bounds.high},
            {"draws", share.draws},
            {"effective", share.effective},
            {"without_value", share.without_value}};
}

}  // namespace

Json sign_json(const JudgedSign& sign) {
    Json rules = Json::array();
    for (const SignUnderRule& one : sign.rules) {
        Json rule = json_of(one.share);
        rule["rule"] = one.rule;
        rule["choice"] = one.choice;
        rules.push_back(std::move(rule));
    }
    Json without = Json::array();
    for (const SignWithoutVoice& one : sign.without) {
        Json voice = json_of(one.share);
        voice["voice"] = one.voice;
        without.push_back(std::move(voice));
    }
    return {{"verdict", name_of(sign.verdict)},
            {"probability", json_of(sign.view)},
            {"prior", json_of(sign.prior)},
            {"start", json_of(sign.start)},
            {"start_disagrees", sign.start_disagrees()},
            {"rules", std::move(rules)},
            {"without_voices", std::move(without)},
            {"turns_on", sign.turns_on}};
}

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
