#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "browser/describe.hpp"
#include "browser/draws.hpp"
#include "browser/row_text.hpp"
#include "browser/session.hpp"
#include "experiment/draws.hpp"
#include "measures/headlines/evaluate.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "measures/headlines/yardstick.hpp"
#include "model/event_kinds.hpp"
#include "model/state/world.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/happening.hpp"

/// Plays of a session that each have values and rules of their own.
namespace tumen::browser {

namespace {

/// Of all cities, as the scenario says them.
double residents_of(const Plan& plan) {
    double residents = 0;
    for (const CityPlan& city : plan.cities)
        residents += city.residents;
    return residents;
}

std::string problem(std::string text) {
    return describe_problems({diagnostic(std::move(text), "")});
}

/// "name=value", each a number of the model.
std::optional<std::vector<std::pair<std::string, double>>> values_of(
    const std::vector<std::string>& lines) {
    std::vector<std::pair<std::string, double>> values;
    for (const std::string& line : lines) {
        const std::size_t equals = std::min(line.find('='), line.size());
        std::string name = line.substr(0, equals);
        const auto value =
            read_number(std::string_view(line).substr(std::min(equals + 1, line.size())));
        if (!value || !(find_parameter(name) || is_drawn_of_calendar(name))) return std::nullopt;
        values.emplace_back(std::move(name), *value);
    }
    return values;
}

/// All cities of a scenario, and the same without its campaign where it has one.
struct Played {
    std::shared_ptr<const Simulation> simulation;
    std::vector<std::vector<DayReport>> cities;
    std::vector<Hash> hashes;
};

/// The draw of a replicate, with the places of the scenario's ranges.
Expected<ReplicateDraw, Diagnostic> draw_for(const Draws& draws, const Scenario& scenario,
                                             std::uint64_t seed, std::uint32_t replicate) {
    auto draw = draws.draw(seed, replicate);
    if (draw) add_event_draws(*draw, {{"", scenario, {}}}, seed, draw_number(replicate));
    return draw;
}

Played made_ready(const Scenario& scenario) {
    return {std::make_shared<const Simulation>(scenario.plan), {}, {}};
}

void add(Played& played, CityResult result) {
    played.cities.push_back(std::move(result.days));
    played.hashes.push_back(result.state_hash);
}

/// City by city, one after the other from the past that they have in common. The days played.
std::uint64_t play_beside(std::uint64_t seed, std::uint32_t replicate, SharedPast& past,
                          City& memory, std::vector<Played*> plays) {
    SerialExecutor executor;
    PlayOptions options;
    options.city = &memory;
    const std::uint64_t before = past.days().played;
    const std::size_t cities = plays.front()->simulation->plan().cities.size();
    for (std::size_t city = 0; city < cities; ++city) {
        std::vector<std::int32_t> partings;
        for (std::size_t i = 1; i < plays.size(); ++i) {
            partings.push_back(
                parting_day(*plays[i - 1]->simulation, *plays[i]->simulation, city).value_or(0));
        }
        past.begin(std::move(partings));
        for (Played* one : plays)
            add(*one, past.play(one->simulation, seed, replicate, city, executor, options));
    }
    return past.days().played - before;
}

/// ... of one city, from what an earlier play of the same replicate has left.
std::uint64_t play_kept(std::uint64_t seed, std::uint32_t replicate, std::int32_t until,
                        Observed observed, KeptPlay& kept, City& memory, Played& campaign,
                        Played* beside) {
    const std::shared_ptr<const Simulation> calm = beside == nullptr ? nullptr : beside->simulation;
    KeptPlay::Outcome outcome =
        kept.play(campaign.simulation, calm, seed, replicate, until, observed, memory);
    add(campaign, std::move(outcome.campaign));
    if (outcome.beside) add(*beside, *std::move(outcome.beside));
    return outcome.days_played;
}

/// ... nothing of which is kept for later.
std::uint64_t play_unkept(std::uint64_t seed, std::uint32_t replicate, std::int32_t until,
                          Observed observed, SharedPast& past, City& memory, Played& campaign,
                          Played* beside) {
    SerialExecutor executor;
    PlayOptions options;
    options.city = &memory;
    const std::uint64_t before = past.days().played;
    std::vector<std::int32_t> partings;
    if (beside != nullptr)
        partings = {parting_day(*campaign.simulation, *beside->simulation, 0).value_or(0)};
    past.begin(std::move(partings));
    for (Played* one : {&campaign, beside}) {
        if (one != nullptr)
            add(*one, past.play_until(until, one->simulation, seed, replicate, 0, executor, options,
                                      observed));
    }
    return past.days().played - before;
}

/// A module's memory grows by what is asked for, and each time that costs its engine as much as
/// some days of a play. So once it has grown it grows by as much as several plays take.
void grow_at_once() {
    constexpr std::size_t piece = 16 << 20;
    static const void* end = nullptr;  // of what it has
    if (sbrk(0) == end) return;
    void* volatile room = std::malloc(piece);
    std::free(room);
    end = sbrk(0);
}

std::string nothing_played() {
    JsonWriter json;
    json.open('{').field("days_played", 0).key("headlines").open('[').close(']');
    return json.close('}').take();
}

/// The last day that each headline reads, of the play or of that beside it.
std::vector<std::int32_t> last_days(const Plan& asked, const std::vector<Headline>& headlines) {
    const Trajectory play{std::vector<DayReport>(static_cast<std::size_t>(asked.days)),
                          campaign_dates(asked)};
    Plan calm = asked;
    each_list(calm, [](EventKind, auto& events) { events.clear(); });
    const Trajectory beside{play.days, campaign_dates(calm)};
    const Trajectory* const against[] = {&beside};
    std::vector<std::int32_t> days;
    days.reserve(headlines.size());
    for (const Headline& one : headlines)
        days.push_back(last_day_read(*parse_statistic(one.statistic), play, against));
    return days;
}

/// The morning on which all that is asked for is known; the end where nothing is named.
std::int32_t morning_after(const Plan& asked, const std::vector<Headline>& headlines,
                           const std::vector<std::int32_t>& last,
                           const std::vector<std::string>& only) {
    if (only.empty()) return asked.days;
    std::int32_t until = 0;
    for (std::size_t i = 0; i < headlines.size(); ++i) {
        if (std::find(only.begin(), only.end(), headlines[i].id) != only.end())
            until = std::max(until, last[i] + 1);
    }
    return until == 0 ? asked.days : until;
}

/// Whether it reads a sum over people, which days do not tell of which counts alone are observed.
bool reads_sums(const Headline& headline) {
    static constexpr std::string_view sums[] = {"need_kin", "need_traders", "risk_roles", "belief"};
    const auto is_sum = [](std::size_t row) {
        const std::string_view name = observable_rows()[row].name;
        return std::find(std::begin(sums), std::end(sums), name) != std::end(sums);
    };
    const Statistic statistic = *parse_statistic(headline.statistic);
    return std::any_of(statistic.nodes.begin(), statistic.nodes.end(), [&](const auto& node) {
        return std::any_of(node.observables.begin(), node.observables.end(), is_sum);
    });
}

/// What is observed of a play that ends before its last day: counts, where those asked for read
/// nothing else. The others are not known then.
Observed observed_for(const std::vector<Headline>& headlines, const std::vector<std::string>& only,
                      std::int32_t days, std::vector<std::int32_t>& last) {
    const auto asked = [&](const Headline& one) {
        return std::find(only.begin(), only.end(), one.id) != only.end();
    };
    const auto needs_sums = [&](const Headline& one) { return asked(one) && reads_sums(one); };
    if (std::any_of(headlines.begin(), headlines.end(), needs_sums)) return Observed::all;
    for (std::size_t i = 0; i < headlines.size(); ++i) {
        if (reads_sums(headlines[i])) last[i] = days;
    }
    return Observed::counts;
}

/// What days that are not played yet would report is not read.
void fill_up(Played& played, std::int32_t days) {
    for (std::vector<DayReport>& city : played.cities)
        city.resize(static_cast<std::size_t>(days));
}

/// Those that are known on the morning of day `until`.
void write_headlines(JsonWriter& json, const HeadlineTable& table, std::int32_t until,
                     const std::vector<std::int32_t>& last) {
    json.key("headlines").open('[');
    const std::vector<double>& values = table.rows().begin()->second;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (last[i] >= until) continue;
        write_row(json, HeadlineOfPlay{table.headlines()[i], values[i]});
    }
    json.close(']');
}

}  // namespace

