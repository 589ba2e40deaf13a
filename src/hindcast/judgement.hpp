#pragma once
#include <optional>
#include <string>
#include <vector>

#include "hindcast/forecast.hpp"

/// Forecasts and what was told after them.
namespace tumen {

/// Scores of one forecast of one number, on the target's scale.
struct Scored {
    double crps = 0;
    double log_score = 0;
    Covered in_half = Covered::no;    // the middle 50 %
    Covered in_ninety = Covered::no;  // ... 90 %
};
Scored scored(const Mixture& forecast, double observed);

struct TargetScore {
    std::string id;
    std::string series;
    std::string voice;
    double observed = 0;
    Scored model;
    Scored prior;
    std::optional<Scored> persistence;
    std::optional<Scored> trend;
};

/// How a forecast did against a rival: over the targets for which that has something to say.
struct AgainstRival {
    Skill crps;
    double log_gain = 0;  // mean log score of the rival less the forecast's: above 0 is better
};

/// All targets, or those of a voice.
struct ScoreSummary {
    std::string voice;  // empty: all
    std::size_t targets = 0;
    std::size_t in_half = 0;
    std::size_t in_ninety = 0;
    double crps = 0;       // mean
    double log_score = 0;  // mean
    AgainstRival prior;
    AgainstRival persistence;
    AgainstRival trend;
};

struct Judgement {
    std::vector<TargetScore> targets;
    std::vector<std::string> unforeseen;  // targets for which no draw has a value
    std::vector<ScoreSummary> summaries;  // of all, then by voice
};

Judgement judge(const Targets& targets, const Forecast& forecast);

}  // namespace tumen
