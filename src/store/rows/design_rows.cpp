#include "store/rows/design_rows.hpp"

#include <charconv>
#include <cmath>

#include "experiment/failure.hpp"
#include "scenario/variable.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_options = 1000;  // of a design, and factors

std::uint32_t read_samples(const std::string& text, const std::string& path) {
    std::uint32_t samples = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), samples);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size()) {
        throw Failure(damaged(path, "the samples of its design are no number"));
    }
    return samples;
}

std::vector<Factor> read_factors(Database& database) {
    std::vector<Factor> factors;
    const bool is_older = format_of(database) < results_format;  // it had other parameters
    Statement query(database,
                    "SELECT position, name, low, high, scale, levels, beyond_evidence "
                    "FROM design_factor ORDER BY position");
    while (query.step()) {
        Factor factor;
        factor.name = query.text(1, short_text);
        factor.low = query.real(2);
        factor.high = query.real(3);
        const bool known = factor.name == dummy_name || is_variable(factor.name) || is_older;
        const bool in_order = query.integer(0) == static_cast<std::int64_t>(factors.size());
        if (!known || !in_order || !std::isfinite(factor.low) || !std::isfinite(factor.high) ||
            factors.size() >= most_options) {
            throw Failure(damaged(database.path(), "a factor of its design cannot be read"));
        }
        factor.scale =
            query.text(4, short_text) == "logarithmic" ? Scale::logarithmic : Scale::linear;
        factor.levels = static_cast<std::uint32_t>(query.count(5));
        factor.evidence = query.integer(6) == 1 ? Evidence::beyond : Evidence::within;
        factors.push_back(std::move(factor));
    }
    return factors;
}

}  // namespace

std::string_view name_of(Days days) {
    return days == Days::kept ? "kept" : "left_out";
}

Days read_days(Database& database) {
    Statement query(database, "SELECT days FROM experiment");
    if (!query.step()) throw Failure(damaged(database.path(), "it holds no experiment"));
    const std::string days = query.text(0, short_text);
    if (days != "kept" && days != "left_out") {
        throw Failure(damaged(database.path(), "it does not say whether days were kept"));
    }
    return days == "kept" ? Days::kept : Days::left_out;
}

void write_design(Database& database, const Design& design) {
    Statement insert(database, "INSERT INTO design VALUES (?, ?)");
    insert.bind("method").bind(design.method).execute();
    insert.bind("samples").bind(std::to_string(design.samples)).execute();
    for (const auto& [key, value] : design.options)
        insert.bind(key).bind(value).execute();
    Statement insert_factor(database, "INSERT INTO design_factor VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const Factor& factor : design.factors) {
        insert_factor.bind(position++).bind(factor.name).bind(unit_name(factor));
        insert_factor.bind(factor.low).bind(factor.high);
        insert_factor.bind(factor.scale == Scale::logarithmic ? "logarithmic" : "linear");
        insert_factor.bind(std::int64_t{factor.levels});
        insert_factor.bind(std::int64_t{factor.evidence == Evidence::beyond ? 1 : 0}).execute();
    }
}

std::optional<Design> read_design(Database& database) {
    Design design;
    Statement query(database, "SELECT key, value FROM design ORDER BY key");
    while (query.step()) {
        const std::string key = query.text(0, short_text);
        const std::string value = query.text(1, scenario_limits.file_bytes);
        if (key == "method") {
            design.method = value;
        } else if (key == "samples") {
            design.samples = read_samples(value, database.path());
        } else if (design.options.size() < most_options) {
            design.options.emplace_back(key, value);
        }
    }
    design.factors = read_factors(database);
    if (design.method.empty()) return std::nullopt;
    return design;
}

}  // namespace tumen
