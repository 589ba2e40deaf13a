#include "belief/statements/judged_study.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "belief/belief_draws.hpp"
#include "belief/without_voice.hpp"

namespace tumen {

namespace {

constexpr std::string_view differences = "differences";  // ids, of a design
constexpr std::string_view no_belief = "why_not";

const Conclusion* find_conclusion(std::string_view id) {
    const auto all = conclusions();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Conclusion& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<const Conclusion*> conclusions_of(std::string_view ids) {
    std::vector<const Conclusion*> found;
    while (!ids.empty()) {
        const std::size_t end = std::min(ids.find(' '), ids.size());
        if (const Conclusion* one = find_conclusion(ids.substr(0, end))) found.push_back(one);
        ids.remove_prefix(std::min(end + 1, ids.size()));
    }
    return found;
}

std::size_t count(const std::vector<JudgedConclusion>& judged, SignVerdict verdict) {
    return static_cast<std::size_t>(
        std::count_if(judged.begin(), judged.end(),
                      [&](const JudgedConclusion& one) { return one.verdict == verdict; }));
}

}  // namespace

Design judged_design(const JudgedStudy& study) {
    Design design = study.views.design;
    std::string ids;
    for (const Conclusion* one : study.conclusions)
        ids += (ids.empty() ? "" : " ") + std::string(one->id);
    design.options.emplace_back(differences, std::move(ids));
    if (!study.why_not.empty()) design.options.emplace_back(no_belief, study.why_not);
    return design;
}

std::optional<JudgedStudy> judged_study(const Experiment& experiment) {
    if (!experiment.design || option_of(*experiment.design, differences).empty())
        return std::nullopt;
    JudgedStudy study;
    study.conclusions = conclusions_of(option_of(*experiment.design, differences));
    study.why_not = option_of(*experiment.design, no_belief);
    const auto belief = belief_behind(experiment);
    if (experiment.design->method == "belief" && !belief) return std::nullopt;
    study.views.has_belief = belief.has_value();
    study.views.design = *experiment.design;
    View& view = belief ? study.views.believed : study.views.prior;
    for (const ReplicateDraw& draw : experiment.draws) {
        view.draws.push_back(draw);
        view.replicates.push_back(draw.replicate);
        // Here replicate n has draw n: there are no twins.
        view.families.push_back(
            belief ? belief->draws[(draw.replicate - 1) % belief->draws.size()].candidate
                   : draw.replicate);
    }
    for (const std::uint32_t replicate : experiment.replicates) {
        if (std::find(view.replicates.begin(), view.replicates.end(), replicate) ==
            view.replicates.end()) {
            study.views.start.replicates.push_back(replicate);
        }
    }
    study.views.start.families = study.views.start.replicates;
    if (belief && belief->without.empty()) study.views.without = weights_without_each(*belief);
    return study;
}

std::vector<JudgedConclusion> judge(const JudgedStudy& study,
                                    const std::vector<const SignValues*>& values) {
    std::vector<JudgedConclusion> judged;
    judged.reserve(study.conclusions.size());
    for (std::size_t row = 0; row < study.conclusions.size(); ++row) {
        judged.push_back(judge(*study.conclusions[row], *values[row], study.views.view(),
                               study.views.prior, study.views.start, study.views.without));
    }
    return judged;
}

std::string judged_sentence(const JudgedStudy& study, const std::vector<JudgedConclusion>& judged,
                            std::uint64_t seed) {
    const SignShare& first = judged.front().view;
    return fmt::format(
        "{} of {} differences keep their sign whatever is not known: the lower 95 % bound of the "
        "share of draws that have it is above 95 %, over all of them and under every single rival, "
        "the others drawn. {} fall, {} cannot be told. {} draws of the {}, worth {:.0f} "
        "independent ones, seed {}.",
        count(judged, SignVerdict::stands), judged.size(), count(judged, SignVerdict::falls),
        count(judged, SignVerdict::cannot_be_told), first.draws, study.views.view().name,
        first.effective, seed);
}

}  // namespace tumen
