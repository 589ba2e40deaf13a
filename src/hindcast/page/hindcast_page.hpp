#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hindcast/hindcast.hpp"
#include "hindcast/judgement.hpp"

/// The page of a hindcast: one HTML file without a script that shows each forecast beside what was
/// told later and beside its rivals.
namespace tumen {

/// A forecast as it was written, and how it did where later reports were read.
struct JudgedForecast {
    const CutOff* cut = nullptr;
    Forecast forecast;
    std::string text;        // as it was written
    std::size_t as_was = 0;  // draws for which nothing wider could be played
    std::optional<Judgement> judgement;
};

/// What the page says of how it came about.
struct HindcastProvenance {
    std::string program;  // version and fingerprint of the model
    std::string command;
    HindcastSettings settings;
};

/// The language of the page: how it is called in HTML, and what a sentence or label of the English
/// page is in it.
struct PageLanguage {
    std::string code = "en";
    std::function<std::string(std::string_view)> told = {};
};

/// Fewer effective draws than these give coarse quantiles, and whoever shows them says so.
inline constexpr double fewest_effective = 50;

/// Later observations are shown where a forecast has been judged, and nowhere else.
std::string hindcast_page(const Targets& targets, const std::vector<JudgedForecast>& forecasts,
                          const HindcastProvenance& provenance, const PageLanguage& language = {});

}  // namespace tumen
