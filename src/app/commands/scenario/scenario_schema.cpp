#include "app/cli/command/command_list.hpp"
#include "app/cli/terminal/json.hpp"
#include "scenario/assembly/ranges.hpp"
#include "scenario/draft/keys.hpp"
#include "scenario/evidence/ledger.hpp"

/// `tumen scenario schema`: what a scenario file may say, as a JSON Schema for editors. Made from
/// the rows that the reader itself goes by.
namespace tumen::app {

namespace {

Json of_type(const char* type) {
    return {{"type", type}};
}

Json quantity() {
    return {{"type", Json::array({"number", "string"})}};
}

Json text_pattern(const char* pattern) {
    return {{"type", "string"}, {"pattern", pattern}};
}

Json list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

Json one_of(Json words) {
    return {{"enum", std::move(words)}};
}

/// One number of the table, with what it is and how far the evidence lets it go.
Json parameter_value(ParameterRef ref) {
    const LedgerEntry& entry = entry_of(ref);
    const Interval range = evidence_range(ref);
    Json value = quantity();
    value["description"] =
        fmt::format("{} [{}]. The evidence says {} ({}).", entry.label, name_of(row_of(ref).unit),
                    interval_text(range.low, range.high, row_of(ref).unit), name_of(entry.grade));
    return value;
}

Json parameters() {
    Json properties = Json::object();
    for (const ParameterRef ref : parameter_refs()) {
        const ParameterRow& row = row_of(ref);
        const std::string name(row.name);
        if (row.indexing == Indexing::single) {
            properties[name] = parameter_value(ref);
            continue;
        }
        Json& table = properties[name];
        table["type"] = "object";
        table["additionalProperties"] = false;
        table["properties"][std::string(index_name(row.indexing, ref.index))] =
            parameter_value(ref);
    }
    return {
        {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
}

Json rules() {
    Json properties = Json::object();
    for (const RuleRow& row : rule_rows()) {
        Json choices = Json::array();
        for (const std::string_view choice : row.choices) {
            if (!choice.empty()) choices.push_back(choice);
        }
        properties[std::string(row.name)] = one_of(std::move(choices));
    }
    return {
        {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
}

Json daily_parameters() {
    Json names = Json::array();
    for (const ParameterRef ref : parameter_refs()) {
        if (row_of(ref).kind == Kind::daily) names.push_back(name_of(ref));
    }
    return one_of(std::move(names));
}

Json names_of_lists() {
    Json names = Json::array();
    for (const std::string_view name : list_names)
        names.push_back(name);
    return list_of(one_of(std::move(names)));
}

Json object_of(std::span<const KeyRow> rows);

Json form_of(const KeyRow& row) {
    Json name = text_pattern("^[a-z0-9-]{1,64}$");
    switch (row.type) {
        case KeyType::name:
            return name;
        case KeyType::text:
            return of_type("string");
        case KeyType::answer:
            return of_type("boolean");
        case KeyType::date:
            return text_pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        case KeyType::quantity:
            return quantity();
        case KeyType::names:
            return list_of(name);
        case KeyType::ids:
            return list_of(of_type("string"));
        case KeyType::scenarios:
            return {{"anyOf", Json::array({of_type("string"), list_of(of_type("string"))})}};
        case KeyType::lists:
            return names_of_lists();
        case KeyType::parameter:
            return daily_parameters();
        case KeyType::parameters:
            return {{"$ref", "#/definitions/parameters"}};
        case KeyType::rules:
            return rules();
        case KeyType::forgiveness:
            return one_of({"promised", "none"});
        case KeyType::repeat:
            return one_of(Json::array({"yearly"}));
        case KeyType::pair:
            return {{"type", "array"}, {"items", quantity()}, {"minItems", 2}, {"maxItems", 2}};
        case KeyType::table:
            return list_of({{"type", "array"}, {"minItems", 2}, {"maxItems", 4}});
        case KeyType::list:
            break;
    }
    return list_of(object_of(keys_of_list(row.key)));
}

Json object_of(std::span<const KeyRow> rows) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeyRow& row : rows) {
        Json form = form_of(row);
        form["description"] = row.what;
        properties[std::string(row.key)] = std::move(form);
        if (row.need == KeyNeed::required) required.push_back(row.key);
    }
    Json object = {
        {"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
    if (!required.empty()) object["required"] = std::move(required);
    return object;
}

ExitCode write_schema(const Arguments&, Terminal& terminal) {
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", "A scenario of Tumen"}};
    schema.update(object_of(root_keys()));
    schema["definitions"]["parameters"] = parameters();
    print_json(schema, terminal);
    return ExitCode::done;
}

}  // namespace

const Command scenario_schema_command = {
    "scenario schema", "Write a JSON Schema of scenario files, for editors", {}, {}, write_schema};

}  // namespace tumen::app
