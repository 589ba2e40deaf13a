#include "model/diary.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tumen {

namespace {

constexpr std::size_t most_outcomes = 4;
using Outcomes = std::array<std::string_view, most_outcomes>;

struct Row {
    std::string_view name;
    std::string_view rule;
    Outcomes outcomes;  // what is not used is empty
};

constexpr std::array<Row, diary_event_count> rows = {{
    {"met", "drift", {"frightened"}},
    {"released", "drift", {"free"}},
    {"reviewed", "contact", {"calling", "quiet", "as before"}},
    {"bought", "acquisition", {"calling"}},
    {"asked", "remittance", {"asks", "does not ask"}},
    {"served", "remittance", {"money arrives", "no broker", "cannot be met"}},
    {"served_a_family", "remittance", {"earns"}},
    {"called", "calling", {"calls"}},
    {"noticed", "noticing", {"reported", "not reported"}},
    {"witnessed", "reporting", {"reported", "not reported"}},
    {"detected", "noticing", {"raided", "not raided"}},
    {"caught_by_officer", "noticing", {"caught", "not caught"}},
    {"falsely_reported", "noticing", {"reported"}},
    {"searched", "noticing", {"phone found", "nothing found"}},
    {"followed", "following", {"followed"}},
    {"extorted", "following", {"pays"}},
    {"considered", "hand_in", {"keeps it", "hands in a dead phone", "hands in the working phone"}},
    {"refused_decoy", "hand_in", {"refused", "accepted"}},
    {"signed_oath", "oath", {"signs"}},
    {"refused_oath", "oath", {"refuses"}},
    {"caught", "punishment", {"arrested"}},
    {"settled", "punishment", {"pays"}},
    {"arrested", "punishment", {"held"}},
    {"promise_broken", "hand_in", {"arrested"}},
    {"heard_of_arrest", "news", {"in the unit", "of somebody known", "of their broker"}},
    {"became_broker", "remittance", {"a broker"}},
    {"questioned", "noticing", {"questioned"}},
    {"asked_by_officer", "hand_in", {"asked"}},
    {"sought_dead_phone", "hand_in", {"found one", "found none"}},
    {"ransomed", "punishment", {"let go", "not let go"}},
    {"sentenced", "punishment", {"warned", "detained", "imprisoned", "exiled"}},
    {"named", "news", {"named"}},
    {"heard_of_broken_promise", "news", {"in the ward", "in the city"}},
}};

}  // namespace

DiaryEventRow row_of(DiaryEvent event) {
    const Row& row = rows[static_cast<std::size_t>(event)];
    const auto end = std::find(row.outcomes.begin(), row.outcomes.end(), std::string_view());
    return {row.name, row.rule, {row.outcomes.begin(), end}};
}

}  // namespace tumen
