#include "hindcast/page/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

// The drawing's own units; the page gives it the width that there is.
constexpr double width = 360;
constexpr double height = 220;
constexpr double left = 58;
constexpr double right = 8;
constexpr double top = 10;
constexpr double bottom = 24;
constexpr double earlier_width = 26;  // of a known report
constexpr double least_gap = 20;      // between two marks of the axis

constexpr std::array<double, 17> shares = {0.002, 0.005, 0.01, 0.02, 0.05, 0.1,  0.2,  0.3, 0.4,
                                           0.5,   0.6,   0.7,  0.8,  0.9,  0.95, 0.98, 0.99};

/// Values at which the axis may have a mark.
std::vector<double> marks_of(ReportScale scale) {
    if (scale == ReportScale::share) return {shares.begin(), shares.end()};
    std::vector<double> marks;
    if (scale == ReportScale::count) marks.push_back(0);
    for (double decade = scale == ReportScale::count ? 1 : 0.01; decade < 1e7; decade *= 10) {
        for (const double step : {1.0, 2.0, 5.0})
            marks.push_back(decade * step);
    }
    return marks;
}

class Drawing {
  public:
    explicit Drawing(const SeriesChart& chart) : chart_(chart) {}

    std::string run() {
        find_domain();
        svg_ = fmt::format(
            "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" class=\"chart\">\n", width,
            height, in_html(chart_.label));
        draw_axis();
        double x = left;
        for (const EarlierPoint& one : chart_.earlier) {
            draw_earlier(one, x + earlier_width / 2);
            x += earlier_width;
        }
        const double slot = (width - right - x) / static_cast<double>(chart_.foretold.size());
        if (!chart_.earlier.empty()) line("cut", x, top, x, height - bottom);
        for (const ForetoldPoint& one : chart_.foretold) {
            draw_foretold(one, x, slot);
            x += slot;
        }
        return svg_ + "</svg>\n";
    }

  private:
    void take(double value) {
        const double scaled = on_scale(chart_.scale, value);
        if (!std::isfinite(scaled)) return;
        low_ = std::min(low_, scaled);
        high_ = std::max(high_, scaled);
    }

    /// Of all but the trend, which may lead anywhere.
    void find_domain() {
        for (const EarlierPoint& one : chart_.earlier)
            take(one.value);
        for (const ForetoldPoint& one : chart_.foretold) {
            for (const auto* quantiles : {&one.forecast, &one.prior, &one.persistence}) {
                for (const double value : *quantiles)
                    take(value);
            }
            if (one.told) take(*one.told);
        }
        if (!(low_ < high_)) {
            low_ = std::isfinite(low_) ? low_ - 1 : 0;
            high_ = low_ + 2;
        }
        const double margin = (high_ - low_) / 20;
        low_ -= margin;
        high_ += margin;
    }

    double y_of(double value) const {
        const double scaled = std::clamp(on_scale(chart_.scale, value), low_, high_);
        return height - bottom - (scaled - low_) / (high_ - low_) * (height - bottom - top);
    }

    int beyond(double value) const {
        const double scaled = on_scale(chart_.scale, value);
        return scaled > high_ ? 1 : scaled < low_ ? -1 : 0;
    }

    void line(std::string_view kind, double x1, double y1, double x2, double y2) {
        svg_ += fmt::format(
            "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", kind,
            x1, y1, x2, y2);
    }

