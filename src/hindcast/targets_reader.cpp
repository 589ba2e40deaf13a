#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"
#include "hindcast/targets.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/evidence/statistic.hpp"
#include "scenario/text/document.hpp"

namespace tumen {

namespace {

using Problem = std::optional<Diagnostic>;

const std::map<std::string_view, ReportScale> scales = {
    {"share", ReportScale::share}, {"amount", ReportScale::amount}, {"count", ReportScale::count}};

/// Reads table by table; the first problem ends it.
class TargetReader {
  public:
    explicit TargetReader(const ScenarioText& text) : text_(text) { made_.file = text.file; }

    Expected<Targets, Diagnostic> targets() {
        auto root = parse_document(text_);
        if (!root) return root.error();
        root_ = *std::move(root);
        for (const auto& read : {&TargetReader::reading, &TargetReader::discrepancies,
                                 &TargetReader::all_series, &TargetReader::all_targets}) {
            if (auto problem = (this->*read)()) return *std::move(problem);
        }
        return std::move(made_);
    }

  private:
    Problem wrong(Mark mark, std::string problem, std::string reason = {},
                  std::string suggestion = {}) const {
        return diagnostic_at(text_, mark, std::move(problem), std::move(reason),
                             std::move(suggestion));
    }

    Problem number(const Member& member, double& into) const {
        into = member.value.number;
        if (member.value.kind == Node::Kind::number && std::isfinite(into)) return std::nullopt;
        return wrong(member.mark, member.key + " is no number");
    }

    /// A number that must be above 0, or may be 0.
    enum class Least : std::uint8_t { above_zero, zero };
    Problem size(const Member& member, double& into, Least least) const {
        if (auto problem = number(member, into)) return problem;
        if (into > 0 || (into == 0 && least == Least::zero)) return std::nullopt;
        return wrong(member.mark,
                     member.key + (least == Least::zero ? " is below 0" : " is not above 0"));
    }

    Problem text(const Member& member, std::string& into) const {
        into = member.value.text;
        if (member.value.kind == Node::Kind::text && !into.empty()) return std::nullopt;
        return wrong(member.mark, member.key + " is no text");
    }

    Problem date(const Member& member, Date& into) const {
        into = member.value.date;
        if (member.value.kind == Node::Kind::date) return std::nullopt;
        return wrong(member.mark, member.key + " is no date", "written as 2021-12-31");
    }

    Problem names(const Member& member, std::vector<std::string>& into) const {
        into.clear();
        for (const Node& item : member.value.items) {
            if (item.kind != Node::Kind::text)
                return wrong(item.mark, member.key + " holds what is no text");
            into.push_back(item.text);
        }
        if (!into.empty()) return std::nullopt;
        return wrong(member.mark, member.key + " names nothing", {}, "leave it out");
    }

    Problem unknown(const Member& member) const {
        return wrong(member.mark, "unknown key \"" + printable(member.key, 40) + "\"");
    }

    const Member* table(std::string_view name) const { return root_.find(name); }

    Problem reading() {
        const Member* found = table("reading");
        if (found == nullptr) return wrong({}, "there is no table [reading]");
        const std::map<std::string_view, double*> wanted = {
            {"voice_power", &made_.voice_power},
            {"most", &made_.most},
            {"without_value", &made_.without_value},
            {"yearly_change", &made_.yearly_change}};
        for (const Member& member : found->value.members) {
            const auto into = wanted.find(member.key);
            if (into == wanted.end()) return unknown(member);
            if (auto problem = size(member, *into->second, Least::above_zero)) return problem;
        }
        if (found->value.members.size() == wanted.size()) return std::nullopt;
        return wrong(found->mark, "[reading] does not say all",
                     "voice_power, most, without_value and yearly_change");
    }

    Problem discrepancies() {
        const Member* found = table("discrepancy");
        if (found == nullptr) return wrong({}, "there is no table [discrepancy]");
        for (const Member& member : found->value.members) {
            if (auto problem = size(member, discrepancy_[member.key], Least::zero)) return problem;
        }
        return std::nullopt;
    }

