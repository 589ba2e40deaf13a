#include "hindcast/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "hindcast/chart.hpp"
#include "hindcast/page_style.hpp"

namespace tumen {

namespace {

std::string_view words_of(Hindsight hindsight) {
    return hindsight == Hindsight::kept ? "Values and events are as they are believed today."
                                        : "What was told later is taken out or widened.";
}

std::string anchor_of(const JudgedForecast& one) {
    return fmt::format("f-{}-{}", iso(one.cut->date), name_of(one.cut->hindsight));
}

/// A skill with its error; marked where it is negative.
std::string skill_text(const Skill& skill) {
    if (skill.targets == 0) return "-";
    const std::string error =
        std::isfinite(skill.error) ? fmt::format(" &#177; {:.2f}", skill.error) : "";
    const std::string value = fmt::format("{:.2f}{} ({})", skill.value, error, skill.targets);
    return skill.value < 0 ? "<span class=\"worse\">" + value + "</span>" : value;
}

/// Of one target: 1 - CRPS over the rival's.
std::string skill_text(const Scored& model, const std::optional<Scored>& rival) {
    if (!rival || !(rival->crps > 0)) return "-";
    const double skill = 1 - model.crps / rival->crps;
    const std::string value = fmt::format("{:.2f}", skill);
    return skill < 0 ? "<span class=\"worse\">" + value + "</span>" : value;
}

/// In what a series is counted.
std::string unit_of(const ReportSeries& series) {
    if (series.scale == ReportScale::share) return "as a share";
    return series.unit == "1" ? "as a ratio" : "in " + series.unit;
}

class Page {
  public:
    Page(const Targets& targets, const std::vector<JudgedForecast>& forecasts,
         const HindcastProvenance& provenance, const PageLanguage& language)
        : targets_(targets), forecasts_(forecasts), provenance_(provenance), language_(language) {}

    std::string run() {
        head();
        overview();
        key();
        for (const JudgedForecast& one : forecasts_)
            section(one);
        add("</main>\n</body>\n</html>\n");
        return std::move(html_);
    }

  private:
    void add(std::string_view text) { html_ += text; }

    /// A sentence or label in the language of the page.
    std::string said(std::string_view text) const {
        return language_.told ? language_.told(text) : std::string(text);
    }
    /// ... as HTML.
    std::string told(std::string_view text) const { return in_html(said(text)); }
    template <class... Slots>
    std::string told(fmt::format_string<Slots...> text, Slots&&... slots) const {
        return told(std::string_view(fmt::format(text, std::forward<Slots>(slots)...)));
    }

    void heads(std::initializer_list<std::string_view> words) {
        for (const std::string_view one : words)
            add("<th scope=\"col\">" + told(one) + "</th>");
    }

    /// A table that scrolls sideways where it must; `name` is said already.
    void open_table(const std::string& name) {
        add("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + name +
            "\"><table>");
    }

    bool judged() const { return !forecasts_.empty() && forecasts_.front().judgement.has_value(); }

    const Scenario& scenario() const { return forecasts_.front().cut->known.scenario; }

    void head() {
        const std::string heading = told("Forecasts of what had been told");
        const std::string title = told(scenario().title);
        add("<!doctype html>\n<html lang=\"" + language_.code +
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<link rel=\"icon\" href=\"data:,\">\n<title>" +
            heading + ": " + title + "</title>\n<style>");
        add(hindcast_style);
        add("</style>\n</head>\n<body>\n<main>\n<h1>" + heading + "</h1>\n<p class=\"lead\">" +
            title + ". " +
            told("The model forgets what was told after a date, foretells it, writes that down, "
                 "and only then looks.") +
            "</p>\n<div class=\"limits\"><p>" +
            told("This is a test of the model, about years that are over: no forecast of what is "
                 "to come. A report is what somebody was told, not what happened. With so few "
                 "reports nothing within its error is a ranking. Priors, rules and events were "
                 "written in 2026 by people who had read the later reports, so that no forecast "
                 "here is as blind as one of the future.") +
            "</p></div>\n");
        if (language_.code != "en")
            add("<p class=\"small\">" + told("The translation awaits a native reader.") + "</p>\n");
        const HindcastSettings& settings = provenance_.settings;
        add("<p class=\"small\">" +
            told("Played: {} draws of the prior, cities at {:.3g} of their size, seed {}.",
                 settings.draws, settings.size, settings.seed) +
            fmt::format(" {}. <code>{}</code></p>\n", in_html(provenance_.program),
                        in_html(provenance_.command)));
    }

