#include "model/diary.hpp"

#include <array>
#include <cstddef>

namespace tumen {

namespace {

constexpr std::array<DiaryEventRow, diary_event_count> rows = {{
    {"met", "drift"},
    {"released", "drift"},
    {"reviewed", "contact"},
    {"bought", "acquisition"},
    {"asked", "remittance"},
    {"served", "remittance"},
    {"served_a_family", "remittance"},
    {"called", "calling"},
    {"noticed", "noticing"},
    {"witnessed", "reporting"},
    {"detected", "noticing"},
    {"caught_by_officer", "noticing"},
    {"falsely_reported", "noticing"},
    {"searched", "noticing"},
    {"followed", "following"},
    {"extorted", "following"},
    {"considered", "hand_in"},
    {"refused_decoy", "hand_in"},
    {"signed_oath", "oath"},
    {"refused_oath", "oath"},
    {"caught", "punishment"},
    {"settled", "punishment"},
    {"arrested", "punishment"},
    {"promise_broken", "hand_in"},
    {"heard_of_arrest", "news"},
    {"became_broker", "remittance"},
    {"questioned", "noticing"},
    {"asked_by_officer", "hand_in"},
    {"sought_dead_phone", "hand_in"},
    {"ransomed", "punishment"},
    {"sentenced", "punishment"},
    {"named", "news"},
    {"heard_of_broken_promise", "news"},
}};

}  // namespace

const DiaryEventRow& row_of(DiaryEvent event) {
    return rows[static_cast<std::size_t>(event)];
}

}  // namespace tumen
