#include "belief/likelihood/likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "base/math.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key_of_rules = 0x72756C6573212121u;  // any fixed one

constexpr std::uint64_t key_of_errors = 0x6572726F72732121u;

double capped(double off, double most) {
    return std::clamp(off, -most, most);
}

void add(ByteForm& form, std::string_view text) {
    form.add(hash_of(text));
}

void add(ByteForm& form, const PatternTest& test) {
    for (const std::string_view text : {test.scenario, test.against, test.statistic})
        add(form, text);
    for (const auto& settings : {test.settings, test.against_settings}) {
        for (const std::string_view setting : settings)
            add(form, setting);
    }
    for (const TestRun& run : test.more) {
        add(form, run.scenario);
        for (const std::string_view setting : run.settings)
            add(form, setting);
    }
    form.add(static_cast<std::uint64_t>(test.expectation));
    form.add(test.low);
    form.add(test.high);
}

}  // namespace

std::vector<const Pattern*> fitted_patterns() {
    std::vector<const Pattern*> patterns;
    for (const Pattern& pattern : ledger_patterns()) {
        if (pattern.role == PatternRole::calibrate && pattern.test.expectation != Expectation::none)
            patterns.push_back(&pattern);
    }
    return patterns;
}

double Likelihood::on_scale(const PatternReading& pattern, double value) {
    switch (pattern.scale) {
        case PatternScale::plain:
            break;
        case PatternScale::amount:
            return math::log(value);
        case PatternScale::share:
            if (value >= 1) return std::numeric_limits<double>::infinity();
            return math::log(value) - math::log(1 - value);
    }
    return value;
}

double Likelihood::off(const PatternReading& pattern, std::optional<double> value,
                       double luck) const {
    if (!value) return all_.without_value;
    const double spread = std::sqrt(pattern.spread * pattern.spread + luck * luck);
    const double off = (on_scale(pattern, *value) - pattern.middle) / spread;
    if (pattern.open == OpenEnd::low && off < 0) return 0;
    if (pattern.open == OpenEnd::high && off > 0) return 0;
    return capped(off, all_.most);
}

double Likelihood::sign_part(const PatternReading& pattern, std::optional<double> value) const {
    if (!value) return -all_.without_value * all_.without_value / 2;
    const bool shown = pattern.expectation == Expectation::positive ? *value > 0 : *value < 0;
    return math::log(shown ? 1 - pattern.wrong_sign : pattern.wrong_sign);
}

/// Of n patterns of one voice whose errors have a part in common, the quadratic form of their
/// covariance 1 + shared^2 of each with each: sum of squares less what the common part explains.
std::vector<double> Likelihood::by_voice(std::span<const std::optional<double>> values,
                                         std::span<const double> luck) const {
    struct Sums {
        double signs = 0;
        double off = 0;
        double squares = 0;
        double bands = 0;
        double counts_as = 1;
    };
    std::vector<Sums> sums(voices_.size());
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        Sums& voice = sums[patterns_[i].voice];
        if (patterns_[i].counts_as == 0) continue;
        voice.counts_as = patterns_[i].counts_as;
        if (patterns_[i].expectation != Expectation::band) {
            voice.signs += sign_part(patterns_[i], values[i]);
            continue;
        }
        const double off = this->off(patterns_[i], values[i], luck[i]);
        voice.bands += 1;
        voice.squares += off * off;
        // What has no value lies on no side, and so shares nothing.
        if (values[i]) voice.off += off;
    }
    std::vector<double> logs;
    const double shared = all_.shared * all_.shared;
    for (const Sums& voice : sums) {
        const double common = shared / (1 + voice.bands * shared) * voice.off * voice.off;
        logs.push_back(voice.counts_as * (voice.signs - (voice.squares - common) / 2));
    }
    return logs;
}

double Likelihood::log_of(std::span<const std::optional<double>> values,
                          std::span<const double> luck) const {
    double sum = 0;
    for (const double one : by_voice(values, luck))
        sum += one;
    return sum;
}

