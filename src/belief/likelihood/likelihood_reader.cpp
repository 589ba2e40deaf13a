#include <algorithm>
#include <cmath>
#include <map>

#include "base/distributions.hpp"
#include "base/math.hpp"
#include "base/text.hpp"
#include "belief/likelihood/likelihood.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"
#include "scenario/text/document.hpp"

namespace tumen {

namespace {

/// "daily-nk, rfa" -> both.
std::vector<std::string> voices_of(const Pattern& pattern) {
    std::vector<std::string> voices;
    std::string_view left = pattern.independence;
    while (!left.empty()) {
        const std::size_t comma = std::min(left.find(','), left.size());
        voices.emplace_back(left.substr(0, comma));
        left.remove_prefix(std::min(comma + 1, left.size()));
        while (!left.empty() && left.front() == ' ')
            left.remove_prefix(1);
    }
    return voices;
}

const std::map<std::string_view, PatternScale> scales = {{"plain", PatternScale::plain},
                                                         {"amount", PatternScale::amount},
                                                         {"share", PatternScale::share}};
const std::map<std::string_view, OpenEnd> ends = {{"low", OpenEnd::low}, {"high", OpenEnd::high}};

}  // namespace

/// Reads table by table; the first problem ends it.
class LikelihoodReader {
  public:
    LikelihoodReader(const ScenarioText& text, const std::vector<const Pattern*>& patterns)
        : text_(text) {
        for (const Pattern* pattern : patterns)
            made_.patterns_.push_back({pattern, pattern->test.expectation});
    }

    Expected<Likelihood, Diagnostic> likelihood() {
        auto root = parse_document(text_);
        if (!root) return root.error();
        root_ = *std::move(root);
        for (const auto& read :
             {&LikelihoodReader::reading, &LikelihoodReader::second, &LikelihoodReader::grades,
              &LikelihoodReader::rules, &LikelihoodReader::scale}) {
            if (auto problem = (this->*read)()) return *std::move(problem);
        }
        share_voices();
        for (PatternReading& pattern : made_.patterns_) {
            if (auto problem = band(pattern)) return *std::move(problem);
        }
        return std::move(made_);
    }

  private:
    using Problem = std::optional<Diagnostic>;

    Problem wrong(Mark mark, std::string problem, std::string reason = {}) const {
        return diagnostic_at(text_, mark, std::move(problem), std::move(reason));
    }

    /// All numbers of a table, none below 0.
    Problem numbers(std::string_view table, std::map<std::string, double>& into) const {
        const Member* found = root_.find(table);
        if (found == nullptr) return wrong({}, "there is no table " + std::string(table));
        for (const Member& member : found->value.members) {
            if (member.value.kind != Node::Kind::number || !(member.value.number >= 0))
                return wrong(member.mark, "this is no number of at least 0");
            into[member.key] = member.value.number;
        }
        return std::nullopt;
    }

    Problem reading() {
        std::map<std::string, double> said;
        if (auto problem = numbers("reading", said)) return problem;
        ReadingRules& all = made_.all_;
        const std::map<std::string, double*> wanted = {
            {"coverage", &all.coverage}, {"open_edge", &all.open_edge},
            {"most", &all.most},         {"without_value", &all.without_value},
            {"shared", &all.shared},     {"voice_power", &all.voice_power}};
        for (const auto& [name, into] : wanted) {
            if (said.count(name) == 0) return wrong({}, "[reading] does not say " + name);
            *into = said[name];
        }
        const bool possible = all.coverage > 0 && all.coverage < 1 && all.open_edge > 0 &&
                              all.most > 0 && all.voice_power <= 1;
        if (said.size() == wanted.size() && possible) return std::nullopt;
        return wrong({}, "[reading] holds what cannot be",
                     "coverage lies between 0 and 1, voice_power is at most 1");
    }

    /// Of a text without it there is no second reading.
    Problem second() {
        const Member* table = root_.find("second");
        if (table == nullptr) return std::nullopt;
        std::map<std::string, double> said;
        if (auto problem = numbers("second", said)) return problem;
        if (said.size() != 1 || said.count("voice_power") == 0 || said["voice_power"] > 1)
            return wrong(table->mark, "[second] says voice_power, at most 1, and nothing else");
        made_.all_.second_voice_power = said["voice_power"];
        return std::nullopt;
    }

    Problem grades() {
        if (auto problem = numbers("discrepancy", discrepancy_)) return problem;
        return numbers("wrong_sign", wrong_sign_);
    }

