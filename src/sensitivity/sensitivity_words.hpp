#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sensitivity/sensitivity.hpp"

/// What an analysis of sensitivity says, in plain sentences for the terminal and the report.
namespace tumen {

/// "told", "not told from nothing", "no floor".
std::string_view name_of(Standing standing);

/// "2", or "2 to 4" where intervals overlap.
std::string rank_text(const FactorSensitivity& factor);

/// A sentence on what this parameter does to the headline. An index below 0 is said to be about
/// zero.
std::string sentence_of(const FactorSensitivity& factor, const Headline& headline);

/// What there is to know of one headline: which parameters count, how much of it is luck, what is
/// left out, whether the design was large enough.
std::vector<std::string> sentences_of(const HeadlineSensitivity& one, SensitivityMethod method);

/// Of the runs as a whole: failed and missing ones, and how parameters were chosen where nobody
/// named them.
std::vector<std::string> warnings_of(const Sensitivity& sensitivity);

}  // namespace tumen
