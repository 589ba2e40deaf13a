#pragma once
#include "base/rows/fields.hpp"
#include "experiment/results.hpp"

/// What is told of a replicate that is done, in every face.
namespace tumen {

struct ReplicateHash {
    std::uint32_t replicate;
    Hash hash;
};

template <>
inline constexpr ResultKind result_kind<ReplicateHash> = {
    "hash of a replicate",
    "What a replicate came to, in one number: played again it is the same.",
    "run",
    "replicate_hashes[]",
    "provenance.replicate_hashes[]",
    "",
    "replicate"};
template <>
inline constexpr auto fields_of<ReplicateHash> =
    std::tuple{Field{"replicate", "", "Its number.", &ReplicateHash::replicate},
               Field{"hash", "", "The hash of its state on the last day.",
                     [](const ReplicateHash& row) { return hex(row.hash); }}};

}  // namespace tumen
