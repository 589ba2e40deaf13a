#include "belief/statements/sign_views.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "belief/belief_draws.hpp"
#include "experiment/draws.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t most_start_plays = 32;

/// `count` replicates behind those that the experiment has.
void add_replicates(View& view, Experiment& experiment, std::uint32_t count) {
    const auto before = static_cast<std::uint32_t>(experiment.replicates.size());
    for (std::uint32_t i = 1; i <= count; ++i) {
        view.replicates.push_back(before + i);
        experiment.replicates.push_back(before + i);
    }
}

/// The same, with draws 1 to `count` of the source.
std::optional<Diagnostic> add_view(View& view, Experiment& experiment, const DrawSource& source,
                                   std::uint32_t count) {
    add_replicates(view, experiment, count);
    std::vector<DrawAsked> asked;
    for (std::uint32_t number = 1; number <= count; ++number)
        asked.push_back({view.replicates[number - 1], number});
    if (auto problem = add_draws(experiment, source, RivalDraws::drawn, asked)) return problem;
    view.draws.assign(experiment.draws.end() - count, experiment.draws.end());
    return std::nullopt;
}

}  // namespace

Expected<SignViews, Diagnostic> take_sign_views(Experiment& experiment, const Belief* belief,
                                                std::uint32_t count, PriorView prior) {
    SignViews views;
    views.has_belief = belief != nullptr;
    experiment.replicates.clear();
    if (belief != nullptr) {
        const auto taken =
            static_cast<std::uint32_t>(std::min<std::size_t>(count, belief->draws.size()));
        const DrawSource source = belief_source(*belief);
        if (auto problem = add_view(views.believed, experiment, source, taken))
            return *std::move(problem);
        views.design = source.design;
        for (std::uint32_t i = 0; i < taken; ++i)
            views.believed.families.push_back(belief->draws[i].candidate);
        if (belief->without.empty()) views.without = weights_without_each(*belief);
    }
    if (belief == nullptr || prior == PriorView::beside) {
        const DrawSource source = prior_source(ledger_priors(), ledger_belief().seed);
        if (auto problem = add_view(views.prior, experiment, source, count))
            return *std::move(problem);
        if (belief == nullptr) views.design = source.design;
        views.prior.families.resize(count);
        std::iota(views.prior.families.begin(), views.prior.families.end(), 1U);
    }
    add_replicates(views.start, experiment, std::min(count, most_start_plays));
    views.start.families = views.start.replicates;
    return views;
}

}  // namespace tumen