    void text(std::string_view kind, double x, double y, std::string_view words) {
        svg_ += fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", kind, x, y,
                            in_html(words));
    }

    void bar(std::string_view kind, double x, double wide, double low, double high) {
        const double y = y_of(high);
        svg_ += fmt::format(
            "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
            "height=\"{:.1f}\"/>\n",
            kind, x - wide / 2, y, wide, std::max(y_of(low) - y, 1.0));
    }

    void draw_axis() {
        double last = height;
        for (const double mark : marks_of(chart_.scale)) {
            if (beyond(mark) != 0) continue;
            const double y = y_of(mark);
            if (last - y < least_gap) continue;
            last = y;
            line("grid", left, y, width - right, y);
            text("mark", left - 5, y + 5, short_value(mark, chart_.scale));
        }
    }

    void draw_earlier(const EarlierPoint& one, double x) {
        svg_ += fmt::format("<circle class=\"known\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n", x,
                            y_of(one.value));
        text("when", x, height - bottom + 17, one.when.substr(2, 2));
    }

    /// A middle with a line from 5 to 95 %.
    void draw_rival(const std::vector<double>& quantiles, std::string_view kind, double x) {
        if (quantiles.empty()) return;
        line("whisker", x, y_of(quantiles.front()), x, y_of(quantiles.back()));
        const double middle = quantiles[quantiles.size() / 2];
        const double y = y_of(middle);
        const int out = beyond(middle);
        if (out != 0) {
            svg_ += fmt::format("<path class=\"{}\" d=\"M{:.1f} {:.1f}l4 {}h-8z\"/>\n", kind, x,
                                out > 0 ? y - 8 : y + 8, out > 0 ? 7 : -7);
        } else if (kind == "trend") {
            svg_ +=
                fmt::format("<path class=\"trend\" d=\"M{:.1f} {:.1f}l4.5 8h-9z\"/>\n", x, y - 5);
        } else {
            svg_ += fmt::format(
                "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\"/>\n", kind,
                x - 4, y - 4);
        }
    }

    void draw_foretold(const ForetoldPoint& one, double x, double slot) {
        constexpr double at_forecast = 0.27;
        constexpr double at_prior = 0.53;
        constexpr double at_last = 0.72;
        constexpr double at_trend = 0.88;
        const double wide = std::min(slot * 0.3, 26.0);
        if (!one.forecast.empty()) {
            const double middle = x + slot * at_forecast;
            bar("ninety", middle, wide, one.forecast[0], one.forecast[4]);
            bar("half", middle, wide, one.forecast[1], one.forecast[3]);
            const double y = y_of(one.forecast[2]);
            line("middle", middle - wide / 2, y, middle + wide / 2, y);
        }
        if (!one.prior.empty()) {
            const double middle = x + slot * at_prior;
            bar("prior", middle, wide / 2, one.prior[0], one.prior[4]);
            const double y = y_of(one.prior[2]);
            line("prior-middle", middle - wide / 4, y, middle + wide / 4, y);
        }
        draw_rival(one.persistence, "last", x + slot * at_last);
        draw_rival(one.trend, "trend", x + slot * at_trend);
        if (one.told) draw_told(*one.told, x, slot, x + slot * at_forecast);
        text("when", x + slot / 2, height - bottom + 17, one.when);
    }

    void draw_told(double told, double x, double slot, double at) {
        const double y = y_of(told);
        line("told", x + 2, y, x + slot - 2, y);
        svg_ +=
            fmt::format("<path class=\"told\" d=\"M{:.1f} {:.1f}l5 5l-5 5l-5 -5z\"/>\n", at, y - 5);
    }

    const SeriesChart& chart_;
    double low_ = HUGE_VAL;
    double high_ = -HUGE_VAL;
    std::string svg_;
};

}  // namespace

std::string short_value(double value, ReportScale scale) {
    constexpr double per_cent = 100;
    if (!std::isfinite(value)) return "none";
    if (scale == ReportScale::share) return fmt::format("{:.3g} %", value * per_cent);
    if (value < 1000) return fmt::format("{:.3g}", value);
    const double step = std::pow(10.0, std::floor(std::log10(value)) - 2);
    return quantity_text(std::round(value / step) * step, Unit::one);
}

std::string in_html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '"') {
            out += "&quot;";
        } else {
            out += c;
        }
    }
    return out;
}

std::string svg_of(const SeriesChart& chart) {
    return Drawing(chart).run();
}

}  // namespace tumen
