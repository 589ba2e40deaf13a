#include "patterns/patterns.hpp"

#include <limits>

#include "measures/numbers/confidence.hpp"

namespace tumen {

namespace {

Verdict verdict_by_share(const Interval& share) {
    if (share.low > 0.5) return Verdict::shown;
    return share.high < 0.5 ? Verdict::not_shown : Verdict::mixed;
}

Verdict verdict_by_mean(const std::optional<Interval>& mean, const Interval& expected) {
    if (!mean) return Verdict::mixed;
    if (mean->low >= expected.low && mean->high <= expected.high) return Verdict::shown;
    const bool outside = mean->high < expected.low || mean->low > expected.high;
    return outside ? Verdict::not_shown : Verdict::mixed;
}

}  // namespace

bool shows(const PatternTest& test, double value) {
    bool shown = false;
    switch (test.expectation) {
        case Expectation::none:
            break;
        case Expectation::band:
            shown = test.low <= value && value <= test.high;
            break;
        case Expectation::positive:
            shown = value > 0;
            break;
        case Expectation::negative:
            shown = value < 0;
            break;
    }
    return shown;
}

Interval expected_interval(const PatternTest& test) {
    constexpr double open = std::numeric_limits<double>::infinity();
    if (test.expectation == Expectation::positive) return {0, open};
    if (test.expectation == Expectation::negative) return {-open, 0};
    return {test.low, test.high};
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::shown:
            return "shown";
        case Verdict::mixed:
            return "mixed";
        case Verdict::not_shown:
            return "not shown";
        case Verdict::no_value:
            return "no value";
    }
    return "";
}

bool leaves_every_share_mixed(std::size_t replicates) {
    if (replicates == 0) return false;
    return verdict_by_share(proportion_interval(replicates, replicates, confidence_level)) ==
           Verdict::mixed;
}

PatternResult judge(const Pattern& pattern, std::span<const double> values,
                    std::size_t without_value) {
    PatternResult result;
    result.pattern = &pattern;
    result.replicates = values.size();
    result.without_value = without_value;
    if (values.empty()) return result;
    for (const double value : values) {
        if (shows(pattern.test, value)) ++result.showing;
    }
    result.share = static_cast<double>(result.showing) / static_cast<double>(values.size());
    result.share_interval = proportion_interval(result.showing, values.size(), confidence_level);
    result.mean = mean(values);
    result.mean_interval = mean_interval(values, confidence_level);
    result.verdict = pattern.test.judged == JudgedBy::mean
                         ? verdict_by_mean(result.mean_interval, expected_interval(pattern.test))
                         : verdict_by_share(result.share_interval);
    return result;
}

}  // namespace tumen
