#pragma once
#include <string>
#include <vector>

#include "model/zones.hpp"
#include "scenario/scenario.hpp"

/// What a scenario comes to, for people.
namespace tumen {

/// One effective value.
struct ExplainRow {
    std::string name;
    std::string value;   // with its unit: "22 %"
    std::string unit;    // unit id of the parameter table; empty for a rule
    std::string origin;  // "evidence (survey)", "my.toml:12", "--set fee_base=0.3"
    std::vector<std::string>
        schedules;  // "40 % from 2020-10-01 to 2020-12-31 (my.toml wins over the base)"
};

/// Every parameter, with what cities and ward groups have of their own, and every rival rule, in
/// the order of the tables; then the events.
std::vector<ExplainRow> explain(const Scenario& scenario);

/// Every parameter as it is in a city's ward group, or in the rest of the city.
std::vector<ExplainRow> explain(const Scenario& scenario, const CityPart& place);

/// ", in hyesan, wards jammed"; empty for everywhere.
std::string where_text(const Plan& plan, const Scope& scope);

/// One thing in which two scenarios differ; empty where one of them lacks it.
struct DiffRow {
    std::string name;
    std::string one;
    std::string other;
};
std::vector<DiffRow> diff(const Scenario& one, const Scenario& other);

/// "evidence (survey)", "my.toml:12", "--set fee_base=0.3".
std::string origin_text(const Origin& origin, ParameterRef ref);

}  // namespace tumen
