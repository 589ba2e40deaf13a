#include "app/session/belief/belief_plays.hpp"

#include <algorithm>

#include "app/cli/command/stop.hpp"
#include "app/session/request/run_request.hpp"

namespace tumen::app {

namespace {

constexpr std::size_t numbers_at_once = 64;

}  // namespace

bool play_numbers(const Making& making, Phase phase, std::size_t group,
                  std::vector<std::uint32_t> left, Session& session, const Take& take,
                  const std::function<void()>& rest) {
    const std::size_t all = left.size();
    const EnsembleOptions playing = playing_options(session.arguments());
    while (!left.empty()) {
        const std::vector<std::uint32_t> now(
            left.begin(),
            left.begin() + static_cast<std::ptrdiff_t>(std::min(left.size(), numbers_at_once)));
        const Experiment experiment = value_or_stop(making.experiment(phase, group, now));
        if (left.size() == all) session.expect(all * experiment.points.size());
        const std::vector<const Pattern*>& patterns = making.groups()[group].patterns;
        MeasurementBook book(experiment, points_by_name(experiment), measurements_of(patterns));
        BookSink sink({}, {&book});
        const Summary summary = session.play(experiment, {}, playing, sink);
        if (summary.interrupted) return false;
        for (const std::uint32_t number : now) {
            PatternValues values;
            for (std::size_t i = 0; i < patterns.size(); ++i) {
                const auto found = book.by_replicate(i).find(number);
                values.push_back(found == book.by_replicate(i).end() ? std::nullopt
                                                                     : found->second);
            }
            take(number, std::move(values));
        }
        rest();
        left.erase(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(now.size()));
    }
    return true;
}

}  // namespace tumen::app
