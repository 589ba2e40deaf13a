#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/interval.hpp"
#include "belief/without_voice.hpp"
#include "experiment/results.hpp"

/// Whether something is above 0 whatever is not known: the share of draws in which it is, over all
/// of them, under each rival rule, and without each voice.
namespace tumen {

/// The replicates that are played under one view: draws of a belief or a prior, or none.
struct View {
    std::string name;                       // "belief", "prior", "start"
    std::vector<ReplicateDraw> draws;       // empty at the starting values
    std::vector<std::uint32_t> replicates;  // in the order of the draws
    std::vector<std::uint32_t> families;    // by replicate: draws of one family lie near each other
};

/// A share of draws, of how many independent ones, and where it lies with 95 % on either side.
struct SignShare {
    double share = 0;
    double effective = 0;
    Interval bounds;  // one-sided bounds of 95 % each (Wilson)
    double error = 0;
    std::size_t draws = 0;
    std::size_t without_value = 0;  // counted as not true
};

/// `in_favour` by draw: true, false, or nothing where there is no value.
SignShare share_of(std::span<const std::optional<bool>> in_favour,
                   std::span<const std::uint32_t> families);
/// The same with draws that weigh what their family weighs; families without a weight count as 0.
SignShare share_of(std::span<const std::optional<bool>> in_favour,
                   std::span<const std::uint32_t> families, const CandidateWeights& weights);

/// Independent draws with fewer of which nothing stands, though it is true in every one.
double least_draws_to_stand();

/// stands: above 0.95 with 95 %, whatever rival is taken, the others drawn; falls: its contrary
/// does, below 0.05; built in: a formula has it, which a table of statements says.
enum class SignVerdict : std::uint8_t { built_in, stands, falls, cannot_be_told };
std::string_view name_of(SignVerdict verdict);

struct SignUnderRule {
    std::string rule;
    std::string choice;
    SignShare share;
    SignShare others;  // of the draws with another choice for this rule
};

/// The share of the view's draws, weighed as if a voice had reported nothing.
struct SignWithoutVoice {
    std::string voice;
    SignShare share;
};

/// What came of judging one sign.
struct JudgedSign {
    SignShare view;  // over the belief, or the prior where there is none
    SignShare prior;
    SignShare start;
    std::vector<SignUnderRule> rules;       // of the view
    std::vector<SignWithoutVoice> without;  // each of its voices that the view rests on
    SignVerdict verdict = SignVerdict::cannot_be_told;
    std::string turns_on;  // the one rival without which it would stand

    /// How many independent draws there are under the rule of which there are fewest.
    double fewest_draws() const;
    /// Whether most draws of the view say otherwise than most plays at the starting values.
    bool start_disagrees() const;
};

/// Judges by values, by replicate. `without` has what draws of the view weigh without voices.
JudgedSign judge_sign(const std::map<std::uint32_t, std::optional<double>>& values,
                      const View& view, const View& prior, const View& start,
                      const std::map<std::string, CandidateWeights>& without = {});

}  // namespace tumen
