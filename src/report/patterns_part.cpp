#include "report/parts.hpp"

namespace tumen {

namespace {

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
            {"sources", std::move(sources)}};
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
