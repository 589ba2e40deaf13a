#pragma once
#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "hindcast/page/hindcast_page.hpp"

/// What the parts of a hindcast's page are written with.
namespace tumen {

/// Gathers HTML, and says its words in the language of the page.
class PageWriter {
  public:
    explicit PageWriter(const PageLanguage& language) : language_(language) {}

    void add(std::string_view text) { html_ += text; }
    std::string take() { return std::move(html_); }

    const std::string& language() const { return language_.code; }
    /// A sentence or label in the language of the page.
    std::string said(std::string_view text) const;
    /// ... as HTML.
    std::string told(std::string_view text) const;
    template <class... Slots>
    std::string told(fmt::format_string<Slots...> text, Slots&&... slots) const {
        return told(std::string_view(fmt::format(text, std::forward<Slots>(slots)...)));
    }

    void heads(std::initializer_list<std::string_view> words);
    /// A table that scrolls sideways where it must; `name` is said already.
    void open_table(const std::string& name);
    /// Columns of a table of scores, and the cells below them.
    void score_heads();
    void score_cells(const ScoreSummary& all);

    /// "Known by 2021-12-31, seen".
    std::string name_of(const JudgedForecast& one) const;

  private:
    const PageLanguage& language_;
    std::string html_;
};

/// Where the page shows this forecast.
std::string anchor_of(const JudgedForecast& one);

/// Marked where it is negative; - where the rival has nothing to say.
std::string skill_text(const Scored& model, const std::optional<Scored>& rival);

/// The part of the page about one forecast: how it came about, a figure and a table a series, and
/// how it did by voice.
void write_forecast(PageWriter& page, const Targets& targets, const JudgedForecast& one);

}  // namespace tumen
