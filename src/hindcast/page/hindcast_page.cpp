#include "hindcast/page/hindcast_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "hindcast/page/chart.hpp"
#include "hindcast/page/page_style.hpp"
#include "hindcast/page/page_writer.hpp"

namespace tumen {

namespace {

class Page {
  public:
    Page(const Targets& targets, const std::vector<JudgedForecast>& forecasts,
         const HindcastProvenance& provenance, const PageLanguage& language)
        : targets_(targets), forecasts_(forecasts), provenance_(provenance), page_(language) {}

    std::string run() {
        head();
        overview();
        key();
        for (const JudgedForecast& one : forecasts_)
            write_forecast(page_, targets_, one);
        page_.add("</main>\n</body>\n</html>\n");
        return page_.take();
    }

  private:
    bool judged() const { return !forecasts_.empty() && forecasts_.front().judgement.has_value(); }

    const Scenario& scenario() const { return forecasts_.front().cut->known.scenario; }

    void head() {
        const std::string heading = page_.told("Forecasts of what had been told");
        const std::string title = page_.told(scenario().title);
        page_.add(
            "<!doctype html>\n<html lang=\"" + page_.language() +
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<link rel=\"icon\" href=\"data:,\">\n<title>" +
            heading + ": " + title + "</title>\n<style>");
        page_.add(hindcast_style);
        page_.add(
            "</style>\n</head>\n<body>\n<main>\n<h1>" + heading + "</h1>\n<p class=\"lead\">" +
            title + ". " +
            page_.told(
                "The model forgets what was told after a date, foretells it, writes that down, "
                "and only then looks.") +
            "</p>\n<div class=\"limits\"><p>" +
            page_.told(
                "This is a test of the model, about years that are over: no forecast of what is "
                "to come. A report is what somebody was told, not what happened. With so few "
                "reports nothing within its error is a ranking. Priors, rules and events were "
                "written in 2026 by people who had read the later reports, so that no forecast "
                "here is as blind as one of the future.") +
            "</p></div>\n");
        if (page_.language() != "en")
            page_.add("<p class=\"small\">" +
                      page_.told("The translation awaits a native reader.") + "</p>\n");
        const HindcastSettings& settings = provenance_.settings;
        page_.add(
            "<p class=\"small\">" +
            page_.told("Played: {} draws of the prior, cities at {:.3g} of their size, seed {}.",
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
            page_.add(
                "<p>" +
                page_.told(
                    "Over all reports the model did worse than its own prior in {} of {} "
                    "forecasts, worse than the last report in {} of {} forecasts, and worse than "
                    "a straight line in {} of {} forecasts.",
                    prior.worse, prior.asked, last.worse, last.asked, line.worse, line.asked) +
                "</p>\n");
        }
        page_.open_table(page_.told("All forecasts"));
        page_.add("<thead><tr>");
        page_.heads({"Forecast", "Reports by then", "Draws worth", "To come"});
        if (judged()) page_.score_heads();
        page_.add("</tr></thead><tbody>\n");
        for (const JudgedForecast& one : forecasts_)
            overview_row(one);
        page_.add("</tbody></table></div>\n");
        if (judged())
            page_.add(
                "<p class=\"small\">" +
                page_.told(
                    "Skill is 1 - CRPS over that of the rival, with a jackknife error and the "
                    "number of reports for which the rival has something to say: 1 is perfect, "
                    "0 as good as the rival, below 0 worse, and marked. CRPS and log score are "
                    "on the scale of each series, smaller is better.") +
                "</p>\n");
    }

    void overview_row(const JudgedForecast& one) {
        const Forecast& forecast = one.forecast;
        const std::string few = forecast.effective < fewest_effective
                                    ? ", " + page_.told("too few to be relied on")
                                    : "";
        page_.add(fmt::format(
            "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th><td>{}</td><td>{:.0f} / {}{}"
            "</td><td>{}</td>",
            anchor_of(one), page_.name_of(one), forecast.reports, forecast.effective,
            forecast.draws, few, forecast.targets.size()));
        if (one.judgement && !one.judgement->summaries.empty())
            page_.score_cells(one.judgement->summaries.front());
        page_.add("</tr>\n");
    }

    void key_entry(std::string_view drawing, std::string_view words) {
        page_.add(
            fmt::format("<li><svg viewBox=\"0 0 18 18\" aria-hidden=\"true\">{}</svg>{}</li>\n",
                        drawing, page_.told(words)));
    }

    void key() {
        page_.add("<ul class=\"key\">\n");
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
        page_.add("</ul>\n");
    }

    const Targets& targets_;
    const std::vector<JudgedForecast>& forecasts_;
    const HindcastProvenance& provenance_;
    PageWriter page_;
};

}  // namespace

std::string hindcast_page(const Targets& targets, const std::vector<JudgedForecast>& forecasts,
                          const HindcastProvenance& provenance, const PageLanguage& language) {
    return Page(targets, forecasts, provenance, language).run();
}

}  // namespace tumen
