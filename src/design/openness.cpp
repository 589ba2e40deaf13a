#include "design/openness.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "scenario/evidence/ledger.hpp"

namespace tumen {

double openness(ParameterRef ref) {
    const LedgerValue& value = ledger_value(ref);
    if (entry_of(ref).prior == Prior::fixed || !(value.high > value.low)) return 0;
    if (value.low > 0) return std::log(value.high / value.low);
    const double width = value.high - value.low;
    const double middle = value.value != 0 ? std::abs(value.value) : width / 2;
    return std::log1p(width / middle);
}

std::vector<ParameterRef> by_openness() {
    std::vector<std::tuple<int, double, std::string, ParameterRef>> order;
    for (const ParameterRef ref : parameter_refs()) {
        const double open = openness(ref);
        if (open == 0) continue;
        const int measured = entry_of(ref).grade == Grade::assumed ? 0 : 1;
        order.emplace_back(measured, -open, name_of(ref), ref);
    }
    std::sort(order.begin(), order.end());
    std::vector<ParameterRef> refs;
    refs.reserve(order.size());
    for (const auto& one : order)
        refs.push_back(std::get<ParameterRef>(one));
    return refs;
}

}  // namespace tumen