    /// In how many of how many forecasts the model did worse than a rival.
    struct Worse {
        std::size_t worse = 0;
        std::size_t asked = 0;
    };
    Worse worse_than(AgainstRival ScoreSummary::*rival) const {
        Worse count;
        for (const JudgedForecast& one : forecasts_) {
            if (!one.judgement || one.judgement->summaries.empty()) continue;
            const Skill& skill = (one.judgement->summaries.front().*rival).crps;
            if (skill.targets == 0) continue;
            ++count.asked;
            count.worse += skill.value < 0 ? 1 : 0;
        }
        return count;
    }

    void overview() {
        if (judged()) {
            const Worse prior = worse_than(&ScoreSummary::prior);
            const Worse last = worse_than(&ScoreSummary::persistence);
            const Worse line = worse_than(&ScoreSummary::trend);
            add("<p>" +
                told("Over all reports the model did worse than its own prior in {} of {} "
                     "forecasts, worse than the last report in {} of {} forecasts, and worse than "
                     "a straight line in {} of {} forecasts.",
                     prior.worse, prior.asked, last.worse, last.asked, line.worse, line.asked) +
                "</p>\n");
        }
        open_table(told("All forecasts"));
        add("<thead><tr>");
        heads({"Forecast", "Reports by then", "Draws worth", "To come"});
        if (judged()) score_heads();
        add("</tr></thead><tbody>\n");
        for (const JudgedForecast& one : forecasts_)
            overview_row(one);
        add("</tbody></table></div>\n");
        if (judged())
            add("<p class=\"small\">" +
                told("Skill is 1 - CRPS over that of the rival, with a jackknife error and the "
                     "number of reports for which the rival has something to say: 1 is perfect, "
                     "0 as good as the rival, below 0 worse, and marked. CRPS and log score are "
                     "on the scale of each series, smaller is better.") +
                "</p>\n");
    }

    void score_heads() {
        heads({"In 50 %", "In 90 %", "CRPS", "Log score", "Skill against the prior",
               "Skill against the last report", "Skill against a line"});
    }

    void overview_row(const JudgedForecast& one) {
        const Forecast& forecast = one.forecast;
        const std::string few =
            forecast.effective < fewest_effective ? ", " + told("too few to be relied on") : "";
        add(fmt::format(
            "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th><td>{}</td><td>{:.0f} / {}{}"
            "</td><td>{}</td>",
            anchor_of(one), name_of(one), forecast.reports, forecast.effective, forecast.draws, few,
            forecast.targets.size()));
        if (one.judgement && !one.judgement->summaries.empty())
            score_cells(one.judgement->summaries.front());
        add("</tr>\n");
    }

    void score_cells(const ScoreSummary& all) {
        add(
            fmt::format("<td>{} / {}</td><td>{} / {}</td><td>{:.2f}</td><td>{:.2f}</td><td>{}"
                        "</td><td>{}</td><td>{}</td>",
                        all.in_half, all.targets, all.in_ninety, all.targets, all.crps,
                        all.log_score, skill_text(all.prior.crps), skill_text(all.persistence.crps),
                        skill_text(all.trend.crps)));
    }

    void key_entry(std::string_view drawing, std::string_view words) {
        add(fmt::format("<li><svg viewBox=\"0 0 18 18\" aria-hidden=\"true\">{}</svg>{}</li>\n",
                        drawing, told(words)));
    }

