#include "bench/count/counted_run.hpp"

#include <bit>

#include "bench/count/operations.hpp"
#include "bench/support/scenarios.hpp"
#include "bench/support/staged_run.hpp"
#include "model/steps/steps.hpp"

// The build renames the namespace of the model for this file and for the sources it is linked with,
// so that the counting model and the measured one stand in one program.
namespace tumen::bench {

namespace {

std::uint64_t ones(std::uint64_t mask) {
    return static_cast<std::uint64_t>(std::popcount(mask));
}

/// Bits that a day reads of everybody of interest: who holds a phone, calls, is free, has ever held
/// one, is suspect, followed, sworn, detained, imprisoned, of which of three roles; and today's
/// chance to review and to call.
constexpr std::uint64_t bits_a_person = 14;
constexpr std::uint64_t bytes_an_observed_home = 3 * sizeof(double);  // need, savings, their excess
constexpr std::uint64_t bytes_a_role = sizeof(double);                // perceived risk

class CountingMeter {
  public:
    explicit CountingMeter(counted::Run& run) : run_(run) {
        run_.names.assign(stage_names().begin(), stage_names().end());
        run_.steps.resize(stage_names().size());
    }
    void begin() { last_ = operations_done; }
    void built(const City& city) {
        counted::Operations& sum = run_.steps[building];
        add_operations(sum);
        for (const Ward& ward : city.wards)
            add_building(ward, sum);
    }
    void done(std::size_t stage, const DayStep& step, const Today& now, const City& city) {
        counted::Operations& sum = run_.steps[stage];
        add_operations(sum);
        for (const Ward& ward : city.wards)
            add_places(step, now, ward, sum);
    }
    void add_operations(counted::Operations& sum) {
        sum.philox_blocks += operations_done.philox_blocks - last_.philox_blocks;
        sum.exponentials += operations_done.exponentials - last_.exponentials;
        sum.logarithms += operations_done.logarithms - last_.logarithms;
        last_ = operations_done;
    }
    void reported(const DayReport& report) {
        auto& row = run_.reports.emplace_back();
        for (std::size_t i = 0; i < count_total + quantity_total; ++i)
            row.push_back(report.value(i));
    }

  private:
    void add_places(const DayStep& step, const Today& now, const Ward& ward,
                    counted::Operations& sum);
    void add_building(const Ward& ward, counted::Operations& sum);
    void add_drift(const Ward& ward, counted::Operations& sum);
    void add_news(const Today& now, const Ward& ward, counted::Operations& sum);

    counted::Run& run_;
    Operations last_;
};

void CountingMeter::add_building(const Ward& ward, counted::Operations& sum) {
    sum.inverse_normals += ward.homes.size() + ward.persons.size();  // savings, aversion
    sum.logarithms = 0;  // only the inverse normal's own: part of its cost
    // Written once: a byte a household, a line for each person and each home of interest.
    sum.bytes += ward.households.size();
    sum.lines += ward.homes.size() + ward.persons.size();
}

void CountingMeter::add_drift(const Ward& ward, counted::Operations& sum) {
    sum.bytes += ward.persons.size() * bits_a_person / 8;
    run_.people += static_cast<double>(ward.persons.size());
    run_.homes += static_cast<double>(ward.homes.size());
}

void CountingMeter::add_news(const Today& now, const Ward& ward, counted::Operations& sum) {
    // The unit and the people named as ties of everybody arrested; whoever was caught.
    const auto arrested = static_cast<std::uint64_t>(ward.today[Count::arrested]);
    sum.lines += arrested * (1 + static_cast<std::uint64_t>(now.p.population.ties));
    sum.lines += static_cast<std::uint64_t>(ward.today[Count::caught]);
}

void CountingMeter::add_places(const DayStep& step, const Today& now, const Ward& ward,
                               counted::Operations& sum) {
    const WardTally& today = ward.today;
    const auto count = [&](Count which) { return static_cast<std::uint64_t>(today[which]); };
    const std::size_t row = chance_row(now.day.day);
    if (step.ward == fade) add_drift(ward, sum);
    for (const PersonBlock& block : ward.persons.blocks) {
        // Of the reviewing person, the person's own line and the home's.
        if (step.wards == review_contact) {
            sum.lines += 2 * ones(block.review[row] & block[Flag::phone]);
        }
        if (step.wards == buy_phones) {
            sum.lines += ones(block[Flag::ever_held] & block[Flag::free] & ~block[Flag::phone]);
        }
    }
    if (step.city == transfer_money) sum.lines += 2 * ward.asked.size();
    if (step.wards == make_calls) {
        // The caller; of a call noticed, the unit, the witness and the witness's household.
        sum.lines += count(Count::calls) + 3 * count(Count::noticed);
        sum.inverse_normals += 2 * count(Count::noticed);  // loyalty, cohesion
    }
    if (step.wards == report_falsely) sum.lines += 2 * count(Count::false_reports);
    if (step.ward == choose_followed) sum.lines += ward.suspects.size();
    if (step.ward == hand_in_phones) sum.lines += 2 * count(Count::considered);
    if (step.city == spread_news) add_news(now, ward, sum);
    if (step.wards == observe) {
        // What the padding of the columns computes is no need of anybody.
        sum.exponentials -= padded(ward.homes_observed) - ward.homes_observed;
        sum.bytes += ward.homes_observed * bytes_an_observed_home +
                     static_cast<std::uint64_t>(ward.people_with_role) * bytes_a_role;
    }
}

}  // namespace

}  // namespace tumen::bench

counted::Run counted::run_hand_in(std::uint32_t replicate) {
    using namespace tumen;
    Run run;
    const Simulation simulation(bench::embedded_plan("hyesan-handin"));
    bench::CountingMeter meter(run);
    bench::play_staged(simulation, bench::random_key_of(simulation, bench::seed, replicate, 0), 0,
                       meter);
    run.days = static_cast<std::uint64_t>(simulation.calendar().last_day() -
                                          simulation.calendar().first_day() + 1);
    run.people /= static_cast<double>(run.days);
    run.homes /= static_cast<double>(run.days);
    return run;
}
