#include "model/schedule.hpp"

#include <algorithm>
#include <array>

#include "model/steps/steps.hpp"

namespace tumen {

namespace {

constexpr DayStep by_ward(std::uint8_t number, std::string_view rule, std::string_view what,
                          void (*step)(const Today&, Ward&)) {
    return {number, rule, what, step, nullptr, nullptr, StepDays::all};
}
constexpr DayStep by_wards(std::uint8_t number, std::string_view rule, std::string_view what,
                           void (*step)(const Today&, std::span<Ward>),
                           StepDays days = StepDays::all) {
    return {number, rule, what, nullptr, step, nullptr, days};
}
constexpr DayStep barrier(std::uint8_t number, std::string_view rule, std::string_view what,
                          void (*step)(const Today&, City&, Executor&),
                          StepDays days = StepDays::all) {
    return {number, rule, what, nullptr, nullptr, step, days};
}

// Step 1, threat, pressure and drives, is the calendar's, compiled before the first day.
constexpr DayStep steps[] = {
    by_ward(0, "chances", "what chance allows on sixteen days is drawn ahead", start_day),
    by_ward(2, "drift", "terms of detention end", release_detainees),
    by_ward(2, "drift", "fear and suspicion fade, savings return to their ordinary level", fade),
    by_ward(2, "drift", "being watched adds up", count_days_watched),
    by_ward(2, "drift", "a meeting frightens", frighten_by_meeting),
    by_wards(3, "contact", "holders go quiet or begin to call", review_contact),
    by_ward(5, "remittance", "which households would ask for money", note_who_would_ask),
    by_wards(4, "acquisition", "who lost a phone may buy another", buy_phones),
    by_ward(5, "remittance", "which brokers are calling, and how afraid they are", note_brokers),
    barrier(5, "remittance", "the fee is set", set_fee),
    by_ward(5, "remittance", "households ask for money", ask_for_money),
    barrier(5, "remittance", "brokers serve them", transfer_money),
    barrier(5, "remittance", "smugglers take the places of brokers", replace_brokers),
    by_wards(6, "calling", "calls are made, and some are noticed or detected", make_calls),
    by_wards(7, "reporting", "people who did nothing are reported", report_falsely),
    by_ward(7, "noticing", "whom arrests gave away is questioned", question_named),
    by_ward(8, "following", "officers choose whom they follow", choose_followed),
    by_wards(8, "following", "and make some of them pay", extort_from_followed),
    by_ward(9, "hand_in", "holders hand in a phone, a dead one, or none", hand_in_phones),
    by_ward(10, "oath", "units are visited and sign", visit_units),
    by_ward(11, "punishment", "cases of people held are decided", decide_cases),
    by_ward(11, "punishment", "who was caught pays or is arrested", punish_caught),
    by_ward(11, "punishment", "promises are broken", break_promises),
    by_ward(12, "news", "neighbours hear of arrests", tell_neighbours),
    barrier(12, "news", "ties and clients hear of them", spread_news),
    barrier(12, "news", "and of promises broken, once it is known how", shake_belief),
    barrier(12, "news", "who was arrested gives others away", give_names_away),
    barrier(13, "observation", "sources tell the outside", tell_outside, StepDays::reported),
    by_wards(13, "observation", "the day is counted", observe, StepDays::reported),
};

constexpr bool in_order() {
    for (const DayStep& step : steps) {
        const int forms = (step.ward != nullptr) + (step.wards != nullptr) + (step.city != nullptr);
        if (forms != 1 || step.rule.empty() || step.what.empty()) return false;
    }
    return true;
}
static_assert(in_order(), "each step has a rule, words, and exactly one form");

constexpr std::size_t unreported() {
    std::size_t count = 0;
    while (count < std::size(steps) && steps[count].days == StepDays::all)
        ++count;
    return count;
}

/// ... for who reads counts alone.
constexpr auto counting_steps = [] {
    std::array<DayStep, std::size(steps)> some{};
    std::copy(std::begin(steps), std::end(steps), some.begin());
    some.back().wards = observe_counts;
    return some;
}();

}  // namespace

std::span<const DayStep> day_steps() {
    return steps;
}

std::span<const DayStep> steps_on(std::int32_t day, Observed observed) {
    if (day < 0) return day_steps().first(unreported());
    return observed == Observed::all ? day_steps() : std::span<const DayStep>(counting_steps);
}

void play_steps(const Today& now, std::span<const DayStep> some, std::span<Ward> wards) {
    while (!some.empty()) {
        if (some.front().wards != nullptr) {
            some.front().wards(now, wards);
            some = some.subspan(1);
            continue;
        }
        // A ward goes through all steps that it does by itself while it is at hand.
        const auto end = std::find_if(some.begin(), some.end(),
                                      [](const DayStep& step) { return step.ward == nullptr; });
        const auto alone = some.first(static_cast<std::size_t>(end - some.begin()));
        for (Ward& ward : wards) {
            for (const DayStep& step : alone)
                step.ward(now, ward);
        }
        some = some.subspan(alone.size());
    }
}

}  // namespace tumen
