#include "measures/answers/difference_fields.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

/// Every other scenario less the one that the report is about; null where none was played beside
/// it.
Json differences_part(const Gathered& gathered) {
    Json list = Json::array();
    if (!gathered.pairings) return nullptr;
    const std::string& base = gathered.scenario.name;
    for (const Pairing& pairing : gathered.pairings->pairings()) {
        if (!gathered.experiment.draws.empty()) {
            for (const PlaysDifference& one : plays_differences(gathered.experiment, pairing))
                list.push_back(row_json<Face::page>(PlaysDifferenceRow{pairing.name(), one}));
            continue;
        }
        for (const PairedDifference& one : pairing.differences())
            list.push_back(row_json<Face::page>(DifferenceRow{base, pairing.name(), one}));
    }
    return list.empty() ? Json() : list;
}

}  // namespace tumen