std::string Session::name(std::size_t which, std::string_view names) {
    if (setting(which) == nullptr) return problem("no scenario is loaded");
    Setting& set = *settings_[which];
    set.held = held_by(naming(set.scenario, lines_of(names)));
    JsonWriter json;
    json.open('{').key("held").open('[');
    for (const std::string& held : set.held)
        json.value(held);
    return json.close(']').close('}').take();
}

std::string Session::drawn(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                           std::string_view fixed, std::string_view only) {
    return drawn(which, seed, replicate, fixed, only, Keeping::as_played);
}

std::string Session::drawn_ahead(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                                 std::string_view fixed, std::string_view only, bool slow_alone) {
    return drawn(which, seed, replicate, fixed, only,
                 slow_alone ? Keeping::as_it_is_if_slow : Keeping::as_it_is);
}

std::string Session::drawn(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                           std::string_view fixed, std::string_view only, Keeping keeping) {
    const Setting* set = setting(which);
    if (set == nullptr) return problem("no scenario is loaded");
    const Draws& draws = Draws::ledger();
    if (!draws.problem().empty()) return problem(draws.problem());
    grow_at_once();
    const auto draw = draw_for(draws, set->scenario, seed, replicate);
    if (!draw) return describe_problems({draw.error()});
    const auto values = values_of(lines_of(fixed));
    if (!values) return problem("what is fixed cannot be read");
    const auto as_played = [&](const Scenario& stated) {
        return with_values(as_drawn({"", stated, {}, set->held}, *draw), *values);
    };
    const Scenario scenario = as_played(set->scenario);
    if (std::string why = reason_against(scenario, *values); !why.empty())
        return problem(std::move(why));
    Played campaign = made_ready(scenario);
    std::optional<Played> beside;
    if (const auto calm = without_campaign(set->scenario)) beside = made_ready(as_played(*calm));
    Played* const other = beside ? &*beside : nullptr;
    const std::vector<CityPlan>& cities = scenario.plan.cities;
    const bool ahead = keeping != Keeping::as_played;
    const bool one_city = cities.size() == 1;
    if (ahead && !one_city) return nothing_played();
    // Which events took place is drawn; what is asked goes by the calendar as it stands.
    Plan asked = set->scenario.plan;
    asked.parameters = scenario.plan.parameters;
    asked.cities = scenario.plan.cities;
    HeadlineTable table(asked, scenario.headlines, beside ? Against::yardstick : Against::nothing);
    std::vector<std::int32_t> last = last_days(asked, table.headlines());
    std::int32_t until = asked.days;
    std::uint64_t days = 0;
    if (one_city) {
        const std::vector<std::string> wanted = lines_of(only);
        until = morning_after(asked, table.headlines(), last, wanted);
        const Observed observed = until == asked.days
                                      ? Observed::all
                                      : observed_for(table.headlines(), wanted, asked.days, last);
        KeptPlay* const kept = ahead ? kept_.find(seed, replicate) : kept_.of(seed, replicate);
        // A play that goes on from a morning that is kept leaves it as it is.
        const Simulation* const calm = beside ? beside->simulation.get() : nullptr;
        const bool goes_on =
            kept != nullptr && kept->has_past(*campaign.simulation, calm, observed);
        if (goes_on && keeping == Keeping::as_it_is_if_slow) return nothing_played();
        if (kept != nullptr && (goes_on || !ahead)) {
            days = play_kept(seed, replicate, until, observed, *kept, *memory_, campaign, other);
            if (!ahead) kept_.weigh(replicate, *memory_);
        } else {
            days = play_unkept(seed, replicate, until, observed, past_, *memory_, campaign, other);
        }
    } else {
        std::vector<Played*> plays = {&campaign};
        if (other != nullptr) plays.push_back(other);
        days = play_beside(seed, replicate, past_, *memory_, plays);
    }
    fill_up(campaign, asked.days);
    if (beside) fill_up(*beside, asked.days);
    ReplicateResult result;
    result.replicate = replicate;
    result.cities = std::move(campaign.cities);
    if (beside) {
        table.add(result, trajectory_of(beside->simulation->plan(), beside->cities));
    } else {
        table.add(result);
    }
    JsonWriter json;
    json.open('{').field("days_played", days);
    if (until == asked.days) {
        json.field("hash", hex(tumen::replicate_hash(campaign.hashes)));
        if (beside) json.field("beside", hex(tumen::replicate_hash(beside->hashes)));
    } else {
        json.field("until", until);
    }
    write_headlines(json, table, until, last);
    return json.close('}').take();
}

std::string Session::draw(std::size_t which, std::uint64_t seed, std::uint32_t replicate) {
    const Setting* set = setting(which);
    if (set == nullptr) return problem("no scenario is loaded");
    const Draws& draws = Draws::ledger();
    if (!draws.problem().empty()) return problem(draws.problem());
    const auto draw = draw_for(draws, set->scenario, seed, replicate);
    if (!draw) return describe_problems({draw.error()});
    const Scenario scenario = as_drawn({"", set->scenario, {}, set->held}, *draw);
    JsonWriter json;
    // All of them: what is fixed may hang on a value that the scenario holds.
    json.open('{').key("values").open('{');
    for (const ParameterRef ref : parameter_refs()) {
        const std::string name = name_of(ref);
        json.field(name, name == "residents" ? residents_of(scenario.plan)
                                             : get(scenario.plan.parameters, ref));
    }
    for (const auto& [name, value] : draw->values) {
        if (!find_parameter(name)) json.field(name, value);
    }
    json.close('}').key("rules").open('{');
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const RuleRow& row = rule_rows()[rule];
        json.field(row.name, row.choices[rule_choice(scenario.plan.rules, rule)]);
    }
    return json.close('}').close('}').take();
}

}  // namespace tumen::browser
