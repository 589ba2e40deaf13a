#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command/arguments.hpp"
#include "store/reader.hpp"

/// How much of stored results `tumen verify` plays again.
namespace tumen::app {

struct Choice {
    std::vector<ReplicateKey> replicates;
    std::size_t of = 0;                 // how many there are
    std::optional<std::uint64_t> seed;  // of a sample
};

/// All of them; the first ones, where --replicates says how many; or a sample, where all would take
/// more than a minute and nobody asked for all. Ends the command where options contradict.
Choice choose(ResultReader& stored, const Arguments& arguments);

bool is_whole(const Choice& choice);

/// "64 of 40,000 played again, the rest not looked at (--seed 7 plays the same, --all all)."
std::string choice_text(const Choice& choice);

}  // namespace tumen::app
