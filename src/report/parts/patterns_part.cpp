#include "belief/verdict_fields.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

/// The patterns that the experiment's scenarios can show by themselves; null where there is none.
Json patterns_part(const Gathered& gathered) {
    Json list = Json::array();
    for (const PatternResult& result : gathered.patterns.results())
        list.push_back(row_json<Face::page>(VerdictRow{"", result}));
    return list.empty() ? Json() : list;
}

}  // namespace tumen
