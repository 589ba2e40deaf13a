#include "measures/answers/verify.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "base/date.hpp"
#include "base/text.hpp"
#include "experiment/extension.hpp"
#include "experiment/failure.hpp"
#include "measures/headlines/headlines.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_listed = 20;

std::string both(const std::string& one, const std::string& other) {
    return one + " and " + other;
}

std::string value_text(const DayReport& report, std::size_t row) {
    return row < count_total ? std::to_string(report.counts[row]) : shortest(report.value(row));
}

bool same_value(const DayReport& one, const DayReport& other, std::size_t row) {
    if (row < count_total) return one.counts[row] == other.counts[row];
    const double mine = one.value(row);
    const double theirs = other.value(row);
    return mine == theirs || (std::isnan(mine) && std::isnan(theirs));
}

/// "day 45 (2020-10-16), Hyesan, fee: 0.22 and 0.23"; empty where the days are equal.
std::string day_difference(const Scenario& scenario, std::size_t city, std::size_t day,
                           const DayReport& one, const DayReport& other) {
    for (std::size_t row = 0; row < count_total + quantity_total; ++row) {
        if (same_value(one, other, row)) continue;
        return "day " + std::to_string(day) + " (" +
               iso(plus_days(scenario.start, static_cast<std::int32_t>(day))) + "), " +
               scenario.plan.cities[city].label + ", " + std::string(observable_rows()[row].name) +
               ": " + both(value_text(one, row), value_text(other, row));
    }
    return "";
}

/// The first differing day of all cities.
std::string course_difference(const Scenario& scenario, const ReplicateResult& one,
                              const ReplicateResult& other) {
    if (one.cities.size() != other.cities.size()) {
        return "cities: " +
               both(std::to_string(one.cities.size()), std::to_string(other.cities.size()));
    }
    if (!one.headlines.empty() || !other.headlines.empty())
        return "";  // the hashes speak for the days
    const auto days = static_cast<std::size_t>(scenario.plan.days);
    for (std::size_t day = 0; day < days; ++day) {
        for (std::size_t city = 0; city < one.cities.size(); ++city) {
            if (day >= one.cities[city].size() || day >= other.cities[city].size()) {
                if (one.cities[city].size() != other.cities[city].size()) return "number of days";
                continue;
            }
            const std::string text =
                day_difference(scenario, city, day, one.cities[city][day], other.cities[city][day]);
            if (!text.empty()) return text;
        }
    }
    return "";
}

std::string outcome_text(const ReplicateResult& result) {
    return result.outcome == Outcome::done ? "done" : "failed (" + result.reason + ")";
}

/// What is equal wherever the days are: the hidden state behind them.
std::string state_difference(const Scenario& scenario, const ReplicateResult& one,
                             const ReplicateResult& other) {
    for (std::size_t city = 0; city < one.city_hashes.size(); ++city) {
        const std::string& label = scenario.plan.cities[city].label;
        if (one.adults[city] != other.adults[city]) {
            return "adults of " + label + ": " +
                   both(std::to_string(one.adults[city]), std::to_string(other.adults[city]));
        }
        if (one.city_hashes[city] != other.city_hashes[city]) {
            return (one.headlines.empty() && other.headlines.empty()
                        ? "the days are equal, the final state of " + label + " is not: state hash "
                        : "days or final state of " + label + ": state hash ") +
                   both(hex(one.city_hashes[city]), hex(other.city_hashes[city]));
        }
    }
    if (one.state_hash != other.state_hash) {
        return "state hash " + both(hex(one.state_hash), hex(other.state_hash));
    }
    return "";
}

std::string difference_text(const Scenario& scenario, const ReplicateResult& one,
                            const ReplicateResult& other) {
    if (one.seed != other.seed) {
        return "seed: " + both(std::to_string(one.seed), std::to_string(other.seed));
    }
    if (one.outcome != other.outcome || one.reason != other.reason) {
        return "status: " + both(outcome_text(one), outcome_text(other));
    }
    std::string text = course_difference(scenario, one, other);
    return text.empty() ? state_difference(scenario, one, other) : text;
}

/// The headlines of a replicate by id: its own, or those of its days.
std::map<std::string, double> named(const Scenario& scenario, const ReplicateResult& result) {
    const std::vector<Headline> names = headlines(scenario);
    const std::vector<double> values =
        result.headlines.empty() ? headline_values(scenario, result.cities) : result.headlines;
    std::map<std::string, double> all;
    for (std::size_t i = 0; i < std::min(names.size(), values.size()); ++i)
        all.emplace(names[i].id, values[i]);
    return all;
}

