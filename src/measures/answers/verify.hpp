#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "experiment/results.hpp"
#include "experiment/source.hpp"

/// Are these results what the model gives? By playing them again, or by comparing two sets.
namespace tumen {

/// One thing in which two replicates or two experiments differ, in words: "day 45 (2020-10-16),
/// Hyesan, fee: 0.22 and 0.23".
struct Difference {
    ReplicateKey key;  // replicate 0 = the experiment as a whole
    std::string text;
};

/// The first difference between two results of the same replicate; empty text if there is none.
/// `seconds` is not compared.
Difference first_difference(const Scenario& scenario, const ReplicateResult& one,
                            const ReplicateResult& other);

/// In what two experiments differ as a whole: seed, points by hash, replicates. Empty if in
/// nothing.
std::vector<std::string> experiment_differences(const Experiment& one, const Experiment& other);

/// What a file says of a replicate's headlines, by id.
using StoredHeadlines = std::function<std::map<std::string, double>(ReplicateKey)>;

/// The first headline in which they differ, "headline handed_in: 812 and 1312"; empty if in none.
std::string headline_difference(const std::map<std::string, double>& one,
                                const std::map<std::string, double>& other);

struct VerifyOptions {
    std::size_t replicates = 0;           // of each point, the first ones; 0 = all
    std::vector<ReplicateKey> only = {};  // these, in order; none: as `replicates` says
    EnsembleOptions playing;
    StoredHeadlines headlines = {};  // of the stored results; none: those of the source alone
};

/// The first replicates of each point; all where 0 are asked for.
std::vector<ReplicateKey> first_of(const std::vector<ReplicateKey>& all, std::size_t replicates);

struct Verification {
    std::size_t checked = 0;  // played again and compared
    std::size_t equal = 0;
    std::size_t left = 0;                 // not reached: a stop request
    std::vector<Difference> differences;  // one for each replicate that differs
};

/// Plays stored replicates again and compares every day of every city.
Expected<Verification, Diagnostic> verify_results(ResultSource& stored,
                                                  const VerifyOptions& options);
Expected<Verification, Diagnostic> verify_results(ResultSource& stored,
                                                  const VerifyOptions& options, CityPlayer& player);

/// Compares two stored sets, replicate by replicate; `left` counts those that only one of them has.
Expected<Verification, Diagnostic> compare_results(ResultSource& one, ResultSource& other,
                                                   const StoredHeadlines& headlines_of_one = {},
                                                   const StoredHeadlines& headlines_of_other = {});

}  // namespace tumen
