#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// What a day reports for a city: the one list of observables. Counts are exact integers,
/// quantities are doubles summed in a fixed order. A mean over nobody is missing: not a number.
namespace tumen {

enum class Count : std::uint8_t {
    phones_held,
    phones_bought,
    calling_residents,
    calling_families,
    calling_smugglers,
    calling_brokers,
    calls,
    transfers_asked,
    transfers_served,
    transfers_unmet,
    noticed,
    reports,
    false_reports,
    detected,
    followed,
    considered,
    decoys_professional,
    decoys_family,
    real_professional,
    real_family,
    broker_real,
    broker_real_followed,
    decoys_refused,
    signed_oath,
    signers_calling,
    caught,
    bribed,
    arrested,
    warned,
    detained,
    imprisoned,
    exiled_households,
    exiled_people,
    promises_broken,
    free_adults,
    in_detention,
    in_prison,
    in_exile,
    in_custody,
    cases_decided,
    cases_lapsed,
    ransomed,
    households_sold,
    days_held,
    arrested_brokers,
    questioned,
    questioned_without_phone,
    dead_phones_bought,
    became_brokers,
    kin_households,
    reached_30,
    reached_365,
    silent_90,
    sources_calling,
    told_arrests,
    told_exiles,
    told_hand_ins
};
inline constexpr std::size_t count_total = 57;

enum class Quantity : std::uint8_t {
    fee,
    phone_price,
    money_delivered,
    extorted,
    bribes_paid,
    need_kin,
    need_traders,
    risk_roles,
    threat,
    pressure,
    bribe_asked,
    ransom_paid,
    earned_traders,
    money_sent,
    belief
};
inline constexpr std::size_t quantity_total = 15;

/// How days combine and cities add up: events of the day and stocks add over cities, levels do not.
enum class Measure : std::uint8_t { flow, stock, level };

struct ObservableRow {
    std::string_view name;   // column name
    std::string_view label;  // for people
    std::string_view unit;
    std::string_view rule;  // the rule it belongs to
    Measure measure;
    std::string_view explanation;
};

/// Counts first, in the order of Count, then quantities.
std::span<const ObservableRow> observable_rows();

struct DayReport {
    std::array<std::int64_t, count_total> counts{};
    std::array<double, quantity_total> quantities{};

    std::int64_t& operator[](Count count) { return counts[static_cast<std::size_t>(count)]; }
    std::int64_t operator[](Count count) const { return counts[static_cast<std::size_t>(count)]; }
    double& operator[](Quantity quantity) { return quantities[static_cast<std::size_t>(quantity)]; }
    double operator[](Quantity quantity) const {
        return quantities[static_cast<std::size_t>(quantity)];
    }
    /// The value of a row of `observable_rows()`.
    double value(std::size_t row) const {
        return row < count_total ? static_cast<double>(counts[row]) : quantities[row - count_total];
    }
};

}  // namespace tumen
