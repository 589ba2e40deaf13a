#include "belief/prior/prior.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "base/math.hpp"
#include "base/text.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/document.hpp"

namespace tumen {

namespace {

constexpr double score_of_95 = 1.6448536269514722;  // normal quantile of 95 %

double log_odds(double share) {
    return math::log(share / (1 - share));
}

/// Low, middle and high met exactly: each half of the normal distribution has its own spread.
double by_halves(double low, double middle, double high, double score) {
    return middle + (score < 0 ? middle - low : high - middle) * score / score_of_95;
}

}  // namespace

double shaped(const PriorEntry& entry, double score) {
    const auto& [low, middle, high] = entry.numbers;
    switch (entry.shape) {
        case PriorShape::normal:
            return by_halves(low, middle, high, score);
        case PriorShape::log_normal:
            return math::exp(by_halves(math::log(low), math::log(middle), math::log(high), score));
        case PriorShape::share:
            return math::logistic(
                by_halves(log_odds(low), log_odds(middle), log_odds(high), score));
        case PriorShape::beta:
        case PriorShape::none:
            break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

/// Reads entry by entry; the first problem ends it.
class PriorReader {
  public:
    explicit PriorReader(const ScenarioText& text) : text_(text) {}

    Expected<Priors, Diagnostic> priors() {
        const auto root = parse_document(text_);
        if (!root) return root.error();
        std::vector<Table> tables;
        for (const Member& member : root->members) {
            if (auto problem = list(member, tables)) return *std::move(problem);
        }
        // Parts of an indexed parameter stand apart in the file: later ones may need what is
        // between.
        std::sort(tables.begin(), tables.end(), [](const Table& one, const Table& other) {
            return one.member->mark < other.member->mark;
        });
        for (const Table& table : tables) {
            if (auto problem = entry(*table.member, table.name)) return *std::move(problem);
        }
        return std::move(priors_);
    }

  private:
    using Problem = std::optional<Diagnostic>;

    Problem at(Mark mark, std::string problem, std::string reason = {}) const {
        return diagnostic_at(text_, mark, std::move(problem), std::move(reason));
    }

    struct Table {
        const Member* member;
        std::string name;
    };

    /// A table of an entry, or a table of those of an indexed parameter.
    Problem list(const Member& member, std::vector<Table>& tables) {
        if (member.value.kind != Node::Kind::table)
            return at(member.mark, printable(member.key, 60) + " is no table");
        const auto& members = member.value.members;
        const bool indexed =
            !members.empty() && std::all_of(members.begin(), members.end(), [](const Member& one) {
                return one.value.kind == Node::Kind::table;
            });
        if (!indexed) tables.push_back({&member, member.key});
        for (std::size_t i = 0; indexed && i < members.size(); ++i)
            tables.push_back({&members[i], member.key + "." + members[i].key});
        return std::nullopt;
    }

    Problem entry(const Member& table, const std::string& name) {
        PriorEntry read;
        read.name = name;
        read.parameter = find_parameter(name);
        if (priors_.entries_.size() == Priors::drawn)
            return at(table.mark, "there are too many entries");
        if (names_.count(name) > 0) return at(table.mark, printable(name, 60) + " stands twice");
        for (const Member& member : table.value.members) {
            if (auto problem = field(read, member)) return problem;
        }
        if (read.reason.empty()) return at(table.mark, printable(name, 60) + " has no reason");
        if (!read.parameter && read.meaning.empty()) {
            return at(table.mark, printable(name, 60) + " is no parameter and has no meaning",
                      "what is no parameter says what it is");
        }
        if (read.shape == PriorShape::none && !read.value)
            return at(table.mark, printable(name, 60) + " has neither a shape nor a value");
        names_.emplace(name, priors_.entries_.size());
        priors_.entries_.push_back(std::move(read));
        return std::nullopt;
    }

    Problem field(PriorEntry& entry, const Member& member) {
        static const std::map<std::string_view, PriorShape> shapes = {
            {"normal", PriorShape::normal},
            {"log_normal", PriorShape::log_normal},
            {"share", PriorShape::share},
            {"beta", PriorShape::beta}};
        if (const auto shape = shapes.find(member.key); shape != shapes.end())
            return numbers(entry, shape->second, member);
        if (member.key == "meaning") return text(entry.meaning, member);
        if (member.key == "reason") return text(entry.reason, member);
        if (member.key == "start") return text(entry.start, member);
        if (member.key == "zero") return number(entry.zero, 0, 1, member);
        if (member.key == "with") return partner(entry, member);
        if (member.key == "correlation") {
            if (!entry.partner)
                return at(member.mark, "correlation with nothing", "`with` is missing");
            return number(entry.partner->correlation, -1, 1, member);
        }
        if (member.key == "whole") {
            entry.whole = member.value.text == "true";
            return std::nullopt;
        }
        if (member.key == "value") return formula(entry, member);
        return at(member.mark, "unknown key \"" + printable(member.key, 40) + "\"");
    }

    Problem text(std::string& into, const Member& member) {
        if (member.value.kind != Node::Kind::text) return at(member.mark, "this is no text");
        into = member.value.text;
        return std::nullopt;
    }

    Problem number(double& into, double low, double high, const Member& member) {
        if (member.value.kind != Node::Kind::number || !(member.value.number >= low) ||
            !(member.value.number <= high)) {
            return at(member.mark,
                      "this is no number from " + shortest(low) + " to " + shortest(high));
        }
        into = member.value.number;
        return std::nullopt;
    }

    Problem numbers(PriorEntry& entry, PriorShape shape, const Member& member) {
        const std::size_t wanted = shape == PriorShape::beta ? 2 : 3;
        if (member.value.kind != Node::Kind::list || member.value.items.size() != wanted)
            return at(member.mark, "this is no list of " + std::to_string(wanted) + " numbers");
        for (std::size_t i = 0; i < wanted; ++i) {
            if (member.value.items[i].kind != Node::Kind::number)
                return at(member.mark, "this is no list of numbers");
            entry.numbers[i] = member.value.items[i].number;
        }
        const auto& [low, middle, high] = entry.numbers;
        const bool positive = shape == PriorShape::normal || low > 0;
        const bool below_1 = shape != PriorShape::share || high < 1;
        const bool ordered = shape == PriorShape::beta ? middle > 0 : low < middle && middle < high;
        if (!positive || !below_1 || !ordered) {
            return at(
                member.mark, "these cannot be its quantiles",
                "they rise; of a log-normal one they are above 0, of a share between 0 and 1");
        }
        entry.shape = shape;
        if (shape == PriorShape::beta) entry.table = std::make_shared<const BetaTable>(low, middle);
        return std::nullopt;
    }

    Problem partner(PriorEntry& entry, const Member& member) {
        const auto found = names_.find(member.value.text);
        if (found == names_.end() || priors_.entries_[found->second].shape == PriorShape::none) {
            return at(member.mark, "nothing before it is called " +
                                       printable(member.value.text, 60) + " and has a shape");
        }
        entry.partner = PriorPartner{found->second, 1};
        return std::nullopt;
    }

    Problem formula(PriorEntry& entry, const Member& member) {
        if (member.value.kind != Node::Kind::text) return at(member.mark, "this is no text");
        const auto lookup = [&](std::string_view name) -> std::optional<std::size_t> {
            if (name == "x") return Priors::drawn;
            const auto found = names_.find(std::string(name));
            if (found != names_.end()) return found->second;
            const auto ref = find_parameter(name);
            if (!ref) return std::nullopt;
            const auto fixed = std::find(priors_.fixed_.begin(), priors_.fixed_.end(), *ref);
            const auto number = static_cast<std::size_t>(fixed - priors_.fixed_.begin());
            if (fixed == priors_.fixed_.end()) priors_.fixed_.push_back(*ref);
            return Priors::first_fixed + number;
        };
        auto read = Formula::read(member.value.text, lookup);
        if (!read) return at(member.mark, "the formula cannot be read", read.error());
        entry.value = *std::move(read);
        entry.formula = member.value.text;
        return std::nullopt;
    }

    const ScenarioText& text_;
    Priors priors_;
    std::map<std::string, std::size_t> names_;
};

Expected<Priors, Diagnostic> Priors::read(const ScenarioText& text) {
    return PriorReader(text).priors();
}

std::vector<double> Priors::blank_values() const {
    std::vector<double> values(first_fixed + fixed_.size(), 0);
    for (std::size_t i = 0; i < fixed_.size(); ++i)
        values[first_fixed + i] = ledger_value(fixed_[i]).value;
    return values;
}

Hash prior_hash(const Priors& priors) {
    ByteForm form;
    for (const PriorEntry& entry : priors.entries()) {
        form.add(hash_of(entry.name));
        form.add(static_cast<std::uint64_t>(entry.shape));
        for (const double number : entry.numbers)
            form.add(number);
        form.add(entry.zero);
        form.add(entry.partner ? entry.partner->correlation : 2.0);
        form.add(static_cast<std::uint64_t>(entry.partner ? entry.partner->entry : 0));
        form.add(static_cast<std::uint64_t>(entry.whole ? 1 : 0));
        form.add(hash_of(entry.formula));
        if (!entry.parameter) continue;
        form.add(evidence_range(*entry.parameter).low);
        form.add(evidence_range(*entry.parameter).high);
    }
    return form.hash();
}

const Priors& ledger_priors() {
    static const Priors priors = carried(Priors::read(carried_text("priors", prior_text())));
    return priors;
}

}  // namespace tumen
