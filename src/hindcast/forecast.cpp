#include "hindcast/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "base/math.hpp"
#include "belief/likelihood/weights.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

/// What the known reports of a series say, for one play, about the error that they share.
struct SharedError {
    double precision = 0;  // 0: no such error
    double mean = 0;
    double squares = 0;    // of the reports' errors, less what the shared one explains
    double log_width = 0;  // logarithm of the determinant of their covariance
    double reports = 0;    // with a value
    double missing = 0;    // without one
    double counts_as = 0;  // sum over all of its reports
};

using SharedErrors = std::vector<SharedError>;  // by series

/// Of n reports of a voice each counts as n to (voice power - 1).
std::map<std::string, double> counted_as(const Targets& targets, const SplitTargets& split) {
    std::map<std::string, double> voices;
    for (const KnownReport& one : split.known)
        voices[one.question.voice] += 1;
    for (auto& [voice, count] : voices)
        count = math::pow(count, targets.voice_power - 1);
    return voices;
}

double model_value(const Targets& targets, const TargetQuestion& question, double value) {
    return on_scale(targets.series[question.series].scale, value) + question.shift;
}

bool has_value(const Targets& targets, const TargetQuestion& question,
               const std::optional<double>& value) {
    return value && std::isfinite(model_value(targets, question, *value));
}

SharedErrors shared_errors(const Targets& targets, const SplitTargets& split,
                           const TargetValues& values) {
    SharedErrors all(targets.series.size());
    std::vector<double> sums(targets.series.size());
    for (std::size_t series = 0; series < all.size(); ++series) {
        const double bias = targets.series[series].bias;
        if (bias > 0) {
            all[series].precision = 1 / (bias * bias);
            all[series].log_width = 2 * math::log(bias);
        }
    }
    const std::map<std::string, double> weights = counted_as(targets, split);
    for (std::size_t i = 0; i < split.known.size(); ++i) {
        const auto& [question, observed] = split.known[i];
        SharedError& one = all[question.series];
        one.counts_as += weights.at(question.voice);
        const std::optional<double>& value = values[split.known_places[i]];
        if (!has_value(targets, question, value)) {
            one.missing += 1;
            continue;
        }
        const double off = on_scale(targets.series[question.series].scale, observed) -
                           model_value(targets, question, *value);
        const double precision = 1 / (question.error * question.error);
        one.reports += 1;
        one.squares += off * off * precision;
        one.log_width -= math::log(precision);
        sums[question.series] += off * precision;
        if (targets.series[question.series].bias > 0) one.precision += precision;
    }
    for (std::size_t series = 0; series < all.size(); ++series) {
        SharedError& one = all[series];
        if (one.precision <= 0) continue;
        one.mean = sums[series] / one.precision;
        one.squares -= one.precision * one.mean * one.mean;
        one.log_width += math::log(one.precision);
    }
    return all;
}

double log_of(const Targets& targets, const SharedErrors& errors) {
    double log = 0;
    for (const SharedError& one : errors) {
        const double all = one.reports + one.missing;
        if (all <= 0) continue;
        const double missing = one.missing * targets.without_value * targets.without_value;
        const double most = all * targets.most * targets.most;
        const double squares = std::min(one.squares + missing, most);
        log -= one.counts_as / all * (squares + one.log_width) / 2;
    }
    return log;
}

/// The mixture over the draws with a value, and the weight of the others.
struct Mixed {
    Mixture mixture;
    double without_value = 0;
};

Mixed mixed(const Targets& targets, const TargetQuestion& question, std::size_t place,
            const std::vector<const TargetValues*>& plays, const std::vector<double>& weights,
            const std::vector<SharedErrors>& errors) {
    Mixed made;
    double sum = 0;
    for (std::size_t i = 0; i < plays.size(); ++i) {
        const std::optional<double>& value = (*plays[i])[place];
        if (!has_value(targets, question, value)) {
            made.without_value += weights[i];
            continue;
        }
        double mean = model_value(targets, question, *value);
        double variance = question.error * question.error;
        if (targets.series[question.series].bias > 0) {
            const SharedError& shared = errors[i][question.series];
            mean += shared.mean;
            variance += 1 / shared.precision;
        }
        made.mixture.push_back({weights[i], mean, std::sqrt(variance)});
        sum += weights[i];
    }
    for (Component& one : made.mixture)
        one.weight /= sum;
    return made;
}

std::vector<EarlierReport> reports_of(const Targets& targets, const SplitTargets& split,
                                      std::size_t series) {
    std::vector<EarlierReport> reports;
    for (const auto& [question, observed] : split.known) {
        if (question.series != series) continue;
        reports.push_back({middle_of(question.window),
                           on_scale(targets.series[series].scale, observed),
                           question.report_error});
    }
    return reports;
}

}  // namespace

SplitTargets split_at(const Targets& targets, const std::vector<std::size_t>& asked, Date cutoff) {
    SplitTargets split;
    for (std::size_t place = 0; place < asked.size(); ++place) {
        const ToldTarget& target = targets.targets[asked[place]];
        if (target.question.known <= cutoff) {
            split.known.push_back({target.question, target.observed});
            split.known_places.push_back(place);
        } else {
            split.later.push_back(target.question);
            split.later_places.push_back(place);
        }
    }
    return split;
}

double log_likelihood(const Targets& targets, const SplitTargets& split,
                      const TargetValues& values) {
    return log_of(targets, shared_errors(targets, split, values));
}

Forecast forecast_from(const Targets& targets, const SplitTargets& split, Date cutoff,
                       const std::map<std::uint32_t, TargetValues>& plays) {
    std::vector<const TargetValues*> rows;
    std::vector<SharedErrors> errors;
    std::vector<SharedErrors> nothing_told;
    std::vector<double> logs;
    SplitTargets blank;
    for (const auto& [number, values] : plays) {
        rows.push_back(&values);
        errors.push_back(shared_errors(targets, split, values));
        nothing_told.push_back(shared_errors(targets, blank, values));
        logs.push_back(log_of(targets, errors.back()));
    }
    const std::vector<double> weights = weights_from(logs);
    const std::vector<double> equal(rows.size(), 1 / static_cast<double>(rows.size()));
    Forecast made;
    made.cutoff = cutoff;
    made.draws = rows.size();
    made.reports = split.known.size();
    made.effective = effective_size(weights);
    made.largest = *std::max_element(weights.begin(), weights.end());
    made.pareto = pareto_shape(weights);
    for (std::size_t i = 0; i < split.later.size(); ++i) {
        const TargetQuestion& question = split.later[i];
        const std::size_t place = split.later_places[i];
        Mixed forecast = mixed(targets, question, place, rows, weights, errors);
        Mixed prior = mixed(targets, question, place, rows, equal, nothing_told);
        const std::vector<EarlierReport> earlier = reports_of(targets, split, question.series);
        const Date middle = middle_of(question.window);
        made.targets.push_back(
            {question, std::move(forecast.mixture), std::move(prior.mixture),
             persistence(earlier, middle, question.report_error, targets.yearly_change),
             linear_trend(earlier, middle, question.report_error), forecast.without_value});
    }
    return made;
}

std::vector<double> quantiles_of(const Mixture& mixture, ReportScale scale) {
    std::vector<double> values;
    if (mixture.empty()) return values;
    for (const double p : forecast_quantiles)
        values.push_back(off_scale(scale, quantile_of(mixture, p)));
    return values;
}

}  // namespace tumen
