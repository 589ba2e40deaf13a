#include <algorithm>

#include "hindcast/page/chart.hpp"
#include "hindcast/page/page_writer.hpp"

namespace tumen {

namespace {

std::string_view words_of(Hindsight hindsight) {
    return hindsight == Hindsight::kept ? "Values and events are as they are believed today."
                                        : "What was told later is taken out or widened.";
}

/// In what a series is counted.
std::string unit_of(const ReportSeries& series) {
    if (series.scale == ReportScale::share) return "as a share";
    return series.unit == "1" ? "as a ratio" : "in " + series.unit;
}

class ForecastSection {
  public:
    ForecastSection(PageWriter& page, const Targets& targets, const JudgedForecast& one)
        : page_(page), targets_(targets), one_(one) {}

    void write() {
        const bool kept = one_.cut->hindsight == Hindsight::kept;
        const Forecast& forecast = one_.forecast;
        page_.add(fmt::format("<h2 id=\"{}\">{}</h2>\n<p>", anchor_of(one_), page_.name_of(one_)));
        page_.add(page_.told(
            "{} reports weigh {} draws; they are worth {:.0f} equal ones, the largest has "
            "{:.0f} % of the weight.",
            forecast.reports, forecast.draws, forecast.effective, 100 * forecast.largest));
        if (forecast.effective < fewest_effective)
            page_.add(" <strong>" + page_.told("Too few to be relied on.") + "</strong>");
        page_.add(" " + page_.told(words_of(one_.cut->hindsight)) + " " +
                  page_.told("The hash of the forecast as it was written down:") + " <code>" +
                  hex(forecast_hash(one_.text)) + "</code></p>\n");
        list("Not yet known, and not played", one_.cut->known.dropped);
        list(kept ? "Seen beforehand, events told by later sources alone"
                  : "Taken out, events told by later sources alone",
             one_.cut->known.seen);
        list(kept ? "Seen beforehand, values that have a later source"
                  : "Widened, values that have a later source",
             one_.cut->told_later);
        if (one_.as_was > 0)
            page_.add(
                "<p class=\"small\">" +
                page_.told(
                    "{} draws stay as they are believed: nothing wider that can be played was "
                    "found for them.",
                    one_.as_was) +
                "</p>\n");
        page_.add("<div class=\"series\">\n");
        for (std::size_t series = 0; series < targets_.series.size(); ++series)
            figure(series);
        page_.add("</div>\n");
        if (one_.judgement && one_.judgement->summaries.size() > 1) voices();
    }

  private:
    void list(std::string_view words, const std::vector<std::string>& names) {
        if (names.empty()) return;
        std::string text;
        for (const std::string& name : names)
            text += (text.empty() ? "" : ", ") + in_html(name);
        page_.add(
            fmt::format("<details><summary>{} ({})</summary><p class=\"small\">{}.</p></details>\n",
                        page_.told(words), names.size(), text));
    }

    static std::string when_of(const TargetQuestion& question) {
        const std::string first = iso(question.window.first);
        constexpr std::int32_t most_of_a_year = 180;
        const bool year =
            days_between(question.window.first, question.window.last) > most_of_a_year;
        return first.substr(0, year ? 4 : 7);
    }

    SeriesChart chart_of(std::size_t series) const {
        const ReportSeries& of = targets_.series[series];
        SeriesChart chart;
        chart.scale = of.scale;
        for (const ToldTarget& target : targets_.targets) {
            const TargetQuestion& question = target.question;
            if (question.series == series && question.known <= one_.cut->date)
                chart.earlier.push_back({when_of(question), target.observed});
        }
        for (const TargetForecast& target : one_.forecast.targets) {
            if (target.question.series != series) continue;
            const auto rival = [&](const std::optional<Component>& component) {
                return component ? quantiles_of({*component}, of.scale) : std::vector<double>();
            };
            ForetoldPoint& point = chart.foretold.emplace_back(
                ForetoldPoint{when_of(target.question), quantiles_of(target.forecast, of.scale),
                              quantiles_of(target.prior, of.scale), rival(target.persistence),
                              rival(target.trend), std::nullopt});
            if (const TargetScore* score = score_of(target.question.id))
                point.told = score->observed;
        }
        chart.label = page_.said(of.label) + ": " +
                      page_.said(fmt::format(
                          "{} reports by {}, {} foretold; the numbers are in the table below",
                          chart.earlier.size(), iso(one_.cut->date), chart.foretold.size()));
        return chart;
    }

