#include "app/commands/results/verify_parts.hpp"

#include <fmt/format.h>

#include "app/cli/command/stop.hpp"
#include "app/session/output/progress.hpp"
#include "base/text.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen::app {

namespace {

std::string name_of(ReplicateKey key, const ResultReader& stored) {
    const auto& points = stored.experiment().points;
    return fmt::format("replicate {}{}", key.replicate,
                       points.size() > 1 ? fmt::format(" of point {}", key.point) : "");
}

/// The first difference between two proposals.
std::string particle_difference(const Particle& one, const Particle& other) {
    if (one.status != other.status || one.reason != other.reason) return "status";
    if (one.values != other.values) return "parameters";
    const auto differ = [](double mine, double theirs) {
        return shortest(mine) != shortest(theirs);  // (not a number is itself)
    };
    if (differ(one.distance, other.distance)) return "distance";
    if (differ(one.weight, other.weight)) return "weight";
    if (one.statistics.size() != other.statistics.size()) return "statistics";
    for (std::size_t i = 0; i < one.statistics.size(); ++i) {
        if (differ(one.statistics[i], other.statistics[i])) return "statistics";
    }
    return "";
}

void add_particles(const Generation& one, const Generation& other,
                   std::vector<std::string>& differences) {
    for (std::size_t i = 0; i < std::min(one.particles.size(), other.particles.size()); ++i) {
        const std::string what = particle_difference(one.particles[i], other.particles[i]);
        if (what.empty()) continue;
        differences.push_back(
            fmt::format("{} of proposal {} of generation {}", what, i, one.number));
        return;  // the first says enough
    }
    if (one.particles.size() != other.particles.size() || one.status != other.status)
        differences.push_back(fmt::format("the proposals of generation {}", one.number));
}

}  // namespace

VerifyPart recompute(ResultReader& stored) {
    VerifyPart part;
    if (stored.older() != nullptr) {
        part.looked_at = "nothing, as the file has no digests";
        return part;
    }
    for (const std::string& what : stored.changed())
        part.wrong.push_back(what + ": changed after it was written");
    for (const ReplicateKey key : stored.replicates()) {
        value_or_stop(stored.read(key));
        if (!stored.is_as_written())
            part.wrong.push_back(name_of(key, stored) + ": changed after it was written");
    }
    part.looked_at = fmt::format("the digests of every table and of {}",
                                 counted(stored.replicates().size(), "replicate"));
    if (stored.experiment().kind == ExperimentKind::check) {
        for (const std::string& pattern : value_or_stop(stored.wrong_patterns()))
            part.wrong.push_back("pattern " + pattern + ": not what the replicates come to");
        part.looked_at += ", and the patterns that they show";
    }
    return part;
}

VerifyPart compare_with_program(const ResultReader& stored) {
    VerifyPart part{"the model's fingerprint and the hashes of scenarios", stored.notes()};
    if (stored.older() == nullptr && stored.fingerprint() != model_fingerprint()) {
        part.wrong.push_back(
            fmt::format("the model's fingerprint: {} in the file, {} of this program",
                        printable(stored.fingerprint(), 40), model_fingerprint()));
    }
    return part;
}

std::string not_looked_at(const ResultReader& stored) {
    std::string always =
        "who wrote the file, when, how long it took, and whether its titles, questions and labels "
        "are those of a source";
    if (stored.experiment().kind != ExperimentKind::calibrate) return always;
    return "the proposals of the calibration, which are not played again; " + always;
}

std::vector<std::string> content_differences(ResultReader& one, ResultReader& other) {
    std::vector<std::string> differences;
    const auto mine = value_or_stop(one.generations());
    const auto theirs = value_or_stop(other.generations());
    if (mine.size() != theirs.size()) differences.push_back("the number of generations");
    for (std::size_t i = 0; i < std::min(mine.size(), theirs.size()); ++i)
        add_particles(mine[i], theirs[i], differences);
    for (const std::string& table : value_or_stop(one.tables_that_differ(other)))
        differences.push_back("the table " + table);
    return differences;
}

}  // namespace tumen::app
