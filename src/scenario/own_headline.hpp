#pragma once
#include "base/expected.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

/// A headline that is a statistic and nothing else: called as the statistic is written, its id made
/// of the words in it. The column of the diagnostic counts from 1 within `statistic`.
Expected<OwnHeadline, Diagnostic> own_headline(std::string_view statistic);

/// Whether `text` can be an id: [a-z0-9_]{1,64}, and no usual headline has it.
bool is_headline_id(std::string_view text);

}  // namespace tumen
