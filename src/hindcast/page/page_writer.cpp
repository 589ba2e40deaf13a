#include "hindcast/page/page_writer.hpp"

#include <cmath>

#include "hindcast/page/chart.hpp"

namespace tumen {

namespace {

/// A skill with its error; marked where it is negative.
std::string skill_text(const Skill& skill) {
    if (skill.targets == 0) return "-";
    const std::string error =
        std::isfinite(skill.error) ? fmt::format(" &#177; {:.2f}", skill.error) : "";
    const std::string value = fmt::format("{:.2f}{} ({})", skill.value, error, skill.targets);
    return skill.value < 0 ? "<span class=\"worse\">" + value + "</span>" : value;
}

}  // namespace

std::string anchor_of(const JudgedForecast& one) {
    return fmt::format("f-{}-{}", iso(one.cut->date), name_of(one.cut->hindsight));
}

/// Of one target: 1 - CRPS over the rival's.
std::string skill_text(const Scored& model, const std::optional<Scored>& rival) {
    if (!rival || !(rival->crps > 0)) return "-";
    const double skill = 1 - model.crps / rival->crps;
    const std::string value = fmt::format("{:.2f}", skill);
    return skill < 0 ? "<span class=\"worse\">" + value + "</span>" : value;
}

std::string PageWriter::said(std::string_view text) const {
    return language_.told ? language_.told(text) : std::string(text);
}

std::string PageWriter::told(std::string_view text) const {
    return in_html(said(text));
}

void PageWriter::heads(std::initializer_list<std::string_view> words) {
    for (const std::string_view one : words)
        add("<th scope=\"col\">" + told(one) + "</th>");
}

void PageWriter::open_table(const std::string& name) {
    add("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + name + "\"><table>");
}

void PageWriter::score_heads() {
    heads({"In 50 %", "In 90 %", "CRPS", "Log score", "Skill against the prior",
           "Skill against the last report", "Skill against a line"});
}

void PageWriter::score_cells(const ScoreSummary& all) {
    add(fmt::format(
        "<td>{} / {}</td><td>{} / {}</td><td>{:.2f}</td><td>{:.2f}</td><td>{}"
        "</td><td>{}</td><td>{}</td>",
        all.in_half, all.targets, all.in_ninety, all.targets, all.crps, all.log_score,
        skill_text(all.prior.crps), skill_text(all.persistence.crps), skill_text(all.trend.crps)));
}

std::string PageWriter::name_of(const JudgedForecast& one) const {
    return told("Known by {}, {}", iso(one.cut->date), tumen::name_of(one.cut->hindsight));
}

}  // namespace tumen
