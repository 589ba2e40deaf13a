#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "scenario/draft.hpp"
#include "scenario/quantity.hpp"
#include "scenario/scenario.hpp"
#include "scenario/values.hpp"

namespace tumen {

namespace {

/// A file and its tree; the addresses of both stay put, since places refer to them.
struct Sheet {
    ScenarioText text;
    Node root;
};
using Sheets = std::vector<std::unique_ptr<Sheet>>;

/// A name that cannot lead out of its folder.
Answer is_file_name(std::string_view name) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    };
    const bool fits =
        !name.empty() && name.size() <= scenario_limits.name_length && name.front() != '.';
    return fits && std::all_of(name.begin(), name.end(), allowed) ? Answer::yes : Answer::no;
}

/// A scenario and what it extends, nearest first; stops at the first problem.
class Chain {
  public:
    Chain(const ScenarioFiles& files, Problems& problems) : files_(files), problems_(problems) {}

    Sheets follow(const ScenarioText& first) {
        if (add(first, {}) == Answer::no) return std::move(sheets_);
        while (const Member* extends = sheets_.back()->root.find("extends")) {
            if (step(*extends) == Answer::no) break;
        }
        return std::move(sheets_);
    }

  private:
    Answer add(const ScenarioText& text, const Spot& from) {
        for (const auto& sheet : sheets_) {
            if (sheet->text.file == text.file && sheet->text.place == text.place) {
                problems_.add(from, "this goes round in a loop: " + round(text.name),
                              "a scenario cannot extend itself",
                              "a file hides the scenario of the same name: give it another");
                return Answer::no;
            }
        }
        if (sheets_.size() > scenario_limits.extends_depth) {
            problems_.add(from, "too many scenarios extend one another",
                          "at most " + std::to_string(scenario_limits.extends_depth) + " in a row");
            return Answer::no;
        }
        auto root = parse_document(text);
        if (!root) {
            problems_.add(root.error());
            return Answer::no;
        }
        sheets_.push_back(std::make_unique<Sheet>(Sheet{text, *std::move(root)}));
        return Answer::yes;
    }

    Answer step(const Member& extends) {
        const Sheet& sheet = *sheets_.back();
        Values values(sheet.text, problems_);
        const Spot spot = values.spot(extends.value.mark);
        const auto name = values.text(extends);
        if (!name) return Answer::no;
        if (is_file_name(*name) == Answer::no) {
            problems_.add(
                spot, "extends: \"" + printable(*name, 80) + "\" is not the name of a scenario",
                "it is a name without a path: one that the program carries, or that of a file "
                "in the same folder");
            return Answer::no;
        }
        if (name->ends_with(".toml")) {
            problems_.add(spot, "extends: write the name without .toml", "",
                          "extends = \"" + name->substr(0, name->size() - 5) + "\"");
            return Answer::no;
        }
        const auto text = files_.read(*name, sheet.text.place);
        if (text) return add(*text, spot);
        if (text.error().file.empty()) {
            problems_.add(spot, "extends: " + text.error().problem, text.error().reason,
                          text.error().suggestion);
        } else {
            problems_.add(text.error());
        }
        return Answer::no;
    }

    std::string round(const std::string& back_to) const {
        std::string path;
        for (const auto& sheet : sheets_)
            path += printable(sheet->text.name) + " -> ";
        return path + printable(back_to);
    }

    const ScenarioFiles& files_;
    Problems& problems_;
    Sheets sheets_;
};

/// A file's name as the name of a scenario: "My Drive" is my-drive.
std::string name_from(std::string_view file) {
    std::string name;
    for (const char c : file.substr(0, scenario_limits.name_length)) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        name += is_name(std::string_view(&small, 1)) == Answer::yes ? small : '-';
    }
    return name.empty() ? "scenario" : name;
}

Spot flag_spot(const std::string& flag) {
    return {nullptr, {}, "--set " + flag};
}

void override_rule(const std::string& flag, std::size_t rule, const std::string& choice,
                   Draft& draft, Problems& problems) {
    const auto& choices = rule_rows()[rule].choices;
    const auto found = std::find(choices.begin(), choices.end(), choice);
    if (found != choices.end() && !choice.empty()) {
        draft.rules[rule] =
            Said<std::size_t>{static_cast<std::size_t>(found - choices.begin()), flag_spot(flag)};
        return;
    }
    std::string known;
    for (const std::string_view one : choices) {
        if (!one.empty()) known += (known.empty() ? "it is one of " : ", ") + std::string(one);
    }
    problems.add(flag_spot(flag), "\"" + printable(choice, 40) + "\" is no choice here", known,
                 did_you_mean_text(choice, choices));
}

}  // namespace

void read_override(const std::string& flag, Draft& draft, Problems& problems) {
    const std::size_t equals = flag.find('=');
    if (equals == flag.npos) {
        problems.add(flag_spot(flag), "there is no \"=\"", "", "write --set name=value");
        return;
    }
    const std::string name = flag.substr(0, equals);
    const std::string value = flag.substr(equals + 1);
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (name == "rules." + std::string(rule_rows()[rule].name)) {
            return override_rule(flag, rule, value, draft, problems);
        }
    }
    const auto ref = find_parameter(name);
    if (!ref) {
        const NameAdvice advice = advice_on_parameter(name);
        problems.add(flag_spot(flag), "there is no parameter \"" + printable(name, 80) + "\"",
                     advice.reason, advice.suggestion);
        return;
    }
    const auto number = read_quantity(value, row_of(*ref).unit);
    if (number) {
        draft.values[position_of(*ref)] = Said<double>{*number, flag_spot(flag)};
    } else {
        problems.add(flag_spot(flag), number.error().problem, number.error().reason,
                     number.error().suggestion);
    }
}

Expected<Scenario, Diagnostics> read_scenario(const ScenarioText& text, const ScenarioFiles& files,
                                              const ReadOptions& options) {
    Problems problems;
    const Sheets sheets = Chain(files, problems).follow(text);
    if (problems.any()) return problems.take();
    Draft draft;
    draft.values.resize(parameter_refs().size());
    draft.leaf = {&sheets.front()->text};
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet) {
        read_layer((*sheet)->text, (*sheet)->root, draft, problems);
        if (sheet + 1 != sheets.rend())
            draft.extends.insert(draft.extends.begin(), (*sheet)->text.name);
    }
    if (draft.name.empty()) draft.name = name_from(text.name);
    for (const std::string& flag : options.overrides)
        read_override(flag, draft, problems);
    if (options.beyond_evidence == BeyondEvidence::listed) {
        draft.beyond_evidence = BeyondEvidence::listed;
    }
    Scenario scenario = assemble(draft, problems);
    if (problems.any()) return problems.take();
    return scenario;
}

Expected<Scenario, Diagnostics> read_scenario(std::string_view name, const ScenarioFiles& files,
                                              const ReadOptions& options) {
    const auto text = files.read(name, Place::folder);
    if (!text) return Diagnostics{text.error()};
    return read_scenario(*text, files, options);
}

}  // namespace tumen
