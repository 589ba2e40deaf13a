#include "belief/statements/judged_conclusion.hpp"

#include <algorithm>
#include <vector>

namespace tumen {

namespace {

using Values = std::map<std::uint32_t, std::optional<double>>;

/// Of the view's replicates, those that have one.
std::vector<double> values_in(const Values& values, const View& view) {
    std::vector<double> in;
    for (const std::uint32_t replicate : view.replicates) {
        const auto found = values.find(replicate);
        if (found != values.end() && found->second) in.push_back(*found->second);
    }
    return in;
}

bool most_are_higher(const std::vector<double>& values) {
    std::ptrdiff_t surplus = 0;
    for (const double value : values)
        surplus += (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
    return surplus >= 0;
}

Values negative_of(Values values) {
    for (auto& [replicate, value] : values) {
        if (value) value = -*value;
    }
    return values;
}

}  // namespace

JudgedConclusion judge(const Conclusion& conclusion, const Values& values, const View& view,
                       const View& prior, const View& start,
                       const std::map<std::string, CandidateWeights>& without) {
    JudgedConclusion result;
    result.conclusion = &conclusion;
    result.at_start = conclude(values_in(values, start)).direction;
    result.of_most_draws =
        result.at_start != Direction::higher && result.at_start != Direction::lower;
    result.higher = result.of_most_draws ? most_are_higher(values_in(values, view))
                                         : result.at_start == Direction::higher;
    static_cast<JudgedSign&>(result) =
        judge_sign(result.higher ? values : negative_of(values), view, prior, start, without);
    return result;
}

}  // namespace tumen
