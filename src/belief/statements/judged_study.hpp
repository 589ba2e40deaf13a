#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "belief/statements/judged_conclusion.hpp"
#include "belief/statements/sign_views.hpp"
#include "experiment/results.hpp"

/// Differences that were judged over draws and kept: a results file says which, and over what.
namespace tumen {

struct JudgedStudy {
    std::vector<const Conclusion*> conclusions;
    SignViews views;
    std::string why_not;  // why the prior stands in for the belief; empty where it does not
};

/// The design of an experiment with these views.
Design judged_design(const JudgedStudy& study);

/// Nothing where the experiment judges no differences, or is of a belief that this program does not
/// carry.
std::optional<JudgedStudy> judged_study(const Experiment& experiment);

/// Each difference, `values` by replicate in their order.
using SignValues = std::map<std::uint32_t, std::optional<double>>;
std::vector<JudgedConclusion> judge(const JudgedStudy& study,
                                    const std::vector<const SignValues*>& values);

/// "6 of 31 differences keep their sign whatever is not known: ..."
std::string judged_sentence(const JudgedStudy& study, const std::vector<JudgedConclusion>& judged,
                            std::uint64_t seed);

}  // namespace tumen
