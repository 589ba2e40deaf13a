#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/parts/parts.hpp"

/// What has to be played again to make a report again: the page carries it.
namespace tumen {

/// Null where a page cannot carry it: of a calibration, of results of an older model, and where the
/// values of all points would fill it.
Json played_part(const ResultSource& results, const OlderResults* older);

/// The same, read from a page.
struct ToPlayAgain {
    Experiment experiment;
    std::vector<ReplicateKey> missing;  // asked for and not there when the report was made
};
Expected<ToPlayAgain, Diagnostic> read_played_part(const Json& played);

}  // namespace tumen
