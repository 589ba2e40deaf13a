#include "calibration/posterior_draws.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

Design drawn_design(const Experiment& calibrated, const Calibration& calibration,
                    const Posterior& posterior) {
    std::string all;
    for (std::size_t i = 0; i < posterior.weights.size(); ++i) {
        all += shortest(posterior.weights[i]);
        for (const double value : posterior.values[i])
            all += " " + shortest(value);
        all += "\n";
    }
    Design design;
    design.method = "posterior";
    design.samples = static_cast<std::uint32_t>(posterior.weights.size());
    design.factors = calibration.settings.priors;
    design.options = {{"calibration", fmt::format("{}, seed {}", calibrated.name, calibrated.seed)},
                      {"hash", hex(hash_of(all))}};
    return design;
}

}  // namespace

Expected<StoredCalibration, Diagnostic> read_calibration(CalibrationSource& source) {
    auto calibration = calibration_of(source.experiment());
    if (!calibration) return calibration.error();
    auto history = source.generations();
    if (!history) return history.error();
    find_places(calibration->settings, *history);
    return StoredCalibration{*std::move(calibration), *std::move(history)};
}

Expected<StoredPosterior, Diagnostic> read_posterior(CalibrationSource& source,
                                                     const std::string& name) {
    const auto stored = read_calibration(source);
    if (!stored) return stored.error();
    if (!is_finished(stored->history)) {
        return diagnostic("the calibration in " + name + " is not finished", "",
                          "its own command with --resume goes on");
    }
    Posterior posterior = posterior_values(stored->calibration.settings, stored->history);
    if (std::string why = no_posterior(posterior.weights.size(), effective_size(posterior.weights));
        !why.empty()) {
        return diagnostic("nothing can be drawn from " + name, std::move(why),
                          "calibrate again; --values prior draws from the prior");
    }
    Design design = drawn_design(source.experiment(), stored->calibration, posterior);
    return StoredPosterior{std::move(posterior), std::move(design)};
}

std::optional<Diagnostic> set_and_drawn(const Posterior& posterior,
                                        const std::vector<std::string>& set) {
    for (const std::string& one : set) {
        for (const std::string& name : posterior.names) {
            if (one.substr(0, one.find('=')) != name) continue;
            return diagnostic(name + " is both set and drawn from the posterior", "",
                              "leave out --set " + name + ", or --from");
        }
    }
    return std::nullopt;
}

DrawSource posterior_source(StoredPosterior stored, std::uint64_t seed) {
    DrawSource source;
    source.name = "posterior";
    source.rivals = RivalDraws::left;  // they stay as they were when it was made
    source.design = stored.design;
    source.draw = [posterior = std::move(stored.posterior), seed](std::uint32_t number) {
        return Expected<ReplicateDraw, Diagnostic>(draw_from(posterior, seed, number));
    };
    return source;
}

}  // namespace tumen
