#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cli/command/command.hpp"
#include "design/design.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "measures/answers/stopping.hpp"
#include "store/store.hpp"
#include "sweep/given_points.hpp"

/// What the commands that play ask for, read from their arguments.
namespace tumen::app {

/// What to do where the results file exists.
enum class IfThere : std::uint8_t { ask, resume, replace };

/// Playing on until a headline is known well enough.
struct Until {
    StoppingRule rule;
    Headline headline;       // that the rule is about
    std::uint32_t most = 0;  // replicates
};

struct RunRequest {
    Experiment experiment;
    EnsembleOptions playing;  // without stop
    std::string results;      // path of the SQLite file
    std::string report;       // path of the report beside it
    IfThere if_there = IfThere::ask;
    std::optional<Until> until = {};
};

/// The seed that is taken where none is given.
inline constexpr std::uint64_t default_seed = 1;
inline constexpr std::uint64_t default_replicates = 64;
/// ... where each has values and rules of its own: three in four are distinct draws, of which 225
/// tell the width of a range of nine in ten within a tenth nine times of ten.
inline constexpr std::uint64_t default_drawn_replicates = 300;
/// Which of these where nobody says.
std::uint64_t usual_replicates_of(const Arguments& arguments);

/// The one scenario of SCENARIO.
RunRequest run_request(const Arguments& arguments);

/// BASE and OTHER..., one point each, on the same luck.
RunRequest compare_request(const Arguments& arguments);

/// A design over parameters of SCENARIO; days are left out unless --keep-days is there. `name` is
/// the experiment's and, without --out, the file's.
RunRequest design_request(ExperimentKind kind, const std::string& name, Design design,
                          const Arguments& arguments,
                          std::uint64_t usual_replicates = default_replicates);

/// The same for points that are given.
RunRequest given_request(const std::string& name, GivenPoints given, const Arguments& arguments,
                         std::uint64_t usual_replicates);

/// --seed.
std::uint64_t seed_asked(const Arguments& arguments);

/// "90", "90 s", "10 min", "2 h" in seconds; nothing where the option was not given.
std::optional<double> time_limit_asked(const Arguments& arguments);

/// --replicates: "64" is 1 to 64, "101..200" these alone, for one job of several.
std::vector<std::uint32_t> replicates_asked(const Arguments& arguments,
                                            std::uint64_t usual = default_replicates);

/// Everything but the points; `name` is the experiment's and, without --out, the file's.
RunRequest request_named(const std::string& name, ExperimentKind kind, const Arguments& arguments,
                         std::uint64_t usual_replicates = default_replicates);

/// --threads, --wards-a-task and --on-error.
EnsembleOptions playing_options(const Arguments& arguments);

/// What was typed, as it can be typed again, without --force and with --resume.
std::string resume_command(const Arguments& arguments);
/// What was typed, with the bare name of the program.
std::string plain_command(const Arguments& arguments);

}  // namespace tumen::app
