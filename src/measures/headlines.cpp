#include "measures/headlines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tumen {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::int32_t days_before = 30;  // the calm that a campaign is compared with
constexpr std::int32_t days_at_end = 7;   // of the campaign
constexpr std::int32_t days_after = 14;   // at the end of the run
constexpr double days_a_month = 30;

/// Days first .. last, inclusive; none where last < first.
struct Span {
    std::int32_t first;
    std::int32_t last;
    double days() const { return last < first ? 0 : last - first + 1; }
};

/// All cities of a replicate as one: counts and sums of money added up, levels averaged by
/// residents.
struct Course {
    std::vector<DayReport> days;
    Span campaign;
    Span before;
    Span last_days;   // of the campaign
    Span end;         // of the run
    std::size_t eve;  // the day before the campaign; its first day where the run begins with it

    double sum(Count count, Span span) const {
        double sum = 0;
        for (std::int32_t day = span.first; day <= span.last; ++day) {
            sum += static_cast<double>(days[static_cast<std::size_t>(day)][count]);
        }
        return sum;
    }
    double sum(Quantity quantity, Span span) const {
        double sum = 0;
        for (std::int32_t day = span.first; day <= span.last; ++day) {
            sum += days[static_cast<std::size_t>(day)][quantity];
        }
        return sum;
    }
    double mean(auto observable, Span span) const { return sum(observable, span) / span.days(); }
    double calling(Span span) const {
        return mean(Count::calling_residents, span) + mean(Count::calling_families, span) +
               mean(Count::calling_smugglers, span) + mean(Count::calling_brokers, span);
    }
    double calling_on_eve() const {
        const auto day = static_cast<std::int32_t>(eve);
        return calling({day, day});
    }
    double on_eve(Count count) const { return static_cast<double>(days[eve][count]); }
    double at_end(Count count) const {
        return static_cast<double>(days[static_cast<std::size_t>(campaign.last)][count]);
    }
    double decoys() const {
        return sum(Count::decoys_professional, campaign) + sum(Count::decoys_family, campaign);
    }
    double handed_in() const {
        return decoys() + sum(Count::real_professional, campaign) +
               sum(Count::real_family, campaign);
    }
    double unmet_share(Span span) const {
        return sum(Count::transfers_unmet, span) / sum(Count::transfers_asked, span);
    }
};

Course course_of(const Plan& plan, std::span<const std::vector<DayReport>> cities) {
    Course course;
    course.days = total_of_cities(plan, cities);
    const CampaignWindow window = campaign_window(plan);
    course.campaign = {window.first, window.last};
    course.before = {std::max(0, window.first - days_before), window.first - 1};
    course.last_days = {std::max(window.first, window.last - days_at_end + 1), window.last};
    course.end = {std::max(0, plan.days - days_after), plan.days - 1};
    course.eve = static_cast<std::size_t>(std::max(0, window.first - 1));
    return course;
}

/// When a headline has a meaning.
enum class When : std::uint8_t { hand_in_drive, oath_drive, campaign, campaign_left_behind, calm };

struct Row {
    Headline headline;
    When when;
    double (*value)(const Course&);
};

using enum Side;

