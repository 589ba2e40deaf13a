#include "model/day.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <span>

#include "model/lanes/wide.hpp"
#include "model/schedule.hpp"
#include "model/state/large_pages.hpp"
#include "rules/acquisition.hpp"
#include "rules/punishment.hpp"

/// Plays the table of steps (schedule.cpp). Everything is within a ward but for three barriers,
/// where wards hear of each other: who of the brokers is calling, who sends money to whom, who was
/// arrested.
namespace tumen {

namespace {

/// Some neighbouring wards, a task for one thread.
using Wards = std::span<Ward>;

/// Many wards in a task share what is drawn and computed at once, but should stay in the
/// processor's cache; several tasks for each thread leave little to wait for at the end.
std::size_t wards_for_a_task(std::size_t wards, std::size_t threads) {
    constexpr std::size_t most = 32;
    if (threads <= 1) return most;
    return std::clamp<std::size_t>(wards / (16 * threads), 4, most);
}

template <class Process>
void each_task(City& city, Executor& executor, std::uint32_t wards_a_task, const Process& process) {
    const std::size_t wards = city.wards.size();
    const std::size_t a_task =
        wards_a_task > 0 ? wards_a_task : wards_for_a_task(wards, executor.threads());
    const auto task = [&](std::size_t number) {
        const std::size_t first = number * a_task;
        process(Wards(city.wards).subspan(first, std::min(a_task, wards - first)));
    };
    executor.run((wards + a_task - 1) / a_task, std::cref(task));  // (so that nothing is allocated)
}

/// Steps that no barrier parts, for some wards: those of one zone that stand side by side have the
/// same day.
void play_in_zones(const Today& now, std::span<const DayStep> steps, Wards wards) {
    if (now.city.one_zone) return play_steps(now, steps, wards);
    while (!wards.empty()) {
        const Zone* const zone = wards.front().zone;
        const auto end = std::find_if(wards.begin(), wards.end(),
                                      [&](const Ward& ward) { return ward.zone != zone; });
        const auto some = wards.first(static_cast<std::size_t>(end - wards.begin()));
        play_steps(today_in(now, some.front()), steps, some);
        wards = wards.subspan(some.size());
    }
}

}  // namespace

void play_day(City& city, const DayConditions& day, Executor& executor, std::uint32_t wards_a_task,
              Observed observed) {
    constexpr std::int32_t until_columns_have_grown = 64;  // [days]
    if (day.day % until_columns_have_grown == 0) hold_in_large_pages(city);
    const Today now = today_in(city, day);
    std::span<const DayStep> left = steps_on(day.day, observed);
    while (!left.empty()) {
        if (left.front().is_barrier()) {
            left.front().city(now, city, executor);
            left = left.subspan(1);
            continue;
        }
        const auto barrier = std::find_if(left.begin(), left.end(),
                                          [](const DayStep& step) { return step.is_barrier(); });
        const auto some = left.first(static_cast<std::size_t>(barrier - left.begin()));
        each_task(city, executor, wards_a_task,
                  [&](Wards wards) { play_in_zones(now, some, wards); });
        left = left.subspan(some.size());
    }
}

namespace {

/// Missing where there is nobody.
double mean(double sum, double count) {
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

/// Adds up what the wards counted, in their order: quantities are sums of doubles.
TUMEN_WIDE
void add_up(std::span<const Ward> wards, DayReport& report) {
    for (const Ward& ward : wards) {
        for (std::size_t i = 0; i < count_total; ++i)
            report.counts[i] += ward.today.counts[i];
        for (std::size_t i = 0; i < quantity_total; ++i)
            report.quantities[i] += ward.today.quantities[i];
    }
}

/// A level of today over some wards: theirs where they agree, else the mean over what `weight` says
/// of each.
template <class Level, class Weight>
double level(const Today& now, std::span<const Ward> wards, const Level& of, const Weight& weight) {
    if (wards.empty()) {  // nobody lives there: as the city has it
        static const Ward nowhere{};
        return of(now, nowhere);
    }
    const double first = of(today_in(now, wards.front()), wards.front());
    if (now.city.one_zone) return first;
    bool agree = true;
    double sum = 0;
    double weights = 0;
    for (const Ward& ward : wards) {
        const double here = of(today_in(now, ward), ward);
        agree = agree && here == first;
        sum += here * weight(ward);
        weights += weight(ward);
    }
    return agree ? first : mean(sum, weights);
}

/// The levels that belong to no person and no household.
void report_levels(const Today& now, std::span<const Ward> wards, DayReport& report) {
    const auto set = [&](Quantity quantity, const auto& of) {
        report[quantity] = level(
            now, wards, [&](const Today& here, const Ward&) { return of(here); },
            [](const Ward& ward) { return static_cast<double>(ward.adults); });
    };
    set(Quantity::phone_price,
        [](const Today& here) { return phone_price(here.p.acquisition, here.day.threat); });
    set(Quantity::bribe_asked, [](const Today& here) {
        return bribe_asked(here.p.punishment, Role::family, here.day.threat, here.day.pressure);
    });
    set(Quantity::threat, [](const Today& here) { return here.day.threat; });
    set(Quantity::pressure, [](const Today& here) { return here.day.pressure; });
}

/// Mean perceived risk of people with a role: what all wards share is added once, where they do.
double mean_risk(const Today& now, std::span<const Ward> wards, double excess, double roles) {
    const Today first = wards.empty() ? now : today_in(now, wards.front());
    const auto differs = [&](const Ward& ward) {
        const Today here = today_in(now, ward);
        return here.p.drift.risk_baseline != first.p.drift.risk_baseline ||
               here.day.risk_left != first.day.risk_left;
    };
    if (now.city.one_zone || std::none_of(wards.begin(), wards.end(), differs))
        return perceived_risk(first, mean(excess, roles));
    double sum = 0;
    for (const Ward& ward : wards) {
        const Today here = today_in(now, ward);
        sum += here.p.drift.risk_baseline * ward.people_with_role +
               ward.today[Quantity::risk_roles] * here.day.risk_left;
    }
    return mean(sum, roles);
}

/// Turns the wards' sums into what is reported.
void finish(const Today& now, std::span<const Ward> wards, DayReport& report) {
    double kin = 0;
    double traders = 0;
    double roles = 0;
    for (const Ward& ward : wards) {
        kin += ward.kin_homes;
        traders += ward.trader_homes;
        roles += ward.people_with_role;
    }
    report[Quantity::fee] = now.city.fee;
    report_levels(now, wards, report);
    report[Quantity::need_kin] = mean(report[Quantity::need_kin], kin);
    report[Quantity::need_traders] = mean(report[Quantity::need_traders], traders);
    report[Quantity::risk_roles] = mean_risk(now, wards, report[Quantity::risk_roles], roles);
    report[Quantity::belief] = mean(report[Quantity::belief], roles);
}

}  // namespace

DayReport report_of(const Today& now, const Ward& ward) {
    DayReport report;
    add_up({&ward, 1}, report);
    finish(now, {&ward, 1}, report);
    return report;
}

DayReport report_of(const Today& now, const City& city) {
    DayReport report;
    add_up(city.wards, report);
    finish(now, city.wards, report);
    return report;
}

}  // namespace tumen
