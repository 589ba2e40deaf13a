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

/// Rival rules: where the literature disagrees the rule is a choice. The first of each is the
/// contract's.
enum class Learning : std::uint8_t { close, city };  // whose arrests one learns from
enum class OathForce : std::uint8_t { salience, none, false_enforcement };  // what an oath does
enum class Enforcement : std::uint8_t { local, counts };       // bribes, or arrests to show
enum class Trust : std::uint8_t { updated, fixed };            // belief in forgiveness
enum class Deterrence : std::uint8_t { severity, certainty };  // what is feared of being caught

struct RivalRules {
    Learning learning = Learning::close;
    OathForce oath = OathForce::salience;
    Enforcement enforcement = Enforcement::local;
    Trust trust = Trust::updated;
    Deterrence deterrence = Deterrence::severity;
    friend bool operator==(const RivalRules&, const RivalRules&) = default;
};

}  // namespace tumen