    Problem all_series() {
        const Member* found = table("series");
        if (found == nullptr) return wrong({}, "there is no table [series]");
        for (const Member& member : found->value.members) {
            ReportSeries series;
            series.id = member.key;
            for (const Member& field : member.value.members) {
                if (auto problem = series_field(series, field)) return problem;
            }
            if (auto problem = refusal(series, member.mark)) return problem;
            made_.series.push_back(std::move(series));
        }
        return std::nullopt;
    }

    Problem series_field(ReportSeries& series, const Member& member) const {
        if (member.key == "label") return text(member, series.label);
        if (member.key == "unit") return text(member, series.unit);
        if (member.key == "statistic") return text(member, series.statistic);
        if (member.key == "cities") return names(member, series.cities);
        if (member.key == "bias") return size(member, series.bias, Least::zero);
        if (member.key == "drift") return number(member, series.drift);
        if (member.key == "drift_error") return size(member, series.drift_error, Least::zero);
        if (member.key == "drift_from") return date(member, series.drift_from.emplace());
        if (member.key != "scale") return unknown(member);
        const auto scale = scales.find(member.value.text);
        if (scale == scales.end())
            return wrong(member.mark, "this is no scale", "share, amount or count");
        series.scale = scale->second;
        return std::nullopt;
    }

    Problem refusal(const ReportSeries& series, Mark mark) const {
        if (series.label.empty() || series.unit.empty() || series.statistic.empty())
            return wrong(mark, series.id + " has no label, unit or statistic");
        return std::nullopt;
    }

    Problem all_targets() {
        const Member* list = table("target");
        if (list == nullptr || list->value.kind != Node::Kind::list)
            return wrong({}, "there is no list [[target]]");
        for (const Node& item : list->value.items) {
            if (auto problem = target(item)) return problem;
        }
        return std::nullopt;
    }

    /// What one table says, before it is known whether that is enough.
    struct Draft {
        ToldTarget target;
        std::set<std::string_view> said;
        std::string series;
        DateSpan earlier;
        std::vector<std::string> sources;
        std::map<std::string_view, Mark> marks;
    };

    Problem field(Draft& draft, const Member& member) const {
        TargetQuestion& question = draft.target.question;
        draft.marks[member.key] = member.mark;
        draft.said.insert(member.key);
        if (member.key == "id") return text(member, question.id);
        if (member.key == "series") return text(member, draft.series);
        if (member.key == "date") return date(member, question.known);
        if (member.key == "from") return date(member, question.window.first);
        if (member.key == "to") return date(member, question.window.last);
        if (member.key == "earlier_from") return date(member, draft.earlier.first);
        if (member.key == "earlier_to") return date(member, draft.earlier.last);
        if (member.key == "cities") return names(member, question.cities);
        if (member.key == "value") return number(member, draft.target.observed);
        if (member.key == "error") return size(member, question.report_error, Least::above_zero);
        if (member.key == "grade") return text(member, question.grade);
        if (member.key == "source") return names(member, draft.sources);
        if (member.key == "note") return text(member, draft.target.note);
        return unknown(member);
    }

    Problem target(const Node& item) {
        Draft draft;
        for (const Member& member : item.members) {
            if (auto problem = field(draft, member)) return problem;
        }
        const std::string name =
            draft.said.contains("id") ? draft.target.question.id : "this target";
        if (!draft.said.contains("date")) {
            return wrong(item.mark, name + " has no date",
                         "what is not dated could reach a forecast of earlier days",
                         "date = the day on which it was told");
        }
        for (const std::string_view key :
             {"id", "series", "from", "to", "value", "error", "grade", "source"}) {
            if (!draft.said.contains(key))
                return wrong(item.mark, name + " has no " + std::string(key));
        }
        if (draft.said.contains("earlier_from") != draft.said.contains("earlier_to"))
            return wrong(item.mark, name + " says one end of `earlier` alone");
        if (draft.said.contains("earlier_from")) draft.target.question.earlier = draft.earlier;
        const Mark place = draft.said.contains("cities") ? draft.marks["cities"] : item.mark;
        draft.target.question.line = place.line;
        draft.target.question.column = place.column;
        for (const auto& complete : {&TargetReader::settle_dates, &TargetReader::settle_series,
                                     &TargetReader::settle_sources, &TargetReader::settle_error}) {
            if (auto problem = (this->*complete)(draft)) return problem;
        }
        made_.targets.push_back(std::move(draft.target));
        return std::nullopt;
    }

