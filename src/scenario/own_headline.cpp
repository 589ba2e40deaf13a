#include "scenario/own_headline.hpp"

#include <algorithm>

#include "scenario/evidence/measure_rows.hpp"
#include "scenario/evidence/statistic.hpp"

namespace tumen {

namespace {

bool is_part_of_id(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// "mean_fee_during" of "mean(fee, during)".
std::string id_of(std::string_view statistic) {
    std::string id;
    for (const char c : statistic) {
        const bool gap = !is_part_of_id(c);
        if (!gap) {
            id += c;
        } else if (!id.empty() && id.back() != '_') {
            id += '_';
        }
    }
    id.resize(std::min(id.size(), scenario_limits.name_length));
    while (id.ends_with('_'))
        id.pop_back();
    return id;
}

}  // namespace

Expected<OwnHeadline, Diagnostic> own_headline(std::string_view statistic) {
    const auto read = parse_statistic(statistic);
    if (!read) return read.error();
    if (bases_read(*read) > 0) {
        Diagnostic diagnostic;
        diagnostic.problem = "a headline is of one run, so base(...) has nothing to be read on";
        diagnostic.suggestion = "`tumen compare` gives the differences of headlines";
        diagnostic.column = 1;
        return diagnostic;
    }
    return OwnHeadline{id_of(statistic), std::string(statistic), "1", std::string(statistic)};
}

bool is_headline_id(std::string_view text) {
    const auto rows = headline_rows();
    const bool usual = std::any_of(rows.begin(), rows.end(),
                                   [&](const HeadlineRow& row) { return row.id == text; });
    const bool fits = !text.empty() && text.size() <= scenario_limits.name_length &&
                      std::all_of(text.begin(), text.end(), is_part_of_id);
    return fits && !usual;
}

}  // namespace tumen
