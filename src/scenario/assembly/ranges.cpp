#include "scenario/assembly/ranges.hpp"

#include <array>
#include <limits>

#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

/// What is counted in whole ones when a city is built.
constexpr std::array<std::string_view, 6> whole_numbers = {
    "residents", "unit_households_min", "unit_households_max", "ward_units", "ties", "warmup"};

bool is_whole(double value) {
    return value == static_cast<double>(static_cast<std::int64_t>(value));
}

/// "[evidence fee_base: survey, from nkdb-2019, dnk-2021]"
std::string evidence_text(ParameterRef ref) {
    const LedgerEntry& entry = entry_of(ref);
    std::string text =
        "[evidence " + std::string(entry.name) + ": " + std::string(name_of(entry.grade));
    for (std::size_t i = 0; i < entry.sources.size(); ++i) {
        text += (i == 0 ? ", from " : ", ") + std::string(entry.sources[i]);
    }
    return text + "]";
}

}  // namespace

bool must_be_whole(ParameterRef ref) {
    for (const std::string_view name : whole_numbers) {
        if (row_of(ref).name == name) return true;
    }
    return false;
}

std::string interval_text(double low, double high, Unit unit) {
    if (high == std::numeric_limits<double>::infinity())
        return "at least " + quantity_text(low, unit);
    return quantity_text(low, unit) + " to " + quantity_text(high, unit);
}

void Ranges::check_possible(const Said<double>& said, ParameterRef ref, const std::string& label) {
    const Unit unit = row_of(ref).unit;
    const Interval possible = limits(ref);
    if (said.value >= possible.low && said.value <= possible.high) return;
    problems_.add(said.spot, label + " = " + quantity_text(said.value, unit) + " is impossible",
                  "it can be " + interval_text(possible.low, possible.high, unit),
                  percent_meant(said.value, unit, possible.low, possible.high));
}

void Ranges::check(const Said<double>& said, ParameterRef ref, const std::string& label) {
    const Unit unit = row_of(ref).unit;
    const Interval possible = limits(ref);
    const Interval range = evidence_range(ref);
    const std::string value = label + " = " + quantity_text(said.value, unit);
    if (!(said.value >= possible.low && said.value <= possible.high)) {
        problems_.add(said.spot, value + " is impossible",
                      "it can be " + interval_text(possible.low, possible.high, unit) +
                          "; the evidence says " + interval_text(range.low, range.high, unit) +
                          " " + evidence_text(ref),
                      percent_meant(said.value, unit, possible.low, possible.high));
    } else if (must_be_whole(ref) && !is_whole(said.value)) {
        problems_.add(said.spot, value + " is impossible", "it is a whole number");
    } else if (said.value < range.low || said.value > range.high) {
        if (beyond_evidence_ == BeyondEvidence::listed) {
            beyond_.push_back(label);
            return;
        }
        problems_.add(
            said.spot, value + " is beyond the evidence",
            "the evidence says " + interval_text(range.low, range.high, unit) + " " +
                evidence_text(ref),
            "choose a value within, or ask for it: beyond_evidence = true in the file, or "
            "--beyond-evidence");
    }
}

}  // namespace tumen
