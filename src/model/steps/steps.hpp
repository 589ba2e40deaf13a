#pragma once
#include <span>

#include "model/state/today.hpp"

/// The processes of a day: each gathers what its rule needs, asks the rule, and writes what it
/// decided. Wiring only; the science is in rules/. Those that take a Ward write to that ward alone;
/// those that take several write to each as if it were alone, and only draw and compute
/// for all of them at once.
namespace tumen {

// 2 Drift
void start_day(const Today& now, Ward& ward);
void release_detainees(const Today& now, Ward& ward);
void fade(const Today& now, Ward& ward);
void count_days_watched(const Today& now, Ward& ward);
void frighten_by_meeting(const Today& now, Ward& ward);

// 3 Value of contact
struct Outlook {
    double benefit;         // B
    double penalty_feared;  // X
    double net_benefit;     // U
};
/// As of step 3 of today, whenever it is asked for.
Outlook outlook(const Today& now, const Ward& ward, PersonPlace person);
void review_contact(const Today& now, std::span<Ward> wards);

// 4 Acquisition
void buy_phones(const Today& now, std::span<Ward> wards);

// 5 Remittances
void note_who_would_ask(const Today& now, Ward& ward);
/// Who of the ward's brokers is calling, for set_fee.
void note_brokers(const Today& now, Ward& ward);
void set_fee(const Today& now, City& city, Executor& executor);
void ask_for_money(const Today& now, Ward& ward);
void transfer_money(const Today& now, City& city, Executor& executor);
/// Smugglers who become brokers, from step 6 on.
void replace_brokers(const Today& now, City& city, Executor& executor);

// 6 Calls, 7 Being noticed
void make_calls(const Today& now, std::span<Ward> wards);
void report_falsely(const Today& now, std::span<Ward> wards);
/// Those whom yesterday's arrests gave away.
void question_named(const Today& now, Ward& ward);

// 8 Following
void choose_followed(const Today& now, Ward& ward);
void extort_from_followed(const Today& now, std::span<Ward> wards);

// 9 Hand-in drive
void hand_in_phones(const Today& now, Ward& ward);

// 10 Oath drive
void visit_units(const Today& now, Ward& ward);

// 11 Caught
void decide_cases(const Today& now, Ward& ward);
void punish_caught(const Today& now, Ward& ward);
void break_promises(const Today& now, Ward& ward);

// 12 News
/// What stays within the ward: who hears as a neighbour.
void tell_neighbours(const Today& now, Ward& ward);
/// Ties and clients, wherever they live.
void spread_news(const Today& now, City& city, Executor& executor);
void shake_belief(const Today& now, City& city, Executor& executor);
void give_names_away(const Today& now, City& city, Executor& executor);

// 13 Observation
/// What sources tell the outside of; nothing depends on it.
void tell_outside(const Today& now, City& city, Executor& executor);
void observe(const Today& now, std::span<Ward> wards);
/// ... but for needs and fear.
void observe_counts(const Today& now, std::span<Ward> wards);

}  // namespace tumen
