#include <charconv>
#include <map>
#include <sstream>

#include "base/text.hpp"
#include "belief/belief.hpp"
#include "scenario/text/document.hpp"

namespace tumen {

namespace {

/// Reads table by table; the first problem ends it.
class BeliefReader {
  public:
    explicit BeliefReader(const ScenarioText& text) : text_(text) {}

    Expected<Belief, Diagnostic> belief() {
        const auto root = parse_document(text_);
        if (!root) return root.error();
        for (const Member& member : root->members) {
            if (auto problem = part(member)) return *std::move(problem);
        }
        if (belief_.draws.empty() && belief_.renewal_due.empty())
            return diagnostic_at(text_, {}, "there are no draws and renewal_due does not say why");
        return std::move(belief_);
    }

  private:
    using Problem = std::optional<Diagnostic>;

    Problem part(const Member& member) {
        if (member.key == "renewal_due") belief_.renewal_due = member.value.text;
        if (member.key == "made") return made(member);
        if (member.key == "rules") return rules(member);
        if (member.key == "patterns") return patterns(member);
        if (member.key == "coverage") return coverage(member);
        if (member.key == "draws") return draws(member);
        if (member.key == "voices") return voices(member);
        if (member.key == "renewal_due") return std::nullopt;
        return diagnostic_at(text_, member.mark, "unknown key \"" + member.key + "\"");
    }

    Problem made(const Member& table) {
        const std::map<std::string_view, std::string*> texts = {
            {"model", &belief_.hashes.model},       {"priors", &belief_.hashes.priors},
            {"patterns", &belief_.hashes.patterns}, {"runs", &belief_.hashes.runs},
            {"without", &belief_.without},          {"reading", &reading_}};
        std::map<std::string_view, double> numbers;
        for (const Member& member : table.value.members) {
            const auto text = texts.find(member.key);
            if (text != texts.end()) *text->second = member.value.text;
            if (member.value.kind == Node::Kind::number) numbers[member.key] = member.value.number;
        }
        belief_.second = reading_ == "second";
        const bool sized = numbers.contains("residents");
        belief_.seed = static_cast<std::uint64_t>(numbers["seed"]);
        belief_.residents = numbers["residents"];
        belief_.step = numbers["step"];
        belief_.candidates = static_cast<std::uint32_t>(numbers["candidates"]);
        belief_.plays = static_cast<std::uint32_t>(numbers["plays"]);
        belief_.effective = numbers["effective"];
        belief_.pareto = numbers["pareto"];
        belief_.largest = numbers["largest"];
        if (sized && belief_.effective > 0) return std::nullopt;
        return diagnostic_at(text_, table.mark, "residents or effective is missing");
    }

    Problem rules(const Member& table) {
        for (const Member& member : table.value.members) {
            const std::size_t dot = member.key.find('.');
            const auto& numbers = member.value.items;
            if (dot == member.key.npos || numbers.size() != 3)
                return diagnostic_at(text_, member.mark, "this is no rule and choice");
            belief_.rules.push_back({member.key.substr(0, dot), member.key.substr(dot + 1),
                                     numbers[0].number, numbers[1].number, numbers[2].number});
        }
        return std::nullopt;
    }

    Problem patterns(const Member& table) {
        for (const Member& member : table.value.members) {
            const auto& numbers = member.value.items;
            if (numbers.size() != 2 && numbers.size() != 4)
                return diagnostic_at(text_, member.mark, "these are neither two nor four numbers");
            PatternBelief& one = belief_.patterns.emplace_back(PatternBelief{member.key});
            one.prior = numbers[0].number;
            one.played = static_cast<std::size_t>(numbers[1].number);
            if (numbers.size() == 2) continue;
            one.belief = numbers[2].number;
            one.error = numbers[3].number;
        }
        return std::nullopt;
    }

    Problem coverage(const Member& table) {
        CoverageTable& all = belief_.coverage;
        for (const Member& member : table.value.members) {
            std::vector<std::size_t> counts;
            counts.reserve(member.value.items.size());
            for (const Node& item : member.value.items)
                counts.push_back(static_cast<std::size_t>(item.number));
            if (member.key == "truths") {
                all.truths = static_cast<std::size_t>(member.value.number);
            } else if (member.key == "effective") {
                all.effective = member.value.number;
            } else if (counts.size() == 9) {
                all.quantities.push_back({.quantity = member.key,
                                          .all = {counts[0], counts[1]},
                                          .below = counts[2],
                                          .above = counts[3],
                                          .first = {counts[4], counts[5]},
                                          .unweighed = {counts[4], counts[6]},
                                          .hundreds = {counts[7], counts[8]}});
            } else {
                return diagnostic_at(text_, member.mark, "these are not nine counts");
            }
        }
        return std::nullopt;
    }

    Problem draws(const Member& table) {
        const Member* lines = table.value.find("lines");
        if (lines == nullptr) return diagnostic_at(text_, table.mark, "there are no lines");
        if (const Member* replays = table.value.find("replays")) {
            for (const Node& hash : replays->value.items)
                belief_.replays.push_back(hash.text);
        }
        const char* at = lines->value.text.data();
        const char* const end = at + lines->value.text.size();
        while (true) {
            while (at != end && (*at == ' ' || *at == '\n'))
                ++at;
            if (at == end) return std::nullopt;
            BeliefDraw draw;
            auto read = std::from_chars(at, end, draw.candidate);
            if (read.ec == std::errc() && read.ptr != end && *read.ptr == '.')
                read = std::from_chars(read.ptr + 1, end, draw.near);
            if (read.ec != std::errc() || draw.candidate == 0)
                return diagnostic_at(text_, lines->mark, "a draw cannot be read");
            at = read.ptr;
            belief_.draws.push_back(draw);
        }
    }

    Problem voices(const Member& table) {
        const Member* names = table.value.find("names");
        const Member* lines = table.value.find("lines");
        if (names == nullptr || lines == nullptr)
            return diagnostic_at(text_, table.mark, "there are no names, or no lines");
        for (const Node& name : names->value.items)
            belief_.voices.push_back(name.text);
        std::istringstream text(lines->value.text);
        for (std::string line; std::getline(text, line);) {
            std::vector<double> numbers;
            std::istringstream words(line);
            for (std::string word; words >> word;) {
                const auto number = read_number(word);
                if (!number)
                    return diagnostic_at(text_, lines->mark, "\"" + word + "\" is no number");
                numbers.push_back(*number);
            }
            if (numbers.size() != belief_.voices.size() + 2 || numbers.front() < 1)
                return diagnostic_at(text_, lines->mark, "a line is no draw with its voices");
            belief_.weighed.push_back({static_cast<std::uint32_t>(numbers[0]),
                                       numbers[1],
                                       {numbers.begin() + 2, numbers.end()}});
        }
        return std::nullopt;
    }

    const ScenarioText& text_;
    Belief belief_;
    std::string reading_;
};

}  // namespace

Expected<Belief, Diagnostic> Belief::read(const ScenarioText& text) {
    return BeliefReader(text).belief();
}

}  // namespace tumen
