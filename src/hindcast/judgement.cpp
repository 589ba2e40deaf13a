#include "hindcast/judgement.hpp"
#include "measures/numbers/confidence.hpp"

#include <algorithm>

namespace tumen {

namespace {

double observed_of(const Targets& targets, const std::string& id) {
    const auto found = std::find_if(targets.targets.begin(), targets.targets.end(),
                                    [&](const ToldTarget& one) { return one.question.id == id; });
    return found->observed;
}

std::optional<Scored> scored(const std::optional<Component>& rival, double observed) {
    if (!rival) return std::nullopt;
    return tumen::scored(Mixture{*rival}, observed);
}

/// The rival of a target, where there is one.
template <class Rival>
AgainstRival against(const std::vector<const TargetScore*>& targets, const Rival& rival_of) {
    std::vector<double> own;
    std::vector<double> others;
    double gain = 0;
    for (const TargetScore* one : targets) {
        const std::optional<Scored> rival = rival_of(*one);
        if (!rival) continue;
        own.push_back(one->model.crps);
        others.push_back(rival->crps);
        gain += rival->log_score - one->model.log_score;
    }
    if (own.empty()) return {};
    return {skill_of(own, others), gain / static_cast<double>(own.size())};
}

ScoreSummary summary_of(const std::string& voice, const std::vector<const TargetScore*>& targets) {
    ScoreSummary summary;
    summary.voice = voice;
    summary.targets = targets.size();
    const auto n = static_cast<double>(targets.size());
    for (const TargetScore* one : targets) {
        summary.in_half += one->model.in_half == Covered::yes ? 1 : 0;
        summary.in_ninety += one->model.in_ninety == Covered::yes ? 1 : 0;
        summary.crps += one->model.crps / n;
        summary.log_score += one->model.log_score / n;
    }
    summary.prior =
        against(targets, [](const TargetScore& one) { return std::optional(one.prior); });
    summary.persistence = against(targets, [](const TargetScore& one) { return one.persistence; });
    summary.trend = against(targets, [](const TargetScore& one) { return one.trend; });
    return summary;
}

std::vector<ScoreSummary> summaries_of(const std::vector<TargetScore>& targets) {
    std::vector<const TargetScore*> all;
    std::vector<std::string> voices;
    for (const TargetScore& one : targets) {
        all.push_back(&one);
        if (std::find(voices.begin(), voices.end(), one.voice) == voices.end())
            voices.push_back(one.voice);
    }
    std::vector<ScoreSummary> summaries;
    if (all.empty()) return summaries;
    summaries.push_back(summary_of("", all));
    for (const std::string& voice : voices) {
        std::vector<const TargetScore*> of_voice;
        for (const TargetScore* one : all) {
            if (one->voice == voice) of_voice.push_back(one);
        }
        summaries.push_back(summary_of(voice, of_voice));
    }
    return summaries;
}

}  // namespace

Scored scored(const Mixture& forecast, double observed) {
    constexpr double half = 0.5;
    return {crps(forecast, observed), log_score(forecast, observed),
            covered(forecast, observed, half), covered(forecast, observed, range_level)};
}

Judgement judge(const Targets& targets, const Forecast& forecast) {
    Judgement made;
    for (const TargetForecast& one : forecast.targets) {
        const TargetQuestion& question = one.question;
        if (one.forecast.empty() || one.prior.empty()) {
            made.unforeseen.push_back(question.id);
            continue;
        }
        const ReportSeries& series = targets.series[question.series];
        const double told = observed_of(targets, question.id);
        const double observed = on_scale(series.scale, told);
        made.targets.push_back({question.id, series.id, question.voice, told,
                                scored(one.forecast, observed), scored(one.prior, observed),
                                scored(one.persistence, observed), scored(one.trend, observed)});
    }
    made.summaries = summaries_of(made.targets);
    return made;
}

}  // namespace tumen
