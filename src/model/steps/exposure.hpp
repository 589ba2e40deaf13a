#pragma once
#include "model/state/today.hpp"
#include "rules/reporting.hpp"

/// Step 7, within a ward: what one call, one report, one officer does. Called by the step of calls,
/// which draws for all callers together.
namespace tumen {

/// Somebody of the unit may notice the call, and may report it.
void be_noticed(const Today& now, Ward& ward, PersonPlace caller, std::uint32_t word);
/// Probability that a call is picked up today.
double detection_today(const Today& now);
void be_detected(const Today& now, Ward& ward, PersonPlace caller, std::uint32_t word,
                 std::uint32_t raid_word);
/// The officer who follows the caller may be there.
void be_caught_by_officer(const Today& now, Ward& ward, PersonPlace i, std::uint32_t word);

/// A report raises suspicion and may lead to a search, which may find a working phone.
void take_report(const Today& now, Ward& ward, PersonPlace reported, std::uint32_t search_word,
                 std::uint32_t find_word);
/// An adult of the ward is caught; once a day.
void catch_person(Ward& ward, PersonPlace i);
/// A search may follow, and may find a working phone.
void be_searched(const Today& now, Ward& ward, PersonPlace person, std::uint32_t search_word,
                 std::uint32_t find_word);
/// What the witness feels, whether or not he or she has a place in the columns.
WitnessSituation witness_situation(const Today& now, const Ward& ward, UnitId unit, AdultId adult,
                                   PersonPlace place);

}  // namespace tumen
