#include "model/day.hpp"

#include <algorithm>
#include <functional>
#include <span>

#include "model/processes.hpp"
#include "model/wide.hpp"

/// The day, in order. Everything is within a ward but for three barriers, where wards hear of each
/// other: who of the brokers is calling, who sends money to whom, who was arrested.
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

}  // namespace

void play_day(City& city, const DayConditions& day, Executor& executor,
              std::uint32_t wards_a_task) {
    const Today now = today_in(city, day);  //  1 Calendar: threat, pressure, drives, as compiled
    each_task(city, executor, wards_a_task, [&](Wards wards) {
        for (Ward& ward : wards) {
            start_day(now, ward);
            release_detainees(now, ward);    //  2 Drift: terms end, fear and suspicion fade,
            fade(now, ward);                 //    savings return to their ordinary level,
            count_days_watched(now, ward);   //    being watched adds up,
            frighten_by_meeting(now, ward);  //    a meeting frightens everybody
        }
        review_contact(now, wards);  //  3 Value of contact: quiet or calling from now on
        for (Ward& ward : wards)
            note_who_would_ask(now, ward);  // (and which households would send for money)
        buy_phones(now, wards);             //  4 Acquisition
        note_brokers(now, city, wards);     //  5 Remittances: who of the brokers is calling,
    });
    set_fee(now, city);  //    what they ask for it,
    each_task(city, executor, wards_a_task, [&](Wards wards) {
        for (Ward& ward : wards)
            ask_for_money(now, ward);
    });
    transfer_money(now, city);
    each_task(city, executor, wards_a_task, [&](Wards wards) {
        make_calls(now, wards);      //  6 Calls, 7 Being noticed: neighbours, detectors, officers,
        report_falsely(now, wards);  //    and reports of people who did nothing
        for (Ward& ward : wards)
            choose_followed(now, ward);  //  8 Following
        extort_from_followed(now, wards);
        for (Ward& ward : wards) {
            hand_in_phones(now, ward);   //  9 Hand-in drive
            visit_units(now, ward);      // 10 Oath drive
            punish_caught(now, ward);    // 11 Caught: bribe or arrest,
            break_promises(now, ward);   //    and promises that are broken
            tell_neighbours(now, ward);  // 12 News: in the ward,
        }
    });
    spread_news(now, city, executor);  //    and elsewhere
    if (day.day < 0) return;           // 13 Observation; the warm-up is not reported
    each_task(city, executor, wards_a_task, [&](Wards wards) { observe(now, wards); });
}

namespace {

double mean(double sum, double count) {
    return count > 0 ? sum / count : 0;
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
    report[Quantity::phone_price] = phone_price(now.p.acquisition, now.day.threat);
    report[Quantity::bribe_asked] =
        bribe_asked(now.p.punishment, Role::family, now.day.threat, now.day.pressure);
    report[Quantity::threat] = now.day.threat;
    report[Quantity::pressure] = now.day.pressure;
    report[Quantity::need_kin] = mean(report[Quantity::need_kin], kin);
    report[Quantity::need_traders] = mean(report[Quantity::need_traders], traders);
    report[Quantity::risk_roles] =
        roles > 0 ? perceived_risk(now, report[Quantity::risk_roles] / roles) : 0;
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
