#include "belief/statements/judged_sign.hpp"

#include <algorithm>
#include <cmath>

#include "scenario/evidence/rule_rows.hpp"

namespace tumen {

namespace {

constexpr double score_of_95 = 1.6448536269514722;  // normal quantile of 95 %
constexpr double stands_above = 0.95;
constexpr double falls_below = 0.05;

/// Wilson's score bounds of a share of `n` draws, which need be no whole number.
Interval bounds_of(double share, double n) {
    const double z2 = score_of_95 * score_of_95;
    const double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    const double reach =
        score_of_95 * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return {std::max(centre - reach, 0.0), std::min(centre + reach, 1.0)};
}

using InFavour = std::vector<std::optional<bool>>;

/// By replicate of the view; those that were not played are left out.
struct Judged {
    InFavour in_favour;
    std::vector<std::uint32_t> families;
    std::vector<std::size_t> places;  // in the view
};

using Values = std::map<std::uint32_t, std::optional<double>>;

Judged judged_in(const Values& values, const View& view) {
    Judged judged;
    for (std::size_t i = 0; i < view.replicates.size(); ++i) {
        const auto found = values.find(view.replicates[i]);
        if (found == values.end()) continue;
        judged.in_favour.push_back(found->second ? std::optional(*found->second > 0)
                                                 : std::nullopt);
        judged.families.push_back(view.families[i]);
        judged.places.push_back(i);
    }
    return judged;
}

SignShare share_of(const Judged& judged) {
    return tumen::share_of(judged.in_favour, judged.families);
}

/// Those whose draw has the choice, and those whose draw has another one.
std::pair<Judged, Judged> parted(const Judged& all, const View& view, std::string_view rule,
                                 std::string_view choice) {
    std::pair<Judged, Judged> parts;
    for (std::size_t i = 0; i < all.places.size(); ++i) {
        const auto& rules = view.draws[all.places[i]].rules;
        const bool has = std::any_of(rules.begin(), rules.end(), [&](const auto& one) {
            return one.first == rule && one.second == choice;
        });
        Judged& part = has ? parts.first : parts.second;
        part.in_favour.push_back(all.in_favour[i]);
        part.families.push_back(all.families[i]);
        part.places.push_back(all.places[i]);
    }
    return parts;
}

bool stands(const SignShare& share) {
    return share.bounds.low > stands_above;
}

bool falls(const SignShare& share) {
    return share.bounds.high < falls_below;
}

/// Its verdict, and the one rival that keeps it from standing where there is one alone.
void conclude(JudgedSign& result) {
    const auto all = [&](bool (*test)(const SignShare&)) {
        return test(result.view) &&
               std::all_of(result.rules.begin(), result.rules.end(),
                           [&](const SignUnderRule& one) { return test(one.share); });
    };
    if (all(stands)) {
        result.verdict = SignVerdict::stands;
    } else if (all(falls)) {
        result.verdict = SignVerdict::falls;
    }
    std::vector<const SignUnderRule*> against;
    for (const SignUnderRule& one : result.rules) {
        if (one.share.bounds.high < stands_above && stands(one.others)) against.push_back(&one);
    }
    if (result.verdict == SignVerdict::cannot_be_told && against.size() == 1)
        result.turns_on = "rule " + against.front()->rule + " = " + against.front()->choice;
}

}  // namespace

SignShare share_of(std::span<const std::optional<bool>> in_favour,
                   std::span<const std::uint32_t> families) {
    CandidateWeights alike;
    for (const std::uint32_t family : families)
        alike[family] = 1;
    return share_of(in_favour, families, alike);
}

SignShare share_of(std::span<const std::optional<bool>> in_favour,
                   std::span<const std::uint32_t> families, const CandidateWeights& weights) {
    SignShare result;
    result.draws = in_favour.size();
    result.bounds = {0, 1};
    std::map<std::uint32_t, double> members;
    double favouring = 0;
    double all = 0;
    for (std::size_t i = 0; i < in_favour.size(); ++i) {
        const auto found = weights.find(families[i]);
        const double weight = found == weights.end() ? 0 : found->second;
        members[families[i]] += weight;
        if (!in_favour[i]) ++result.without_value;
        favouring += in_favour[i].value_or(false) ? weight : 0;
        all += weight;
    }
    if (!(all > 0)) return result;
    double squares = 0;
    for (const auto& [family, weight] : members)
        squares += weight * weight;
    result.share = favouring / all;
    result.effective = all * all / squares;
    result.bounds = bounds_of(result.share, result.effective);
    result.error = std::sqrt(result.share * (1 - result.share) / result.effective);
    return result;
}

std::string_view name_of(SignVerdict verdict) {
    switch (verdict) {
        case SignVerdict::built_in:
            return "built in";
        case SignVerdict::stands:
            return "stands";
        case SignVerdict::falls:
            return "falls";
        case SignVerdict::cannot_be_told:
            return "cannot be told";
    }
    return "";
}

double least_draws_to_stand() {
    // Where the lower of Wilson's bounds of a share of 1 reaches what has to lie below it.
    return stands_above / (1 - stands_above) * score_of_95 * score_of_95;
}

double JudgedSign::fewest_draws() const {
    double fewest = view.effective;
    for (const SignUnderRule& one : rules)
        fewest = std::min(fewest, one.share.effective);
    return fewest;
}

bool JudgedSign::start_disagrees() const {
    constexpr double even = 0.5;
    if (start.draws == 0 || view.draws == 0) return false;
    return (start.bounds.low > even && view.bounds.high < even) ||
           (start.bounds.high < even && view.bounds.low > even);
}

JudgedSign judge_sign(const Values& values, const View& view, const View& prior, const View& start,
                      const std::map<std::string, CandidateWeights>& without) {
    JudgedSign result;
    const Judged judged = judged_in(values, view);
    result.view = share_of(judged);
    result.prior = share_of(judged_in(values, prior));
    result.start = share_of(judged_in(values, start));
    for (const RuleRow& rule : rule_rows()) {
        for (const std::string_view choice : rule.choices) {
            if (choice.empty()) continue;
            const auto [under, others] = parted(judged, view, rule.name, choice);
            result.rules.push_back(
                {std::string(rule.name), std::string(choice), share_of(under), share_of(others)});
        }
    }
    for (const auto& [voice, weights] : without) {
        result.without.push_back(
            {voice, tumen::share_of(judged.in_favour, judged.families, weights)});
    }
    conclude(result);
    return result;
}

}  // namespace tumen