    const TargetScore* score_of(const std::string& id) const {
        if (!one_.judgement) return nullptr;
        for (const TargetScore& score : one_.judgement->targets) {
            if (score.id == id) return &score;
        }
        return nullptr;
    }

    void figure(std::size_t series) {
        const SeriesChart chart = chart_of(series);
        if (chart.foretold.empty()) return;
        const ReportSeries& of = targets_.series[series];
        page_.add("<figure>\n<h3>" + page_.told(of.label) + "</h3>\n<figcaption>" +
                  page_.told(unit_of(of)) +
                  (of.cities.empty() ? "" : ", " + page_.told("some places alone")) +
                  "</figcaption>\n");
        page_.add(svg_of(chart));
        table(series);
        page_.add("</figure>\n");
    }

    void table(std::size_t series) {
        const ReportSeries& of = targets_.series[series];
        page_.open_table(page_.told(of.label) + ": " + page_.name_of(one_));
        page_.add("<thead><tr>");
        page_.heads({"Report"});
        if (one_.judgement) page_.heads({"Told"});
        page_.heads({"Foretold (5 to 95 %)"});
        if (one_.judgement) {
            page_.heads({"Within", "Skill: prior", "Skill: last", "Skill: line"});
        } else {
            page_.heads({"Prior", "Last", "Line"});
        }
        page_.add("</tr></thead><tbody>\n");
        for (const TargetForecast& target : one_.forecast.targets) {
            if (target.question.series == series) row(target, of.scale);
        }
        page_.add("</tbody></table></div>\n");
    }

    void row(const TargetForecast& target, ReportScale scale) {
        const std::vector<double> quantiles = quantiles_of(target.forecast, scale);
        const std::string foretold =
            quantiles.empty()
                ? page_.told("no value")
                : page_.told("{} ({} to {})", short_value(quantiles[2], scale),
                             short_value(quantiles[0], scale), short_value(quantiles[4], scale));
        const TargetScore* score = score_of(target.question.id);
        page_.add(fmt::format("<tr><th scope=\"row\">{}</th>", in_html(target.question.id)));
        if (one_.judgement)
            page_.add("<td>" + (score == nullptr ? "-" : short_value(score->observed, scale)) +
                      "</td>");
        page_.add("<td>" + foretold + "</td>");
        if (score != nullptr) {
            const Scored& model = score->model;
            const std::string_view in = model.in_half == Covered::yes     ? "50 %"
                                        : model.in_ninety == Covered::yes ? "90 %"
                                                                          : "neither of them";
            page_.add(fmt::format("<td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                                  page_.told(in), skill_text(model, score->prior),
                                  skill_text(model, score->persistence),
                                  skill_text(model, score->trend)));
            return;
        }
        const auto middle = [&](const Mixture& mixture) {
            return mixture.empty() ? std::string("-")
                                   : short_value(quantiles_of(mixture, scale)[2], scale);
        };
        const auto rival = [&](const std::optional<Component>& component) {
            return component ? middle({*component}) : std::string("-");
        };
        page_.add((one_.judgement ? "<td>-</td>" : "") +
                  fmt::format("<td>{}</td><td>{}</td><td>{}</td></tr>\n", middle(target.prior),
                              rival(target.persistence), rival(target.trend)));
    }

    void voices() {
        page_.open_table(page_.told("By voice") + ": " + page_.name_of(one_));
        page_.add("<caption>" + page_.told("By voice") + "</caption><thead><tr>");
        page_.heads({"Voice"});
        page_.score_heads();
        page_.add("</tr></thead><tbody>\n");
        for (const ScoreSummary& voice : one_.judgement->summaries) {
            page_.add("<tr><th scope=\"row\">" +
                      (voice.voice.empty() ? page_.told("all voices") : in_html(voice.voice)) +
                      "</th>");
            page_.score_cells(voice);
            page_.add("</tr>\n");
        }
        page_.add("</tbody></table></div>\n");
    }

    PageWriter& page_;
    const Targets& targets_;
    const JudgedForecast& one_;
};

}  // namespace

void write_forecast(PageWriter& page, const Targets& targets, const JudgedForecast& one) {
    ForecastSection(page, targets, one).write();
}

}  // namespace tumen