/// The one list of headlines.
constexpr Row rows[] = {
    {{"handed_in", "Phones handed in", "phones",
      "Phones that officers counted in the campaign, dead ones and working ones.", official},
     When::hand_in_drive,
     [](const Course& c) { return c.handed_in(); }},
    {{"signed", "Oaths signed", "people",
      "People who signed their first oath between the eve and the end of the campaign.", official},
     When::oath_drive,
     [](const Course& c) { return c.at_end(Count::signed_oath) - c.on_eve(Count::signed_oath); }},
    {{"phones_gone", "Working phones gone", "phones",
      "Working phones held on the eve of the campaign, less those held on its last day.", changed},
     When::campaign,
     [](const Course& c) { return c.on_eve(Count::phones_held) - c.at_end(Count::phones_held); }},
    {{"stopped_calling", "People who stopped calling", "people",
      "People calling on the eve of the campaign, less the mean of its last 7 days.", changed},
     When::campaign,
     [](const Course& c) { return c.calling_on_eve() - c.calling(c.last_days); }},
    {{"calls_lost", "Calls lost", "share",
      "By how much calls a day in the campaign fell below those of the 30 days before.", changed},
     When::campaign,
     [](const Course& c) {
         return 1 - c.mean(Count::calls, c.campaign) / c.mean(Count::calls, c.before);
     }},
    {{"contact_lost", "Transfers missed in addition", "share",
      "Share of requests to kin abroad for which no broker was found: in the campaign, less the 30 "
      "days "
      "before.",
      changed},
     When::campaign,
     [](const Course& c) { return c.unmet_share(c.campaign) - c.unmet_share(c.before); }},
    {{"still_quiet_after", "People still quiet at the end", "people",
      "People calling on the eve of the campaign, less the mean of the last 14 days of the run.",
      changed},
     When::campaign_left_behind,
     [](const Course& c) { return c.calling_on_eve() - c.calling(c.end); }},
    {{"dead_phones", "Dead phones among those handed in", "phones",
      "Phones handed in during the campaign that no longer worked.", other},
     When::hand_in_drive,
     [](const Course& c) { return c.decoys(); }},
    {{"calling_eve", "People calling on the eve", "people",
      "People who held a phone and used it on the day before the campaign.", other},
     When::campaign,
     [](const Course& c) { return c.calling_on_eve(); }},
    {{"arrested", "People arrested", "people", "Arrests in the campaign.", other},
     When::campaign,
     [](const Course& c) { return c.sum(Count::arrested, c.campaign); }},
    {{"exiled_people", "People exiled", "people",
      "Members of households exiled in the campaign, children included.", other},
     When::campaign,
     [](const Course& c) { return c.sum(Count::exiled_people, c.campaign); }},
    {{"fee_rise", "Rise of the broker's fee", "share",
      "By how much the mean fee in the campaign lay above that of the 30 days before, as a share "
      "of the "
      "latter.",
      other},
     When::campaign,
     [](const Course& c) {
         return c.mean(Quantity::fee, c.campaign) / c.mean(Quantity::fee, c.before) - 1;
     }},
    {{"need_rise", "Rise of need", "1",
      "Mean need of households with kin abroad (0 to 1) in the campaign, less that of the 30 days "
      "before.",
      other},
     When::campaign,
     [](const Course& c) {
         return c.mean(Quantity::need_kin, c.campaign) - c.mean(Quantity::need_kin, c.before);
     }},
    {{"bribes_paid", "Bribes paid", "CNY", "Money paid to settle cases in the campaign.", other},
     When::campaign,
     [](const Course& c) { return c.sum(Quantity::bribes_paid, c.campaign); }},
    {{"calling_level", "People calling", "people",
      "People who hold a phone and use it, mean of the run.", other},
     When::calm,
     [](const Course& c) { return c.calling(c.campaign); }},
    {{"phones_level", "Working phones", "phones", "Working phones held, mean of the run.", other},
     When::calm,
     [](const Course& c) { return c.mean(Count::phones_held, c.campaign); }},
    {{"fee_level", "Broker's fee", "share",
      "Share of a transfer that brokers keep, mean of the run.", other},
     When::calm,
     [](const Course& c) { return c.mean(Quantity::fee, c.campaign); }},
    {{"unmet_level", "Transfers missed", "share",
      "Share of requests to kin abroad for which no broker was found.", other},
     When::calm,
     [](const Course& c) { return c.unmet_share(c.campaign); }},
    {{"need_level", "Need", "1",
      "Mean need of households with kin abroad, 0 to 1, mean of the run.", other},
     When::calm,
     [](const Course& c) { return c.mean(Quantity::need_kin, c.campaign); }},
    {{"arrests_a_month", "Arrests a month", "people", "Arrests in 30 days, mean of the run.",
      other},
     When::calm,
     [](const Course& c) { return days_a_month * c.mean(Count::arrested, c.campaign); }},
};

bool applies(When when, const Plan& plan) {
    const bool drive = campaign_of(plan) == Campaign::drive;
    switch (when) {
        case When::hand_in_drive:
            return drive && !plan.hand_in_drives.empty();
        case When::oath_drive:
            return drive && !plan.oath_drives.empty();
        case When::campaign:
            return drive;
        case When::campaign_left_behind:
            return drive && campaign_window(plan).last < plan.days - days_after;
        case When::calm:
            return !drive;
    }
    return false;
}

}  // namespace

std::vector<Headline> all_headlines() {
    std::vector<Headline> result;
    for (const Row& row : rows)
        result.push_back(row.headline);
    return result;
}

std::vector<Headline> headlines(const Plan& plan) {
    std::vector<Headline> result;
    for (const Row& row : rows) {
        if (applies(row.when, plan)) result.push_back(row.headline);
    }
    return result;
}

std::vector<double> headline_values(const Plan& plan,
                                    std::span<const std::vector<DayReport>> cities) {
    const Course course = course_of(plan, cities);
    std::vector<double> values;
    for (const Row& row : rows) {
        if (!applies(row.when, plan)) continue;
        const double value = row.value(course);
        values.push_back(std::isfinite(value) ? value : no_value);
    }
    return values;
}

HeadlineTable::HeadlineTable(const Plan& plan) : plan_(plan), headlines_(tumen::headlines(plan)) {}

void HeadlineTable::add(const ReplicateResult& result) {
    if (result.outcome == Outcome::failed) return;
    if (result.headlines.empty()) {
        rows_[result.replicate] = headline_values(plan_, result.cities);
    } else if (result.headlines.size() == headlines_.size()) {  // else of another campaign
        rows_[result.replicate] = result.headlines;
    }
}

std::vector<double> HeadlineTable::column(std::size_t headline) const {
    std::vector<double> values;
    for (const auto& [replicate, row] : rows_) {
        if (!std::isnan(row[headline])) values.push_back(row[headline]);
    }
    return values;
}

std::vector<double> HeadlineTable::column(std::string_view id) const {
    for (std::size_t i = 0; i < headlines_.size(); ++i) {
        if (headlines_[i].id == id) return column(i);
    }
    return {};
}

std::vector<HeadlineSummary> summarise(const HeadlineTable& table) {
    std::vector<HeadlineSummary> summaries;
    for (std::size_t i = 0; i < table.headlines().size(); ++i) {
        const std::vector<double> values = table.column(i);
        if (values.empty()) continue;
        summaries.push_back({table.headlines()[i], values.size(), mean(values), median(values),
                             middle(values, 0.9), mean_interval(values, 0.95)});
    }
    return summaries;
}

}  // namespace tumen
