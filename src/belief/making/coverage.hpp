#pragma once
#include "belief/making/covered.hpp"
#include "belief/making/making.hpp"

/// Whether weights are right: cities whose truth is known are found again from what would be
/// reported of them. Nothing is played for it.
namespace tumen {

/// Each candidate in turn is the truth: reports of it are drawn with the errors that the likelihood
/// takes them to have, all other candidates weighed by these, and what is not fitted is told from
/// them. Of the first group of plays alone, which all candidates went through: whoever went on to
/// the next was chosen for the reports that there are, which are not those of this truth.
///
/// A hundred truths tell 90 % to within three points either way, and the same hundred serve all
/// quantities; so each candidate is the truth once, and the first hundred are shown beside all.
CoverageTable coverage_of(const Making& making);

}  // namespace tumen
