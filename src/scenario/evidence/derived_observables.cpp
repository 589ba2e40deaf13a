#include <array>

#include "model/observables.hpp"
#include "scenario/evidence/statistic.hpp"

namespace tumen {

namespace {

constexpr std::array<std::string_view, 4> calling_columns = {
    "calling_residents", "calling_families", "calling_smugglers", "calling_brokers"};
constexpr std::array<std::string_view, 4> handed_in_columns = {
    "decoys_professional", "decoys_family", "real_professional", "real_family"};
constexpr std::array derived = {
    DerivedObservable{"calling", "People calling",
                      "Holders of a working phone who use it, of any role.", calling_columns},
    DerivedObservable{"handed_in", "Phones handed in",
                      "Dead and working phones handed in by anybody: what the officers count.",
                      handed_in_columns}};

}  // namespace

std::span<const DerivedObservable> derived_observables() {
    return derived;
}

std::vector<std::size_t> observable_terms(std::string_view name) {
    std::vector<std::size_t> terms;
    const auto add = [&](std::string_view column) {
        const auto rows = observable_rows();
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows[row].name == column) terms.push_back(row);
        }
    };
    for (const DerivedObservable& sum : derived) {
        if (sum.name != name) continue;
        for (const std::string_view column : sum.columns)
            add(column);
    }
    if (terms.empty()) add(name);
    return terms;
}

}  // namespace tumen
