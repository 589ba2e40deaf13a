#include "measures/answers/plays_compare.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

namespace {

Json difference_entry(const PairedDifference& one, const std::string& other) {
    return {
        {"other", other},
        {"id", one.headline.id},
        {"label", one.headline.label},
        {"unit", one.headline.unit},
        {"mean", number(one.difference)},
        {"lo", number(one.interval.low)},
        {"hi", number(one.interval.high)},
        {"sign", told_of(one)},
        {"correlation", one.correlation ? number(*one.correlation) : Json()},
        {"variance_reduction", one.variance_reduction ? number(*one.variance_reduction) : Json()}};
}

Json difference_entry(const PlaysDifference& one, const std::string& other) {
    return {{"other", other},
            {"id", one.headline.id},
            {"label", one.headline.label},
            {"unit", one.headline.unit},
            {"mean", number(one.difference.middle)},
            {"lo", number(one.difference.all.low)},
            {"hi", number(one.difference.all.high)},
            {"sign", one.told},
            {"correlation", Json()},
            {"variance_reduction", Json()}};
}

}  // namespace

/// Every other scenario less the one that the report is about; null where none was played beside
/// it.
Json differences_part(const Gathered& gathered) {
    Json list = Json::array();
    if (!gathered.pairings) return nullptr;
    for (const Pairing& pairing : gathered.pairings->pairings()) {
        if (!gathered.experiment.draws.empty()) {
            for (const PlaysDifference& one : plays_differences(gathered.experiment, pairing))
                list.push_back(difference_entry(one, pairing.name()));
            continue;
        }
        for (const PairedDifference& one : pairing.differences()) {
            list.push_back(difference_entry(one, pairing.name()));
        }
    }
    return list.empty() ? Json() : list;
}

}  // namespace tumen
