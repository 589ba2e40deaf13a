#include <algorithm>
#include <nlohmann/json.hpp>

#include "browser/session.hpp"
#include "fuzz/input.hpp"
#include "scenario/assembly/read_scenario.hpp"

/// The model of the page, as its worker calls it: any bytes as the scenarios that are loaded, as
/// what is set in them, as what is fixed in a draw and as the questions that follow. Every answer
/// is JSON. What the page would not play, since it takes too long, is only loaded.
namespace tumen::fuzz {
namespace {

constexpr double most_residents = 3000;  // of a scenario that is played here
constexpr std::int32_t most_days = 40;
constexpr double most_warmup = 60;  // [days]
constexpr std::size_t most_questions = 12;

bool is_small(std::string_view text, std::string_view overrides) {
    ReadOptions options;
    options.overrides = browser::lines_of(overrides);
    options.beyond_evidence = BeyondEvidence::listed;
    const ScenarioText own{"your scenario", "your scenario", std::string(text), Place::embedded};
    const auto scenario = read_scenario(own, EmbeddedFiles(), options);
    if (!scenario) return false;
    double residents = 0;
    for (const CityPlan& city : scenario->plan.cities)
        residents += city.residents;
    return residents <= most_residents && scenario->plan.days <= most_days &&
           scenario->plan.parameters.population.warmup <= most_warmup;
}

void require_json(const std::string& answer) {
    require(nlohmann::json::accept(answer));
}

/// One byte is one question: which, of which setting, and about what.
void ask(browser::Session& session, unsigned char byte, std::string_view fixed) {
    const std::size_t which = byte >> 3 & 3u;  // there are two
    const std::uint32_t number = byte >> 5;
    switch (byte & 7u) {
        case 0:
            return require_json(session.play(which, number, number + 1, number & 1u,
                                             number > 3 ? WardReports::daily : WardReports::none));
        case 1:
            return require_json(session.headlines(which));
        case 2:
            return require_json(
                session.drawn(which, 1, number, fixed, number > 3 ? fixed : std::string_view()));
        case 3:
            return require_json(session.draw(which, 1, number));
        case 4:
            return require_json(session.households(which, 1, 1, number & 1u, number * 7));
        case 5:
            return require_json(session.diary(which, 1, 1, 0, number * 31));
        case 6:
            return require_json(session.chronicle(which, 1, 1, 0));
        default:
            require_json(session.name(which, fixed));
            return require_json(session.replicate_hash(which));
    }
}

}  // namespace
}  // namespace tumen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tumen::fuzz;
    const std::string input = text_of(data, size);
    std::string_view rest = input;
    const std::string_view text = next_part(rest);
    const std::string_view overrides = next_part(rest);
    const std::string_view fixed = next_part(rest);
    tumen::browser::Session session;
    require_json(session.load(0, text, overrides));
    require_json(session.load(1, text, fixed));
    if (!is_small(text, overrides) || !is_small(text, fixed)) return 0;
    for (const char byte : rest.substr(0, most_questions))
        ask(session, static_cast<unsigned char>(byte), fixed);
    return 0;
}
