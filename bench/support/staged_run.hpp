#pragma once
#include <array>
#include <cstddef>
#include <string_view>

#include "model/day.hpp"
#include "model/processes.hpp"

/// A day taken apart: the model's own processes in the model's own order, with a meter told after
/// each of them. All wards finish a step before the next begins, which changes no result, since
/// between barriers wards do not hear of each other. Every user compares what the days report with
/// Game::play.
namespace tumen::bench {

enum class Step : std::size_t {
    building,
    chances,
    drift,
    review,
    remittance,
    purchase,
    calls,
    false_reports,
    following,
    hand_in,
    oath,
    punishment,
    news,
    observation
};
inline constexpr std::size_t step_count = 14;
inline constexpr std::array<std::string_view, step_count> step_names = {
    "building the city", "chances, 16 days ahead", "2 drift",       "3 value of contact",
    "5 remittances",     "4 acquisition",          "6-7 calls",     "7 false reports",
    "8 following",       "9 hand-in drive",        "10 oath drive", "11 caught",
    "12 news",           "13 observation"};

template <class Process>
void every_ward(City& city, const Process& process) {
    for (Ward& ward : city.wards)
        process(ward);
}

template <class Meter>
void play_morning(const Today& now, City& city, Meter& meter) {
    every_ward(city, [&](Ward& ward) { start_day(now, ward); });
    meter.done(Step::chances, now, city);
    every_ward(city, [&](Ward& ward) {
        release_detainees(now, ward);
        fade(now, ward);
        count_days_watched(now, ward);
        frighten_by_meeting(now, ward);
    });
    meter.done(Step::drift, now, city);
    review_contact(now, city.wards);
    meter.done(Step::review, now, city);
    every_ward(city, [&](Ward& ward) { note_who_would_ask(now, ward); });
    meter.done(Step::remittance, now, city);
    buy_phones(now, city.wards);
    meter.done(Step::purchase, now, city);
}

template <class Meter>
void play_afternoon(const Today& now, City& city, Executor& executor, Meter& meter) {
    const auto step = [&](Step done, void (*process)(const Today&, Ward&)) {
        every_ward(city, [&](Ward& ward) { process(now, ward); });
        meter.done(done, now, city);
    };
    make_calls(now, city.wards);
    meter.done(Step::calls, now, city);
    report_falsely(now, city.wards);
    meter.done(Step::false_reports, now, city);
    step(Step::following, choose_followed);
    extort_from_followed(now, city.wards);
    meter.done(Step::following, now, city);
    step(Step::hand_in, hand_in_phones);
    step(Step::oath, visit_units);
    step(Step::punishment, punish_caught);
    step(Step::punishment, break_promises);
    every_ward(city, [&](Ward& ward) { tell_neighbours(now, ward); });
    spread_news(now, city, executor);
    meter.done(Step::news, now, city);
    if (now.day.day < 0) return;
    observe(now, city.wards);
    meter.done(Step::observation, now, city);
}

template <class Meter>
void play_staged_day(City& city, const DayConditions& day, Executor& executor, Meter& meter) {
    const Today now = today_in(city, day);
    play_morning(now, city, meter);
    note_brokers(now, city, city.wards);
    set_fee(now, city);
    every_ward(city, [&](Ward& ward) { ask_for_money(now, ward); });
    transfer_money(now, city);
    meter.done(Step::remittance, now, city);
    play_afternoon(now, city, executor, meter);
}

inline Luck luck_of(const Game& game, std::uint64_t under_seed, std::uint32_t replicate,
                    std::size_t city) {
    return {under_seed, replicate, name_hash(game.plan().cities[city].name)};
}

/// Plays the whole of one city; `meter.done` hears of every step, `meter.reported` of every
/// reported day.
template <class Meter>
void play_staged(const Game& game, const Luck& luck, std::size_t which, Meter& meter) {
    SerialExecutor executor;
    meter.begin();
    City city = build_city(game, which, luck, executor);
    meter.done(Step::building, today_in(city, game.calendar().on(game.calendar().first_day())),
               city);
    for (std::int32_t day = game.calendar().first_day(); day <= game.calendar().last_day(); ++day) {
        const DayConditions& conditions = game.calendar().on(day);
        play_staged_day(city, conditions, executor, meter);
        if (day >= 0) meter.reported(report_of(today_in(city, conditions), city));
    }
}

}  // namespace tumen::bench