    void key() {
        add("<ul class=\"key\">\n");
        key_entry("<circle class=\"known\" cx=\"9\" cy=\"9\" r=\"4\"/>", "told by then");
        key_entry(
            "<rect class=\"ninety\" x=\"3\" y=\"1\" width=\"12\" height=\"16\"/><rect "
            "class=\"half\" x=\"3\" y=\"6\" width=\"12\" height=\"6\"/>",
            "forecast: middle 50 and 90 %");
        key_entry("<rect class=\"prior\" x=\"6\" y=\"1\" width=\"6\" height=\"16\"/>",
                  "prior: 90 %, no report known");
        key_entry("<rect class=\"last\" x=\"5\" y=\"5\" width=\"8\" height=\"8\"/>",
                  "the last report: 90 %");
        key_entry("<path class=\"trend\" d=\"M9 4l4.5 8h-9z\"/>",
                  "a straight line: 90 %; an arrow lies beyond");
        if (judged())
            key_entry("<path class=\"told\" d=\"M9 4l5 5l-5 5l-5 -5z\"/>", "what was told");
        add("</ul>\n");
    }

    void list(std::string_view words, const std::vector<std::string>& names) {
        if (names.empty()) return;
        std::string text;
        for (const std::string& name : names)
            text += (text.empty() ? "" : ", ") + in_html(name);
        add(fmt::format("<details><summary>{} ({})</summary><p class=\"small\">{}.</p></details>\n",
                        told(words), names.size(), text));
    }

    /// "Known by 2021-12-31, seen".
    std::string name_of(const JudgedForecast& one) const {
        return told("Known by {}, {}", iso(one.cut->date), tumen::name_of(one.cut->hindsight));
    }

    void section(const JudgedForecast& one) {
        const bool kept = one.cut->hindsight == Hindsight::kept;
        const Forecast& forecast = one.forecast;
        add(fmt::format("<h2 id=\"{}\">{}</h2>\n<p>", anchor_of(one), name_of(one)));
        add(
            told("{} reports weigh {} draws; they are worth {:.0f} equal ones, the largest has "
                 "{:.0f} % of the weight.",
                 forecast.reports, forecast.draws, forecast.effective, 100 * forecast.largest));
        if (forecast.effective < fewest_effective)
            add(" <strong>" + told("Too few to be relied on.") + "</strong>");
        add(" " + told(words_of(one.cut->hindsight)) + " " +
            told("The hash of the forecast as it was written down:") + " <code>" +
            hex(forecast_hash(one.text)) + "</code></p>\n");
        list("Not yet known, and not played", one.cut->known.dropped);
        list(kept ? "Seen beforehand, events told by later sources alone"
                  : "Taken out, events told by later sources alone",
             one.cut->known.seen);
        list(kept ? "Seen beforehand, values that have a later source"
                  : "Widened, values that have a later source",
             one.cut->told_later);
        if (one.as_was > 0)
            add("<p class=\"small\">" +
                told("{} draws stay as they are believed: nothing wider that can be played was "
                     "found for them.",
                     one.as_was) +
                "</p>\n");
        add("<div class=\"series\">\n");
        for (std::size_t series = 0; series < targets_.series.size(); ++series)
            figure(one, series);
        add("</div>\n");
        if (one.judgement && one.judgement->summaries.size() > 1) voices(one);
    }

    static std::string when_of(const TargetQuestion& question) {
        const std::string first = iso(question.window.first);
        constexpr std::int32_t most_of_a_year = 180;
        const bool year =
            days_between(question.window.first, question.window.last) > most_of_a_year;
        return first.substr(0, year ? 4 : 7);
    }

    SeriesChart chart_of(const JudgedForecast& one, std::size_t series) const {
        const ReportSeries& of = targets_.series[series];
        SeriesChart chart;
        chart.scale = of.scale;
        for (const ToldTarget& target : targets_.targets) {
            const TargetQuestion& question = target.question;
            if (question.series == series && question.known <= one.cut->date)
                chart.earlier.push_back({when_of(question), target.observed});
        }
        for (const TargetForecast& target : one.forecast.targets) {
            if (target.question.series != series) continue;
            const auto rival = [&](const std::optional<Component>& component) {
                return component ? quantiles_of({*component}, of.scale) : std::vector<double>();
            };
            ForetoldPoint& point = chart.foretold.emplace_back(
                ForetoldPoint{when_of(target.question), quantiles_of(target.forecast, of.scale),
                              quantiles_of(target.prior, of.scale), rival(target.persistence),
                              rival(target.trend), std::nullopt});
            if (const TargetScore* score = score_of(one, target.question.id))
                point.told = score->observed;
        }
        chart.label =
            said(of.label) + ": " +
            said(fmt::format("{} reports by {}, {} foretold; the numbers are in the table below",
                             chart.earlier.size(), iso(one.cut->date), chart.foretold.size()));
        return chart;
    }

