#include <algorithm>
#include <map>
#include <memory>

#include "base/text.hpp"
#include "scenario/assembly/assemble.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/draft/draft.hpp"
#include "scenario/draft/happened_draft.hpp"
#include "scenario/draft/range_draft.hpp"
#include "scenario/draft/values.hpp"
#include "scenario/event_ranges.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

/// A file and its tree; the addresses of both stay put, since places refer to them.
struct Sheet {
    ScenarioText text;
    Node root;
    std::vector<const Sheet*> extends;
};

/// A name that cannot lead out of its folder.
bool is_file_name(std::string_view name) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    };
    const bool fits =
        !name.empty() && name.size() <= scenario_limits.name_length && name.front() != '.';
    return fits && std::all_of(name.begin(), name.end(), allowed);
}

/// A scenario and all that it extends; stops at the first problem.
class Tree {
  public:
    Tree(const ScenarioFiles& files, Problems& problems) : files_(files), problems_(problems) {}

    /// What they say together, the first over what it extends. Worth nothing with problems.
    Draft read(const ScenarioText& first) {
        Draft draft;
        draft.values.resize(parameter_refs().size());
        const Sheet* leaf = add(first, {});
        if (leaf == nullptr) return draft;
        draft = said_by(*leaf);
        draft.leaf = {&leaf->text};
        return draft;
    }

  private:
    const Sheet* known(const ScenarioText& text) const {
        for (const auto& sheet : sheets_) {
            if (sheet->text.file == text.file && sheet->text.place == text.place)
                return sheet.get();
        }
        return nullptr;
    }

    /// The sheet of a text, once what it extends is there as well.
    const Sheet* add(const ScenarioText& text, const Spot& from) {
        if (const Sheet* sheet = known(text)) {
            if (std::find(path_.begin(), path_.end(), sheet) == path_.end()) return sheet;
            problems_.add(from, "this goes round in a loop: " + round(text.name),
                          "a scenario cannot extend itself",
                          "a file hides the scenario of the same name: give it another");
            return nullptr;
        }
        if (path_.size() > scenario_limits.extends_depth ||
            sheets_.size() > scenario_limits.extends_files) {
            problems_.add(from, "too many scenarios extend one another",
                          "at most " + std::to_string(scenario_limits.extends_depth) +
                              " in a row, and " + std::to_string(scenario_limits.extends_files) +
                              " in all");
            return nullptr;
        }
        auto root = parse_document(text);
        if (!root) {
            problems_.add(root.error());
            return nullptr;
        }
        sheets_.push_back(std::make_unique<Sheet>(Sheet{text, *std::move(root), {}}));
        Sheet* const sheet = sheets_.back().get();
        path_.push_back(sheet);
        const bool followed = follow(*sheet);
        path_.pop_back();
        return followed ? sheet : nullptr;
    }

    bool follow(Sheet& sheet) {
        const Member* extends = sheet.root.find("extends");
        if (extends == nullptr) return true;
        Values values(sheet.text, problems_);
        if (extends->value.kind != Node::Kind::list) {
            const auto name = values.text(*extends);
            return name && step(sheet, {*name, values.spot(extends->value.mark)});
        }
        if (extends->value.items.empty()) {
            problems_.add(values.spot(extends->value.mark), "extends names nothing");
        }
        for (const Said<std::string>& name : values.names(*extends)) {
            if (problems_.any() || !step(sheet, name)) return false;
        }
        return !problems_.any();
    }

    bool step(Sheet& sheet, const Said<std::string>& name) {
        const Spot& spot = name.spot;
        if (!is_file_name(name.value)) {
            problems_.add(
                spot,
                "extends: \"" + printable(name.value, 80) + "\" is not the name of a scenario",
                "it is a name without a path: one that the program carries, or that of a file "
                "in the same folder");
            return false;
        }
        if (name.value.ends_with(".toml")) {
            problems_.add(spot, "extends: write the name without .toml", "",
                          "extends = \"" + name.value.substr(0, name.value.size() - 5) + "\"");
            return false;
        }
        const auto text = files_.read(name.value, sheet.text.place);
        if (!text) {
            refuse(text.error(), spot);
            return false;
        }
        const Sheet* base = add(*text, spot);
        if (base == nullptr) return false;
        sheet.extends.push_back(base);
        return true;
    }

    void refuse(const Diagnostic& unread, const Spot& spot) {
        if (unread.file.empty()) {
            problems_.add(spot, "extends: " + unread.problem, unread.reason, unread.suggestion);
        } else {
            problems_.add(unread);
        }
    }

    /// What a sheet says over what it extends; worked out once for each.
    const Draft& said_by(const Sheet& sheet) {
        const auto before = drafts_.find(&sheet);
        if (before != drafts_.end()) return before->second;
        Draft draft;
        draft.values.resize(parameter_refs().size());
        for (const Sheet* base : sheet.extends) {
            const Draft& under = said_by(*base);
            std::vector<std::string> names = std::move(draft.extends);
            if (base == sheet.extends.front()) {
                draft = under;
            } else {
                merge(draft, under, sheet.root, problems_);
            }
            names.push_back(base->text.name);
            names.insert(names.end(), under.extends.begin(), under.extends.end());
            draft.extends = std::move(names);
        }
        read_layer(sheet.text, sheet.root, draft, problems_);
        return drafts_.emplace(&sheet, std::move(draft)).first->second;
    }

    std::string round(const std::string& back_to) const {
        std::string path;
        for (const Sheet* sheet : path_)
            path += printable(sheet->text.name) + " -> ";
        return path + printable(back_to);
    }

    const ScenarioFiles& files_;
    Problems& problems_;
    std::vector<std::unique_ptr<Sheet>> sheets_;
    std::vector<const Sheet*> path_;
    std::map<const Sheet*, Draft> drafts_;
};

/// A file's name as the name of a scenario: "My Drive" is my-drive.
/// Letters of every script are kept; what is no letter becomes a hyphen.
std::string name_from(std::string_view file) {
    const auto byte_of = [&](std::size_t at) { return static_cast<unsigned char>(file[at]); };
    std::string name;
    for (std::size_t at = 0; at < file.size();) {
        std::size_t end = at + 1;
        while (byte_of(at) >= 0x80 && end < file.size() && (byte_of(end) & 0xC0) == 0x80)
            ++end;
        std::string letter(file.substr(at, end - at));
        if (letter[0] >= 'A' && letter[0] <= 'Z')
            letter[0] = static_cast<char>(letter[0] - 'A' + 'a');
        if (!is_name(letter)) letter = "-";
        if (name.size() + letter.size() > scenario_limits.name_length) break;
        name += letter;
        at = end;
    }
    return name.empty() ? "scenario" : name;
}

}  // namespace

Expected<Scenario, Diagnostics> read_scenario(const ScenarioText& text, const ScenarioFiles& files,
                                              const ReadOptions& options) {
    Problems problems;
    Tree tree(files, problems);
    Draft draft = tree.read(text);
    if (draft.leaf.text == nullptr) return problems.take();
    if (draft.name.empty()) draft.name = name_from(text.name);
    for (const std::string& flag : options.overrides)
        read_override(flag, draft, problems);
    if (options.beyond_evidence == BeyondEvidence::listed) {
        draft.beyond_evidence = BeyondEvidence::listed;
    }
    find_scopes(draft, problems);
    expand_events(draft, problems);
    hold_ranges(draft, problems);
    check_happened(draft, problems);
    hold_happenings(draft, problems);
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
