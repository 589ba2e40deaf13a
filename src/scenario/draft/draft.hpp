#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/calendar.hpp"
#include "model/event_kinds.hpp"
#include "scenario/draft/problems.hpp"
#include "scenario/scenario.hpp"
#include "scenario/variable.hpp"

/// What the files and flags of a scenario said, each with its place, before it is put together and
/// checked.
namespace tumen {

/// The lists of a file: those of the calendar, kind by kind, and those beside it.
inline constexpr std::size_t city_list = event_kind_count;
inline constexpr std::size_t group_list = city_list + 1;
inline constexpr std::size_t headline_list = city_list + 2;
inline constexpr auto list_names = [] {
    std::array<std::string_view, headline_list + 1> names{};
    for (std::size_t kind = 0; kind < event_kind_count; ++kind)
        names[kind] = event_kinds[kind].name;
    names[city_list] = "city";
    names[group_list] = "ward_group";
    names[headline_list] = "headline";
    return names;
}();

/// Where the number of an entry may lie.
struct RangeDraft {
    Said<std::string> name;
    Said<double> low;
    Said<double> high;
};

/// How likely it is that an entry happened.
struct HappenedDraft {
    Said<std::string> name;
    Said<double> probability;
};

/// A row of a schedule's table: from that date on.
struct TableRow {
    Said<Date> from;
    Said<double> value;
    std::optional<RangeDraft> range = std::nullopt;
};

/// Whether a list of a file takes the place of others' of its name, or is added to them.
enum class Listing : std::uint8_t { replaces, appends };

struct EventDraft {
    Spot spot;        // of the whole entry
    Said<Date> from;  // of a meeting: its day
    Said<Date> to;
    std::vector<Said<std::string>> cities = {};  // where it holds; none: everywhere
    std::vector<Said<std::string>> wards = {};
    bool yearly = false;
    std::optional<Said<Date>> until = std::nullopt;     // of what is repeated
    Forgiveness forgiveness = Forgiveness::none;        // of a hand-in drive
    ParameterRef parameter;                             // of a schedule
    Said<double> number{};                              // value of a schedule, pressure of a peak
    std::optional<double> perhaps = std::nullopt;       // a number that need not be stated
    std::optional<Said<double>> factor = std::nullopt;  // of a schedule, in place of a value
    std::optional<RangeDraft> range = std::nullopt;     // of `number`, `perhaps` or `factor`
    std::optional<HappenedDraft> happened = std::nullopt;
    std::optional<Said<double>> ramp_to = std::nullopt;  // of a ramp, which begins at `number`
    double ramp_step = 30;                               // [days]
    std::vector<TableRow> table = {};
    std::string label = {};
    std::vector<std::string> sources = {};
    Scope scope = {};  // cities and wards, once found
};

/// A value of a city or a ward group.
struct OwnDraft {
    ParameterRef parameter;
    Said<double> value;
};

struct CityDraft {
    Spot spot;
    Said<std::string> name;
    std::string label;
    std::optional<Said<double>> residents;
    std::vector<OwnDraft> values = {};
};

struct GroupDraft {
    Spot spot;
    Said<std::string> name;
    Said<double> share{};
    std::vector<Said<std::string>> cities = {};
    std::vector<OwnDraft> values = {};
    std::optional<RangeDraft> range = std::nullopt;  // of `share`
};

/// An entry of [[headline]], and where it was said.
struct HeadlineDraft {
    Spot spot;
    OwnHeadline headline;
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
    bool start_is_said = false;  // rightly or not
    bool days_are_said = false;
    std::vector<std::optional<Said<double>>> values;  // one for each of parameter_refs()
    std::array<std::optional<Said<std::size_t>>, rule_count> rules;
    std::optional<std::vector<CityDraft>> cities;
    std::optional<std::vector<GroupDraft>> groups;
    std::array<std::optional<std::vector<EventDraft>>, event_kind_count> events;
    std::optional<std::vector<HeadlineDraft>> headlines;
    std::array<Listing, list_names.size()> listings{};
    std::vector<std::pair<std::string, Said<double>>> places{};    // in ranges, by flags
    std::vector<std::pair<std::string, Said<bool>>> happenings{};  // by flags
    std::vector<std::pair<EventDate, Said<Date>>> dates{};         // by flags
};

/// Position of a number in parameter_refs().
std::size_t position_of(ParameterRef ref);

/// What the file says of this list of it.
Listing listing_of(const Node& root, std::string_view list);

/// Puts together what two scenarios side by side say. What both say, and differently, becomes a
/// problem unless the file that extends them says it itself.
void merge(Draft& one, const Draft& other, const Node& extending, Problems& problems);

/// Lays what a file says over what the files that it extends have said. Name, title and question
/// are those of the last file.
void read_layer(const ScenarioText& text, const Node& root, Draft& draft, Problems& problems);

/// The same for a flag "name=value".
void read_override(const std::string& flag, Draft& draft, Problems& problems);

/// Whether `text` can name a scenario or a city: 1 to 64 bytes of small letters, letters of other
/// scripts, digits and hyphens.
bool is_name(std::string_view text);

}  // namespace tumen
