#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rules/parameters.hpp"

/// The one list of the model's parameters, made from the evidence ledger by
/// tools/compile_parameters. The scenario reader, the command line, the documents, the forms of the
/// page and the bindings all read it.
namespace tumen {

enum class Unit : std::uint8_t {
    people,
    households,
    units,
    officers,
    share,
    probability,
    probability_a_day,
    per_day,
    per_year,
    days,
    cny,
    cny_a_day,
    one,
    log_odds
};
/// As the ledger writes them, in the order of Unit.
inline constexpr std::array<std::string_view, 14> unit_names = {
    "people", "households", "units", "officers", "share",   "probability", "probability/day",
    "1/day",  "1/year",     "days",  "CNY",      "CNY/day", "1",           "log-odds"};

Unit no_unit_of_this_name();  // never defined: to need it is the error

/// The unit of that name. Another name does not compile.
consteval Unit unit_called(std::string_view name) {
    for (std::size_t i = 0; i < unit_names.size(); ++i) {
        if (unit_names[i] == name) return static_cast<Unit>(i);
    }
    return no_unit_of_this_name();
}

/// Part of how a city is built, or of a day, so that a schedule may change it between two dates.
enum class Kind : std::uint8_t { build, daily };

enum class Indexing : std::uint8_t { single, by_role, by_sentence };

struct ParameterRow {
    std::string_view name;
    Group group;
    Unit unit;
    Kind kind;
    Indexing indexing;
    double& (*member)(Parameters&, std::size_t index);
};

/// All parameters, by rule.
std::span<const ParameterRow> parameter_rows();

/// One number: a row and, where the row is indexed, which of its values.
struct ParameterRef {
    std::uint16_t row = 0;
    std::uint16_t index = 0;
    friend auto operator<=>(const ParameterRef&, const ParameterRef&) = default;
};

/// Every single number, in the order of the table.
std::span<const ParameterRef> parameter_refs();

/// The number called `name` (`fee_base`, `phone_share.family`); nothing if there is none.
std::optional<ParameterRef> find_parameter(std::string_view name);

const ParameterRow& row_of(ParameterRef ref);
std::string name_of(ParameterRef ref);
double get(const Parameters& parameters, ParameterRef ref);
void set(Parameters& parameters, ParameterRef ref, double value);

/// How many values a row has, and what the i-th is called ("" for a single one).
std::size_t index_count(Indexing indexing);
std::string_view index_name(Indexing indexing, std::size_t index);

std::string_view name_of(Group group);
std::string_view name_of(Unit unit);
std::string_view name_of(Kind kind);
std::string_view name_of(Role role);
std::string_view name_of(Sentence sentence);

}  // namespace tumen
