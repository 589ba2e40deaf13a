#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/parameters.hpp"

/// The one list of the model's parameters. The scenario reader, the command line, the documents,
/// the forms of the page and the bindings all read it; the evidence ledger has one entry for each
/// row.
namespace tumen {

/// The rule a parameter belongs to: the noun of its header in rules/.
enum class Group : std::uint8_t {
    population,
    threat,
    drift,
    contact,
    acquisition,
    remittance,
    calling,
    noticing,
    reporting,
    following,
    hand_in,
    oath,
    punishment,
    news
};

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
