#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/ensemble.hpp"
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

struct VerifyOptions {
    std::size_t replicates = 0;  // of each point, the first ones; 0 = all
    EnsembleOptions playing;
};

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
Expected<Verification, Diagnostic> compare_results(ResultSource& one, ResultSource& other);

}  // namespace tumen
