#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/calendar.hpp"
#include "scenario/problems.hpp"
#include "scenario/scenario.hpp"

/// What the files and flags of a scenario said, each with its place, before it is put together and
/// checked.
namespace tumen {

/// The lists of the calendar, by their TOML name.
enum class EventKind : std::uint8_t { hand_in_drive, oath_drive, sweep, meeting, peak, schedule };
inline constexpr std::array<std::string_view, 6> event_names = {
    "hand_in_drive", "oath_drive", "sweep", "meeting", "peak", "schedule"};
/// The same in words, as "the hand-in drive".
inline constexpr std::array<std::string_view, 6> event_words = {
    "hand-in drive", "oath drive", "sweep", "meeting", "peak", "schedule"};

struct EventDraft {
    Spot spot;        // of the whole entry
    Said<Date> from;  // of a meeting: its day
    Said<Date> to;
    Forgiveness forgiveness = Forgiveness::none;  // of a hand-in drive
    ParameterRef parameter;                       // of a schedule
    Said<double> number{};                        // value of a schedule, pressure of a peak
    std::optional<double> reach = std::nullopt;   // of a meeting
};

struct CityDraft {
    Spot spot;
    Said<std::string> name;
    std::string label;
    std::optional<Said<double>> residents;
};

struct Draft {
    Spot leaf;  // the file that was asked for, as a whole
    std::string name;
    std::string title;
    std::string question;
    std::vector<std::string> extends;
    BeyondEvidence beyond_evidence = BeyondEvidence::refused;
    std::optional<Said<Date>> start;
    std::optional<Said<double>> days;
    std::vector<std::optional<Said<double>>> values;  // one for each of parameter_refs()
    std::array<std::optional<Said<std::size_t>>, rule_count> rules;
    std::optional<std::vector<CityDraft>> cities;
    std::array<std::optional<std::vector<EventDraft>>, event_names.size()> events;
    std::optional<std::vector<OwnHeadline>> headlines;
};

/// Position of a number in parameter_refs().
std::size_t position_of(ParameterRef ref);

/// Lays what a file says over what the files that it extends have said. Name, title and question
/// are those of the last file.
void read_layer(const ScenarioText& text, const Node& root, Draft& draft, Problems& problems);

/// The same for a flag "name=value".
void read_override(const std::string& flag, Draft& draft, Problems& problems);

/// Puts the scenario together and checks it; worth nothing where `problems` has any.
Scenario assemble(const Draft& draft, Problems& problems);

/// What the rules of the model ask of several values together: shares that sum, bounds that agree.
void check_together(const Draft& draft, const Plan& plan, Problems& problems);

/// Whether `text` can name a scenario or a city: [a-z0-9-]{1,64}.
Answer is_name(std::string_view text);

}  // namespace tumen