/// What people read of a scenario and is not played.
std::string words_difference(const Scenario& one, const Scenario& other) {
    if (one.title != other.title) return "the titles";
    if (one.question != other.question) return "the questions";
    for (std::size_t i = 0; i < std::min(one.plan.cities.size(), other.plan.cities.size()); ++i) {
        if (one.plan.cities[i].label != other.plan.cities[i].label) return "the labels of cities";
    }
    return "";
}

void note(Verification& verification, Difference difference) {
    ++verification.checked;
    if (difference.text.empty()) {
        ++verification.equal;
    } else {
        verification.differences.push_back(std::move(difference));
    }
}

/// Compares each replicate played again with the stored one, and stores nothing.
class ComparingSink final : public ResultSink {
  public:
    ComparingSink(ResultSource& stored, const StoredHeadlines& headlines)
        : stored_(stored), headlines_(headlines) {}

    void accept(ReplicateResult played) override {
        const auto old = stored_.read(key_of(played));
        if (!old) throw Failure(old.error());
        const Scenario scenario = stored_.experiment().points.at(played.point).scenario;
        Difference difference = first_difference(scenario, *old, played);
        if (difference.text.empty() && played.outcome == Outcome::done)
            difference.text = headline_difference(stored_headlines(*old), named(scenario, played));
        note(verification, std::move(difference));
    }

    Verification verification;

  private:
    std::map<std::string, double> stored_headlines(const ReplicateResult& old) const {
        if (headlines_) return headlines_(key_of(old));
        return named(stored_.experiment().points.at(old.point).scenario, old);
    }

    ResultSource& stored_;
    const StoredHeadlines& headlines_;
};

/// Stored replicates that are not to be played again, and planned ones that are not there.
DoneSet not_to_play(ResultSource& stored, const std::vector<ReplicateKey>& chosen) {
    std::vector<ReplicateKey> planned = planned_replicates(stored.experiment());
    const DoneSet to_play(chosen);
    std::erase_if(planned, [&](ReplicateKey key) { return to_play.contains(key); });
    return DoneSet(std::move(planned));
}

std::set<std::uint32_t> replicate_set(const Experiment& experiment) {
    return {experiment.replicates.begin(), experiment.replicates.end()};
}

}  // namespace

std::vector<ReplicateKey> first_of(const std::vector<ReplicateKey>& all, std::size_t replicates) {
    if (replicates == 0) return all;
    std::vector<ReplicateKey> first;
    std::set<std::uint32_t> chosen;
    for (const ReplicateKey key : all) {
        if (chosen.size() == replicates && !chosen.contains(key.replicate)) continue;
        chosen.insert(key.replicate);
        first.push_back(key);
    }
    return first;
}

Difference first_difference(const Scenario& scenario, const ReplicateResult& one,
                            const ReplicateResult& other) {
    return {key_of(one), difference_text(scenario, one, other)};
}

std::vector<std::string> experiment_differences(const Experiment& one, const Experiment& other) {
    std::vector<std::string> texts;
    const auto add = [&](std::string text) {
        if (texts.size() < most_listed) texts.push_back(std::move(text));
    };
    if (one.seed != other.seed) {
        add("seed: " + both(std::to_string(one.seed), std::to_string(other.seed)));
    }
    if (one.kind != other.kind) add("the kind of experiment");
    for (std::string& text : design_differences(one.design, other.design, Told::both))
        add(std::move(text));
    if (one.points.size() != other.points.size()) {
        add("points: " +
            both(std::to_string(one.points.size()), std::to_string(other.points.size())));
        return texts;
    }
    const bool days_left_out = one.days == Days::left_out || other.days == Days::left_out;
    for (std::size_t i = 0; i < one.points.size(); ++i) {
        const Hash my_hash = one.points.hash(i);
        const Hash their_hash = other.points.hash(i);
        const Point mine = one.points.at(i);
        const Point theirs = other.points.at(i);
        if (my_hash != their_hash) {
            add("scenario of point " + std::to_string(i) + ": " + both(mine.name, theirs.name) +
                ", hash " + both(hex(my_hash), hex(their_hash)));
        } else if (mine.name != theirs.name || mine.values != theirs.values ||
                   mine.yardstick != theirs.yardstick) {
            add("point " + std::to_string(i) + ": " + both(mine.name, theirs.name));
        } else if (mine.held != theirs.held) {
            add("what point " + std::to_string(i) + " holds");
        } else if (days_left_out && mine.scenario.headlines != theirs.scenario.headlines) {
            add("the headlines of point " + std::to_string(i) +
                ", and without days (--keep-days) no other can be measured");
        }
    }
    for (const ReplicateDraw& draw : one.draws) {
        const ReplicateDraw* theirs = draw_of(other, draw.replicate);
        if (theirs != nullptr && *theirs != draw) {
            add("what is drawn for replicate " + std::to_string(draw.replicate));
        }
    }
    return texts;
}

