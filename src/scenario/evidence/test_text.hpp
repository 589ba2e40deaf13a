#pragma once
#include <optional>
#include <vector>

#include "scenario/text/fields.hpp"

/// The test of a pattern as a file writes it, in the ledger and in files of one's own.
namespace tumen {

/// A run that a test reads: a scenario, with values and rules of the test's own laid over it, as
/// flags write them ("extortion=0.2", "rules.oath=none").
struct RunText {
    MarkedText scenario;
    std::vector<MarkedText> settings;
};

struct TestText {
    Mark mark;
    RunText run;
    std::vector<RunText> against;  // of base, base2, base3
    MarkedText statistic, old_statistic, sign, judged;
    std::optional<double> low, high;
};

/// Whether a test has to name its scenario, or is of the one that is asked about.
enum class ScenarioNamed { always, perhaps };

/// The fields of a test; what is wrong with them becomes a problem. Scenarios are not looked up.
TestText read_test(Fields fields, ScenarioNamed named);

/// What the tables called `set` and `rules` say, where they are there: { extortion = 0.2 } and
/// { oath = "none" }.
std::vector<MarkedText> read_settings(Fields& fields, std::string_view set, std::string_view rules);

}  // namespace tumen