    static const TargetScore* score_of(const JudgedForecast& one, const std::string& id) {
        if (!one.judgement) return nullptr;
        for (const TargetScore& score : one.judgement->targets) {
            if (score.id == id) return &score;
        }
        return nullptr;
    }

    void figure(const JudgedForecast& one, std::size_t series) {
        const SeriesChart chart = chart_of(one, series);
        if (chart.foretold.empty()) return;
        const ReportSeries& of = targets_.series[series];
        add("<figure>\n<h3>" + told(of.label) + "</h3>\n<figcaption>" + told(unit_of(of)) +
            (of.cities.empty() ? "" : ", " + told("some places alone")) + "</figcaption>\n");
        add(svg_of(chart));
        table(one, series);
        add("</figure>\n");
    }

    void table(const JudgedForecast& one, std::size_t series) {
        const ReportSeries& of = targets_.series[series];
        open_table(told(of.label) + ": " + name_of(one));
        add("<thead><tr>");
        heads({"Report"});
        if (one.judgement) heads({"Told"});
        heads({"Foretold (5 to 95 %)"});
        if (one.judgement) {
            heads({"Within", "Skill: prior", "Skill: last", "Skill: line"});
        } else {
            heads({"Prior", "Last", "Line"});
        }
        add("</tr></thead><tbody>\n");
        for (const TargetForecast& target : one.forecast.targets) {
            if (target.question.series == series) row(one, target, of.scale);
        }
        add("</tbody></table></div>\n");
    }

    void row(const JudgedForecast& one, const TargetForecast& target, ReportScale scale) {
        const std::vector<double> quantiles = quantiles_of(target.forecast, scale);
        const std::string foretold =
            quantiles.empty()
                ? told("no value")
                : told("{} ({} to {})", short_value(quantiles[2], scale),
                       short_value(quantiles[0], scale), short_value(quantiles[4], scale));
        const TargetScore* score = score_of(one, target.question.id);
        add(fmt::format("<tr><th scope=\"row\">{}</th>", in_html(target.question.id)));
        if (one.judgement)
            add("<td>" + (score == nullptr ? "-" : short_value(score->observed, scale)) + "</td>");
        add("<td>" + foretold + "</td>");
        if (score != nullptr) {
            const Scored& model = score->model;
            const std::string_view in = model.in_half == Covered::yes     ? "50 %"
                                        : model.in_ninety == Covered::yes ? "90 %"
                                                                          : "neither of them";
            add(fmt::format("<td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", told(in),
                            skill_text(model, score->prior), skill_text(model, score->persistence),
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
        add((one.judgement ? "<td>-</td>" : "") +
            fmt::format("<td>{}</td><td>{}</td><td>{}</td></tr>\n", middle(target.prior),
                        rival(target.persistence), rival(target.trend)));
    }

    void voices(const JudgedForecast& one) {
        open_table(told("By voice") + ": " + name_of(one));
        add("<caption>" + told("By voice") + "</caption><thead><tr>");
        heads({"Voice"});
        score_heads();
        add("</tr></thead><tbody>\n");
        for (const ScoreSummary& voice : one.judgement->summaries) {
            add("<tr><th scope=\"row\">" +
                (voice.voice.empty() ? told("all voices") : in_html(voice.voice)) + "</th>");
            score_cells(voice);
            add("</tr>\n");
        }
        add("</tbody></table></div>\n");
    }

    const Targets& targets_;
    const std::vector<JudgedForecast>& forecasts_;
    const HindcastProvenance& provenance_;
    const PageLanguage& language_;
    std::string html_;
};

}  // namespace

std::string hindcast_page(const Targets& targets, const std::vector<JudgedForecast>& forecasts,
                          const HindcastProvenance& provenance, const PageLanguage& language) {
    return Page(targets, forecasts, provenance, language).run();
}

}  // namespace tumen