    Problem rules() {
        const Member* table = root_.find("rules");
        if (table == nullptr) return wrong({}, "there is no table rules");
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            const RuleRow& row = rule_rows()[rule];
            const Member* said = table->value.find(row.name);
            const auto choices = static_cast<std::size_t>(
                std::count_if(row.choices.begin(), row.choices.end(),
                              [](std::string_view choice) { return !choice.empty(); }));
            if (said == nullptr || said->value.items.size() != choices)
                return wrong(table->mark, "no weight for each choice of " + std::string(row.name));
            double sum = 0;
            for (const Node& weight : said->value.items) {
                if (!(weight.number > 0)) return wrong(said->mark, "a weight is not above 0");
                sum += weight.number;
            }
            for (const Node& weight : said->value.items)
                made_.rules_[rule].push_back(weight.number / sum);
        }
        return std::nullopt;
    }

    Problem scale() {
        const Member* table = root_.find("scale");
        if (table == nullptr) return wrong({}, "there is no table scale");
        for (const Member& line : table->value.members) {
            const auto pattern = std::find_if(
                made_.patterns_.begin(), made_.patterns_.end(),
                [&](const PatternReading& one) { return one.pattern->id == line.key; });
            if (pattern == made_.patterns_.end())
                return wrong(line.mark, printable(line.key, 40) + " is no pattern that is fitted");
            const auto& words = line.value.items;
            if (words.empty() || words.size() > 2 || scales.count(words.front().text) == 0 ||
                (words.size() == 2 && ends.count(words.back().text) == 0)) {
                return wrong(line.mark, "this is no scale",
                             "plain, amount or share, and perhaps the open end, low or high");
            }
            pattern->scale = scales.at(words.front().text);
            if (words.size() == 2) pattern->open = ends.at(words.back().text);
            scaled_.push_back(pattern->pattern);
        }
        return std::nullopt;
    }

    /// Each pattern to that of its voices with the fewest patterns.
    void share_voices() {
        std::map<std::string, double> patterns_of;
        for (const PatternReading& one : made_.patterns_) {
            for (const std::string& voice : voices_of(*one.pattern))
                patterns_of[voice] += 1;
        }
        for (PatternReading& one : made_.patterns_) {
            const std::vector<std::string> voices = voices_of(*one.pattern);
            const std::string& rarest = *std::min_element(
                voices.begin(), voices.end(), [&](const auto& left, const auto& right) {
                    return patterns_of[left] < patterns_of[right];
                });
            auto place = std::find(made_.voices_.begin(), made_.voices_.end(), rarest);
            one.voice = static_cast<std::size_t>(place - made_.voices_.begin());
            if (place == made_.voices_.end()) made_.voices_.push_back(rarest);
            const ReadingRules& all = made_.all_;
            one.counts_as = math::pow(patterns_of[rarest], all.voice_power - 1);
            one.second_counts_as = math::pow(patterns_of[rarest],
                                             all.second_voice_power.value_or(all.voice_power) - 1);
        }
    }

    Problem band(PatternReading& one) const {
        const PatternTest& test = one.pattern->test;
        const std::string id(one.pattern->id);
        const std::string grade(one.pattern->grade);
        if (discrepancy_.count(grade) == 0 || wrong_sign_.count(grade) == 0)
            return wrong({}, "nothing is said of grade " + grade, "pattern " + id + " has it");
        if (test.expectation != Expectation::band) {
            one.wrong_sign = wrong_sign_.at(grade);
            return std::nullopt;
        }
        if (std::find(scaled_.begin(), scaled_.end(), one.pattern) == scaled_.end())
            return wrong({}, "[scale] does not say how the band of " + id + " is read");
        const double low = Likelihood::on_scale(one, test.low);
        const double high = Likelihood::on_scale(one, test.high);
        const double wider = discrepancy_.at(grade);
        if (one.open != OpenEnd::none) {
            one.middle = one.open == OpenEnd::low ? high : low;
            one.spread = made_.all_.open_edge * (1 + wider);
            return std::nullopt;
        }
        const double half_width = (high - low) / 2;
        const double score = normal_quantile((1 + made_.all_.coverage) / 2);
        one.middle = (low + high) / 2;
        one.spread = half_width * std::sqrt(1 / (score * score) + wider * wider);
        if (half_width > 0 && one.spread < 1e9) return std::nullopt;
        return wrong({}, "the band of " + id + " has no ends on its scale",
                     "an end that is none is called open");
    }

    const ScenarioText& text_;
    Node root_;
    Likelihood made_;
    std::map<std::string, double> discrepancy_;
    std::map<std::string, double> wrong_sign_;
    std::vector<const Pattern*> scaled_;
};

Expected<Likelihood, Diagnostic> Likelihood::read(const ScenarioText& text,
                                                  const std::vector<const Pattern*>& patterns) {
    return LikelihoodReader(text, patterns).likelihood();
}

const Likelihood& ledger_likelihood() {
    static const Likelihood likelihood =
        carried(Likelihood::read(carried_text("likelihood", likelihood_text()), fitted_patterns()));
    return likelihood;
}

}  // namespace tumen