Likelihood Likelihood::widened(double times) const {
    Likelihood other = *this;
    for (PatternReading& pattern : other.patterns_)
        pattern.spread *= times;
    return other;
}

Likelihood Likelihood::without_voice(std::string_view voice) const {
    Likelihood other = *this;
    for (PatternReading& pattern : other.patterns_) {
        if (voices_[pattern.voice] == voice) pattern.counts_as = 0;
    }
    return other;
}

Likelihood Likelihood::second() const {
    Likelihood other = *this;
    for (PatternReading& pattern : other.patterns_) {
        // What counts for nothing was left out, and stays so.
        if (pattern.counts_as > 0) pattern.counts_as = pattern.second_counts_as;
    }
    return other;
}

std::vector<double> Likelihood::times_in_second() const {
    std::vector<double> times(voices_.size(), 1);
    for (const PatternReading& pattern : patterns_) {
        if (pattern.counts_as > 0)
            times[pattern.voice] = pattern.second_counts_as / pattern.counts_as;
    }
    return times;
}

Likelihood Likelihood::without_pattern(std::string_view id) const {
    Likelihood other = *this;
    std::erase_if(other.patterns_,
                  [&](const PatternReading& one) { return one.pattern->id == id; });
    return other;
}

Likelihood Likelihood::of_patterns(std::span<const std::size_t> places) const {
    Likelihood other = *this;
    other.patterns_.clear();
    for (const std::size_t place : places)
        other.patterns_.push_back(patterns_[place]);
    return other;
}

Likelihood Likelihood::observing(std::span<const std::optional<double>> values,
                                 std::span<const double> luck, std::uint64_t seed) const {
    Likelihood other = *this;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        PatternReading& one = other.patterns_[i];
        const RandomBlock drawn =
            philox({name_hash(one.pattern->id), 0, 0, 0}, seed ^ key_of_errors);
        const bool band = one.expectation == Expectation::band;
        if (!values[i] || (band && !std::isfinite(on_scale(one, *values[i])))) {
            one.counts_as = 0;
        } else if (band) {
            const double spread = std::sqrt(one.spread * one.spread + luck[i] * luck[i]);
            one.open = OpenEnd::none;
            one.middle =
                on_scale(one, *values[i]) + spread * normal_quantile(uniform(drawn.word[0]));
        } else {
            const bool wrong = uniform(drawn.word[0]) < one.wrong_sign;
            one.expectation =
                (*values[i] > 0) != wrong ? Expectation::positive : Expectation::negative;
        }
    }
    return other;
}

Hash Likelihood::hash() const {
    ByteForm form;
    for (const double number : {all_.most, all_.without_value, all_.shared})
        form.add(number);
    for (const PatternReading& one : patterns_) {
        add(form, one.pattern->id);
        add(form, one.pattern->test);
        form.add(static_cast<std::uint64_t>(one.scale));
        form.add(static_cast<std::uint64_t>(one.open));
        for (const double number : {one.middle, one.spread, one.wrong_sign, one.counts_as})
            form.add(number);
        add(form, voices_[one.voice]);
    }
    for (const std::vector<double>& weights : rules_) {
        for (const double weight : weights)
            form.add(weight);
    }
    return form.hash();
}

std::vector<std::pair<std::string, std::string>> draw_rules(const Likelihood& likelihood,
                                                            std::uint64_t seed,
                                                            std::uint32_t draw) {
    std::vector<std::pair<std::string, std::string>> rules;
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const RuleRow& row = rule_rows()[rule];
        const std::vector<double>& weights = likelihood.rule_weights()[rule];
        double place =
            uniform(philox({name_hash(row.name), draw, 0, 0}, seed ^ key_of_rules).word[0]);
        std::size_t choice = 0;
        while (choice + 1 < weights.size() && place >= weights[choice])
            place -= weights[choice++];
        rules.emplace_back(row.name, row.choices[choice]);
    }
    return rules;
}

}  // namespace tumen
