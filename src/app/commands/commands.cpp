#include "app/cli/command/command_list.hpp"

namespace tumen::app {

std::span<const Command> commands() {
    static const Command all[] = {
        run_command,
        compare_command,
        sweep_command,
        sensitivity_command,
        calibrate_command,
        report_command,
        explore_command,
        export_command,
        verify_command,
        replay_command,
        merge_command,
        publish_command,
        package_command,
        check_command,
        scenario_list_command,
        scenario_new_command,
        scenario_check_command,
        scenario_explain_command,
        scenario_diff_command,
        scenario_schema_command,
        evidence_list_command,
        evidence_show_command,
        evidence_search_command,
        evidence_priors_command,
        evidence_implied_command,
        hindcast_command,
        statements_command,
        given_command,
        value_of_information_command,
        belief_show_command,
        belief_make_command,
        belief_check_command,
        info_command,
    };
    return all;
}

std::span<const Family> families() {
    static constexpr Family all[] = {
        {"scenario", "List, write, check, explain and compare scenarios"},
        {"evidence", "Who says so: the sources of every number and every pattern"},
        {"belief", "What is believed of all numbers and rules once the patterns were looked at"},
    };
    return all;
}

}  // namespace tumen::app
