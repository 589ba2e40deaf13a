#include "report/again.hpp"

#include <charconv>

#include "base/text.hpp"
#include "report/page.hpp"

namespace tumen {

namespace {

constexpr std::size_t longest_shown = 100;

Diagnostic no_report(std::string reason) {
    return {"this is no report of results",
            std::move(reason),
            "give a page that tumen made",
            {},
            0,
            0,
            {}};
}

std::string text_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Hash hash_of_digits(const std::string& digits) {
    Hash hash;
    if (digits.size() != 32) return hash;
    const char* const start = digits.data();
    std::from_chars(start, start + 16, hash.high, 16);
    std::from_chars(start + 16, start + 32, hash.low, 16);
    return hash;
}

Provenance provenance_of(const Json& json) {
    Provenance from;
    from.build.version = text_of(json, "version");
    from.build.commit = text_of(json, "commit");
    const std::string worktree = text_of(json, "dirty");
    if (worktree == "clean") from.build.worktree = Worktree::clean;
    if (worktree == "modified") from.build.worktree = Worktree::modified;
    from.build.compiler = text_of(json, "compiler");
    from.build.platform = text_of(json, "platform");
    const std::string seed = text_of(json, "seed");
    std::from_chars(seed.data(), seed.data() + seed.size(), from.seed);
    from.command = text_of(json, "command");
    from.parameter_hash = hash_of_digits(text_of(json, "parameter_hash"));
    from.created = text_of(json, "created");
    return from;
}

std::string shown(const Json& json) {
    return printable(json.dump(-1, ' ', false, Json::error_handler_t::replace), longest_shown);
}

/// Walks through both at once.
class Differences {
  public:
    explicit Differences(std::size_t most) : most_(most) {}

    void look(const std::string& place, const Json& one, const Json& other) {
        if (one == other || list.size() >= most_) return;
        if (one.is_object() && other.is_object()) return look_at_members(place, one, other);
        if (one.is_array() && other.is_array() && one.size() == other.size()) {
            for (std::size_t i = 0; i < one.size(); ++i)
                look(place + "[" + std::to_string(i) + "]", one[i], other[i]);
            return;
        }
        list.push_back(place + ": " + shown(one) + " and " + shown(other));
    }

    std::vector<std::string> list;

  private:
    void look_at_members(const std::string& place, const Json& one, const Json& other) {
        const std::string before = place.empty() ? "" : place + ".";
        for (const auto& [key, value] : one.items()) {
            const auto found = other.find(key);
            look(before + printable(key, 40), value, found == other.end() ? Json() : *found);
        }
        for (const auto& [key, value] : other.items()) {
            if (!one.contains(key)) look(before + printable(key, 40), Json(), value);
        }
    }

    std::size_t most_;
};

}  // namespace

Expected<PageToVerify, Diagnostic> read_page(std::string_view page) {
    const auto data = data_in_page(page);
    if (!data) return no_report("it has no data");
    const Json json = Json::parse(*data, nullptr, false);
    if (!json.is_object()) return no_report("its data cannot be read");
    if (!json.contains("answer")) return no_report("it holds a model to be moved, and no results");
    if (!json.contains("played")) {
        return no_report(
            "an older program made it, which did not put into it what has to be "
            "played again");
    }
    auto again = read_played_part(json["played"]);
    if (!again) return again.error();
    const Json from = json.value("provenance", Json::object());
    return PageToVerify{std::string(*data), *std::move(again), provenance_of(from),
                        text_of(from, "fingerprint"), text_of(json, "stopped")};
}

std::vector<std::string> data_differences(std::string_view one, std::string_view other,
                                          std::size_t most) {
    Differences differences(most);
    differences.look("", Json::parse(one, nullptr, false), Json::parse(other, nullptr, false));
    return std::move(differences.list);
}

}  // namespace tumen
