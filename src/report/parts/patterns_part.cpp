#include "report/parts/parts.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {

namespace {

/// Who reported it, with the address where one is known.
Json cited(const Pattern& pattern) {
    Json list = Json::array();
    for (const std::string_view id : pattern.sources) {
        const Source* source = find_source(id);
        if (source == nullptr) continue;
        list.push_back({{"id", id},
                        {"title", source->title},
                        {"publisher", source->publisher},
                        {"date", source->date},
                        {"address", source->address}});
    }
    return list;
}

/// What was asked of the runs, what was expected (an end that is null is open), and what came.
Json tested(const PatternResult& result) {
    const PatternTest& test = result.pattern->test;
    const bool is_band = test.expectation == Expectation::band;
    const auto end = [&](double of_band, Expectation beyond_zero) -> Json {
        if (is_band) return number(of_band);
        return test.expectation == beyond_zero ? Json(0) : Json();
    };
    const bool has_mean = result.replicates > 0;
    const auto& interval = result.mean_interval;
    return {{"statistic", test.statistic},
            {"low", end(test.low, Expectation::positive)},
            {"high", end(test.high, Expectation::negative)},
            {"mean", has_mean ? number(result.mean) : Json()},
            {"mean_lo", interval ? number(interval->low) : Json()},
            {"mean_hi", interval ? number(interval->high) : Json()},
            {"note", result.pattern->note}};
}

Json pattern_entry(const PatternResult& result) {
    const Pattern& pattern = *result.pattern;
    const bool any = result.replicates > 0;
    Json sources = Json::array();
    for (const std::string_view source : pattern.sources) {
        sources.push_back(source);
    }
    return {{"id", pattern.id},
            {"statement", pattern.statement},
            {"grade", pattern.grade},
            {"role", name_of(pattern.role)},
            {"share", any ? number(result.share) : Json()},
            {"lo", any ? number(result.share_interval.low) : Json()},
            {"hi", any ? number(result.share_interval.high) : Json()},
            {"judged_by", name_of(pattern.test.judged)},
            {"verdict", name_of(result.verdict)},
            {"sources", std::move(sources)},
            {"cited", cited(pattern)},
            {"test", tested(result)}};
}

}  // namespace

/// The patterns that the experiment's scenarios can show by themselves; null where there is none.
Json patterns_part(const Gathered& gathered) {
    Json list = Json::array();
    for (const PatternResult& result : gathered.patterns.results()) {
        list.push_back(pattern_entry(result));
    }
    return list.empty() ? Json() : list;
}

}  // namespace tumen
