#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace tumen {

/// What a person lives from. Smugglers may become brokers; every other role is for life.
enum class Role : std::uint8_t { resident, family, smuggler, broker };
inline constexpr std::size_t role_count = 4;

/// Smugglers and brokers live from the phone.
constexpr bool is_trader(Role role) {
    return role == Role::smuggler || role == Role::broker;
}

/// What is drawn of a household's role: each lies below its share or does not.
template <class Number>
struct RoleShares {
    Number broker;
    Number trader;  // brokers and smugglers
    Number kin;     // with kin abroad
};

/// What an arrest ends in.
enum class Sentence : std::uint8_t { warned, detained, imprisoned, exiled };
inline constexpr std::size_t sentence_count = 4;

/// Whether sentences are those of calm times or harsh.
enum class Sentencing { calm, harsh };

/// One value for each role, each sentence.
template <class Value>
using ByRole = std::array<Value, role_count>;
template <class Value>
using BySentence = std::array<Value, sentence_count>;

constexpr std::size_t index_of(Role role) {
    return static_cast<std::size_t>(role);
}
constexpr std::size_t index_of(Sentence sentence) {
    return static_cast<std::size_t>(sentence);
}

/// Rival rules: where the literature disagrees the rule is a choice. What can be chosen stands in
/// the header of the rule that asks, so that one more choice builds what that rule builds.
enum class Learning : std::uint8_t;     // whose arrests one learns from: news.hpp
enum class OathForce : std::uint8_t;    // what an oath does: oath.hpp
enum class Enforcement : std::uint8_t;  // bribes, or arrests to show: punishment.hpp
enum class Trust : std::uint8_t;        // belief in forgiveness: news.hpp
enum class Deterrence : std::uint8_t;   // what is feared of being caught: contact.hpp

/// What is chosen for each: the first choice, which is the contract's, unless said otherwise.
struct RivalRules {
    Learning learning{};
    OathForce oath{};
    Enforcement enforcement{};
    Trust trust{};
    Deterrence deterrence{};
    friend bool operator==(const RivalRules&, const RivalRules&) = default;
};

}  // namespace tumen
