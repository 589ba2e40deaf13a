#include <malloc.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "bench/support/scenarios.hpp"
#include "bench/support/timings.hpp"
#include "measures/headlines/yardstick.hpp"
#include "model/past/past.hpp"
#include "model/state/world.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"

/// What does it save to play the common past of a scenario and its yardstick once, how many bytes
/// is the past, and what does it cost to take it up? Both ways in turn, on one thread.
namespace tumen::bench {

namespace {

using Simulations = std::vector<std::shared_ptr<const Simulation>>;

Simulations with_yardstick() {
    const EmbeddedFiles files;
    const auto scenario = read_scenario("hyesan-handin", files);
    if (!scenario) stop("an embedded scenario cannot be read");
    return {std::make_shared<const Simulation>(scenario->plan),
            std::make_shared<const Simulation>(without_campaign(*scenario)->plan)};
}

constexpr std::uint32_t replicates = 40;

/// Plays replicates both ways, and says what one way costs over the other.
class InTurn {
  public:
    explicit InTurn(Simulations simulations) : simulations_(std::move(simulations)) {
        for (std::uint32_t replicate = 1; replicate <= replicates; ++replicate) {
            if (replicate % 2 == 0) play_whole(replicate);
            play_shared(replicate);
            if (replicate % 2 != 0) play_whole(replicate);
            if (shared_hashes_ != whole_hashes_) stop("a shared past changes what is played");
        }
    }
    double shared_over_whole() const { return shared_ / whole_; }
    double days_over_whole() const {
        const auto played = static_cast<double>(past_.days().played);
        return played / (played + static_cast<double>(past_.days().shared));
    }

  private:
    void play_whole(std::uint32_t replicate) {
        whole_hashes_.clear();
        PlayOptions options;
        options.city = &city_;
        const double start = thread_seconds();
        for (const auto& simulation : simulations_)
            whole_hashes_.push_back(
                simulation->play(seed, replicate, 0, executor_, options).state_hash);
        whole_ += thread_seconds() - start;
    }
    void play_shared(std::uint32_t replicate) {
        shared_hashes_.clear();
        PlayOptions options;
        options.city = &city_;
        const double start = thread_seconds();
        past_.begin({*parting_day(*simulations_[0], *simulations_[1], 0)});
        for (const auto& simulation : simulations_) {
            const CityResult result =
                past_.play(simulation, seed, replicate, 0, executor_, options);
            shared_hashes_.push_back(result.state_hash);
        }
        shared_ += thread_seconds() - start;
    }

    Simulations simulations_;
    SerialExecutor executor_;
    City city_;
    SharedPast past_;
    std::vector<Hash> shared_hashes_;
    std::vector<Hash> whole_hashes_;
    double shared_ = 0;
    double whole_ = 0;
};

double bytes_held() {
    const auto held = mallinfo2();
    return static_cast<double>(held.uordblks) + static_cast<double>(held.hblkhd);
}

void print_copy(const Simulation& simulation) {
    constexpr int copies = 200;
    SerialExecutor executor;
    City city;
    PlayOptions options;
    options.city = &city;
    simulation.play(seed, 1, 0, executor, options);  // its state in the end, the largest
    double start = thread_seconds();
    simulation.play(seed, 2, 0, executor, options);
    const double day =
        (thread_seconds() - start) / (simulation.plan().days - simulation.calendar().first_day());
    const double before = bytes_held();
    City kept = city;
    print_finding("bytes of a past of 192,680 residents", bytes_held() - before, "bytes");
    start = thread_seconds();
    for (int i = 0; i < copies; ++i)
        kept = city;
    print_finding("copying it into memory that is there", (thread_seconds() - start) / copies / day,
                  "days of the city");
    start = thread_seconds();
    for (int i = 0; i < copies; ++i) {
        City another = city;
        ::benchmark::DoNotOptimize(another);
    }
    print_finding("... into memory of its own", (thread_seconds() - start) / copies / day,
                  "days of the city");
}

}  // namespace

}  // namespace tumen::bench

int main() {
    using namespace tumen::bench;
    const Simulations simulations = with_yardstick();
    const InTurn measured(simulations);
    print_finding("days played of hyesan-handin and its yardstick, past shared over whole",
                  measured.days_over_whole(), "times");
    print_at_most("... processor time", measured.shared_over_whole(), "times", 0.7);
    print_copy(*simulations[0]);
    return 0;
}