Expected<Verification, Diagnostic> verify_results(ResultSource& stored,
                                                  const VerifyOptions& options,
                                                  CityPlayer& player) {
    ComparingSink sink(stored, options.headlines);
    for (std::string& text : stored.notes()) {
        sink.verification.differences.push_back({{}, std::move(text)});
    }
    const DoneSet rest =
        not_to_play(stored, options.only.empty() ? first_of(stored.replicates(), options.replicates)
                                                 : options.only);
    EnsembleOptions playing = options.playing;
    playing.past = PastUse::whole;  // so that what was played from a shared past is verified too
    const auto summary = play_experiment(stored.experiment(), rest, playing, sink, player);
    if (!summary) return summary.error();
    sink.verification.left = summary->left;
    auto& differences = sink.verification.differences;
    std::sort(differences.begin(), differences.end(),
              [](const Difference& one, const Difference& other) { return one.key < other.key; });
    return std::move(sink.verification);
}

Expected<Verification, Diagnostic> verify_results(ResultSource& stored,
                                                  const VerifyOptions& options) {
    SimulationPlayer player(stored.experiment());
    return verify_results(stored, options, player);
}

std::string headline_difference(const std::map<std::string, double>& one,
                                const std::map<std::string, double>& other) {
    const auto text = [](const std::map<std::string, double>& from, const std::string& id) {
        const auto found = from.find(id);
        return found == from.end() ? std::string("none") : shortest(found->second);
    };
    for (const auto* from : {&one, &other}) {
        for (const auto& [id, value] : *from) {
            const std::string mine = text(one, id);
            const std::string theirs = text(other, id);
            if (mine != theirs) return "headline " + printable(id, 60) + ": " + both(mine, theirs);
        }
    }
    return "";
}

Expected<Verification, Diagnostic> compare_results(ResultSource& one, ResultSource& other,
                                                   const StoredHeadlines& headlines_of_one,
                                                   const StoredHeadlines& headlines_of_other) {
    Verification verification;
    for (std::string& text : experiment_differences(one.experiment(), other.experiment())) {
        verification.differences.push_back({{}, std::move(text)});
    }
    const std::size_t points =
        std::min(one.experiment().points.size(), other.experiment().points.size());
    for (std::size_t i = 0; i < points; ++i) {
        std::string words = words_difference(one.experiment().points.outline(i),
                                             other.experiment().points.outline(i));
        if (!words.empty())
            verification.differences.push_back({{}, words + " of point " + std::to_string(i)});
    }
    const bool extended = replicate_set(one.experiment()) != replicate_set(other.experiment());
    if (extended) verification.differences.push_back({{}, "the replicates asked for"});
    std::vector<ReplicateKey> shared;
    std::set_intersection(one.replicates().begin(), one.replicates().end(),
                          other.replicates().begin(), other.replicates().end(),
                          std::back_inserter(shared));
    verification.left = one.replicates().size() + other.replicates().size() - 2 * shared.size();
    for (const ReplicateKey key : shared) {
        if (key.point >=
            std::min(one.experiment().points.size(), other.experiment().points.size())) {
            continue;
        }
        const auto mine = one.read(key);
        if (!mine) return mine.error();
        const auto theirs = other.read(key);
        if (!theirs) return theirs.error();
        Difference difference =
            first_difference(one.experiment().points.outline(key.point), *mine, *theirs);
        if (difference.text.empty() && headlines_of_one && headlines_of_other)
            difference.text = headline_difference(headlines_of_one(key), headlines_of_other(key));
        note(verification, std::move(difference));
    }
    return verification;
}

}  // namespace tumen
