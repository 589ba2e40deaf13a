#pragma once
#include "base/draw.hpp"

/// What each draw of the model is for. Frozen: a number is part of the name of its draws, so
/// changing one changes every result. New purposes get new numbers. In brackets: the entity, and
/// what the words are.
namespace tumen::purpose {

// Building a city (drawn once; day 0)
inline constexpr Purpose unit_size{1};    // [four units: sizes]
inline constexpr Purpose household{2};    // [household: further adults, role, kin abroad, children]
inline constexpr Purpose home{3};         // [household: need, savings, first broker, second broker]
inline constexpr Purpose traits{4};       // [person: phone, old phone, aversion, suspicion]
inline constexpr Purpose disposition{5};  // [person: loyalty, belief]
inline constexpr Purpose cohesion{6};     // [unit: cohesion]
inline constexpr Purpose ties{7};  // [person, pair of ties: own ward?, whom, own ward?, whom]

inline constexpr Purpose source{8};         // [person holding a phone: source]
inline constexpr Purpose last_transfer{9};  // [household: days since]
inline constexpr Purpose last_contact{10};  // [person: days since]
inline constexpr Purpose ward_group{11};    // [ward: its rank among those that groups take]

// Chances of every day: sixteen days a block, one byte a day; index 1 holds the rest of the number
inline constexpr Purpose review{16};    // [person]
inline constexpr Purpose calling{17};   // [person]
inline constexpr Purpose salience{18};  // [person]
inline constexpr Purpose request{19};   // [household]
inline constexpr Purpose entry{20};     // [person: becomes a broker]

// Events of a day
inline constexpr Purpose purchase{32};  // [person: buys]
inline constexpr Purpose transfer{33};  // [household: finds another broker, which]
inline constexpr Purpose call{34};      // [person: noticed, detected, raid, caught by the follower]
inline constexpr Purpose witness{35};   // [person noticed: which witness, reports, search, find]
inline constexpr Purpose false_reports{36};  // [ward: how many]
inline constexpr Purpose false_report{37};   // [ward, number: on whom, search, find]
inline constexpr Purpose extortion{38};      // [person: made to pay]
inline constexpr Purpose offer{39};          // [person: asked by the officer]
inline constexpr Purpose hand_in{40};        // [person: choice, refusal, promise broken, delay]
inline constexpr Purpose oath_visit{41};     // [unit: visited]
inline constexpr Purpose oath_refusal{42};   // [household, half: one word a member]
inline constexpr Purpose caught{43};         // [person: central team, settled, phone kept]
inline constexpr Purpose detention{44};      // [person: length]
inline constexpr Purpose unit_meeting{45};   // [unit: meets]
inline constexpr Purpose moving{46};         // [household: can be met]
inline constexpr Purpose questioning{47};    // [person: search, find]
inline constexpr Purpose dead_phone{48};     // [person: finds one]
inline constexpr Purpose custody{49};        // [person: days held]
inline constexpr Purpose ransom{50};         // [person: let go]
inline constexpr Purpose sentence{51};       // [person: sentence]
inline constexpr Purpose naming{52};         // [person: named]
inline constexpr Purpose arrest_told{53};    // [person arrested: told]
inline constexpr Purpose exile_told{54};     // [person sentenced: told]
inline constexpr Purpose hand_in_told{55};   // [person: told]

/// Draws of a person are told apart by member and number.
constexpr std::uint8_t of_member(std::uint8_t member, std::uint8_t number = 0) {
    return static_cast<std::uint8_t>(member << 5 | number);
}

}  // namespace tumen::purpose
