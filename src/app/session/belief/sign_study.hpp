#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/session/request/run_request.hpp"
#include "app/session/session.hpp"
#include "belief/statements/judged_study.hpp"
#include "patterns/pattern_book.hpp"

/// Signs that are judged over all that is not known: what `tumen statements` plays, and
/// `tumen check --rivals --belief`.
namespace tumen::app {

/// Draws and plays at the starting values of the scenarios that measurements read.
struct SignStudy {
    RunRequest request;
    std::vector<Measurement> measurements;
    std::optional<Belief> belief;
    std::string why_not;  // why there is none
    SignViews views;
};

/// `request` has the scenarios and no replicates; --replicates says how many draws there are.
SignStudy sign_study(RunRequest request, std::vector<Measurement> measurements, PriorView prior,
                     const Arguments& arguments);

/// By replicate, what the measurement of a row came to.
using SignValuesOf = std::function<const SignValues&(std::size_t row)>;

/// Plays it, into --plays where it is there, and hands over what came of it.
ExitCode play_signs(SignStudy& study, Session& session,
                    const std::function<void(const SignValuesOf&)>& print);

}  // namespace tumen::app
