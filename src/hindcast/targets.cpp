#include "hindcast/targets.hpp"

#include <algorithm>
#include <cctype>

#include "base/math.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"

namespace tumen {

namespace {

constexpr double least_share = 1e-4;  // what is told of none, or of all, of a survey

void replace_all(std::string& text, std::string_view from, const std::string& to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string days_of(const DateSpan& span, Date start) {
    return "all[" + std::to_string(days_between(start, span.first)) + ":" +
           std::to_string(days_between(start, span.last)) + "]";
}

/// A number of exactly `digits` digits at `at`; nothing else.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t digits) {
    int number = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (i >= text.size() || std::isdigit(static_cast<unsigned char>(text[i])) == 0) return {};
        number = 10 * number + (text[i] - '0');
    }
    const bool goes_on = at + digits < text.size() &&
                         std::isdigit(static_cast<unsigned char>(text[at + digits])) != 0;
    return goes_on ? std::nullopt : std::optional<int>(number);
}

Date last_of_month(int year, int month) {
    const std::optional<Date> next =
        month == 12 ? make_date(year + 1, 1, 1) : make_date(year, month + 1, 1);
    return plus_days(*next, -1);
}

/// The days of a date that begins with a year at `at`, and how long its text is.
struct FoundDates {
    DateSpan span;
    std::size_t length = 0;
};
std::optional<FoundDates> dates_at(std::string_view text, std::size_t at) {
    if (at > 0 && std::isdigit(static_cast<unsigned char>(text[at - 1])) != 0) return std::nullopt;
    const auto year = digits_at(text, at, 4);
    if (!year) return std::nullopt;
    const bool dash = at + 4 < text.size() && text[at + 4] == '-';
    const auto month = dash ? digits_at(text, at + 5, 2) : std::nullopt;
    if (!month || *month < 1 || *month > 12)
        return FoundDates{{*make_date(*year, 1, 1), *make_date(*year, 12, 31)}, 4};
    const bool more = at + 7 < text.size() && text[at + 7] == '-';
    const auto day = more ? digits_at(text, at + 8, 2) : std::nullopt;
    const auto date = day ? make_date(*year, *month, *day) : std::nullopt;
    if (date) return FoundDates{{*date, *date}, 10};
    return FoundDates{{*make_date(*year, *month, 1), last_of_month(*year, *month)}, 7};
}

}  // namespace

std::string_view name_of(ReportScale scale) {
    switch (scale) {
        case ReportScale::share:
            return "share";
        case ReportScale::amount:
            return "amount";
        default:
            return "count";
    }
}

double on_scale(ReportScale scale, double value) {
    switch (scale) {
        case ReportScale::share: {
            const double within = math::detail::clamp(value, least_share, 1 - least_share);
            return math::log(within) - math::log(1 - within);
        }
        case ReportScale::amount:
            return math::log(value);
        default:
            return math::log1p(value);
    }
}

double off_scale(ReportScale scale, double scaled) {
    switch (scale) {
        case ReportScale::share:
            return math::logistic(scaled);
        case ReportScale::amount:
            return math::exp(scaled);
        default:
            // An error may reach below none; a count does not.
            return std::max(math::exp(scaled) - 1, 0.0);
    }
}

std::string statistic_of(const ReportSeries& series, const TargetQuestion& question, Date start) {
    std::string text = series.statistic;
    replace_all(text, "window", days_of(question.window, start));
    if (question.earlier) replace_all(text, "earlier", days_of(*question.earlier, start));
    return text;
}

std::optional<DateSpan> source_dates(std::string_view text) {
    std::optional<DateSpan> all;
    for (std::size_t at = 0; at + 4 <= text.size();) {
        const auto found = dates_at(text, at);
        if (!found) {
            ++at;
            continue;
        }
        const auto& [span, length] = *found;
        if (!all) all = span;
        all->first = std::min(all->first, span.first);
        all->last = std::max(all->last, span.last);
        at += length;
    }
    return all;
}

const Targets& ledger_targets() {
    static const Targets all = carried(read_targets(carried_text("targets", targets_text())));
    return all;
}

}  // namespace tumen