    Problem settle_dates(Draft& draft) {
        const TargetQuestion& question = draft.target.question;
        const auto in_order = [](const DateSpan& span) { return span.first <= span.last; };
        if (!in_order(question.window))
            return wrong(draft.marks["to"], question.id + " ends before it begins");
        if (question.earlier && !in_order(*question.earlier))
            return wrong(draft.marks["earlier_to"], question.id + " ends before it begins");
        if (question.window.last <= question.known) return std::nullopt;
        return wrong(draft.marks["date"], question.id + " is told before its days are over");
    }

    Problem settle_series(Draft& draft) {
        TargetQuestion& question = draft.target.question;
        if (!ids_.insert(question.id).second)
            return wrong(draft.marks["id"], question.id + " stands twice");
        const auto found =
            std::find_if(made_.series.begin(), made_.series.end(),
                         [&](const ReportSeries& one) { return one.id == draft.series; });
        if (found == made_.series.end())
            return wrong(draft.marks["series"], "there is no [series." + draft.series + "]");
        question.series = static_cast<std::size_t>(found - made_.series.begin());
        if (question.cities.empty()) question.cities = found->cities;
        const std::string text =
            statistic_of(*found, question,
                         question.earlier ? std::min(question.earlier->first, question.window.first)
                                          : question.window.first);
        const auto statistic = parse_statistic(text);
        if (!statistic || bases_read(*statistic) > 0) {
            return wrong(
                draft.marks["series"], "the statistic of " + question.id + " cannot be read",
                statistic ? "there is nothing to compare with" : statistic.error().problem);
        }
        if (std::isfinite(on_scale(found->scale, draft.target.observed))) return std::nullopt;
        return wrong(draft.marks["value"], "the value of " + question.id + " is not on its scale");
    }

    /// Whose report it is; a report is not older than what it was read in.
    Problem settle_sources(Draft& draft) {
        TargetQuestion& question = draft.target.question;
        bool dated = false;
        for (const std::string& id : draft.sources) {
            const Source* source = find_source(id);
            if (source == nullptr)
                return wrong(draft.marks["source"], "there is no source " + printable(id, 60));
            if (question.voice.empty()) {
                question.voice = source->independence;
                question.outlet = source->publisher;
            }
            const auto when = source_dates(source->date);
            dated = dated || !when || when->first <= question.known;
        }
        if (dated) return std::nullopt;
        return wrong(draft.marks["date"], question.id + " is dated before its source",
                     draft.sources.front() + " is of " +
                         std::string(find_source(draft.sources.front())->date));
    }

    Problem settle_error(Draft& draft) {
        TargetQuestion& question = draft.target.question;
        const auto wider = discrepancy_.find(question.grade);
        if (wider == discrepancy_.end())
            return wrong(draft.marks["grade"],
                         "nothing is said of grade " + printable(question.grade, 20));
        const ReportSeries& series = made_.series[question.series];
        double drift_error = 0;
        if (series.drift_from && *series.drift_from < question.window.last) {
            const double years =
                days_between(*series.drift_from, question.window.last) / days_a_calendar_year;
            question.shift = series.drift * years;
            drift_error = series.drift_error * years;
        }
        const double squared = question.report_error * question.report_error;
        question.error =
            std::sqrt(squared * (1 + wider->second * wider->second) + drift_error * drift_error);
        return std::nullopt;
    }

    const ScenarioText& text_;
    Node root_;
    Targets made_;
    std::map<std::string, double, std::less<>> discrepancy_;
    std::set<std::string> ids_;
};

}  // namespace

Expected<Targets, Diagnostic> read_targets(const ScenarioText& text) {
    return TargetReader(text).targets();
}

}  // namespace tumen
