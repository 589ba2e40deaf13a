#pragma once
#include "app/cli/command/command.hpp"

/// The commands, one file each; commands.cpp has them in a table.
namespace tumen::app {

extern const Command run_command;
extern const Command compare_command;
extern const Command sweep_command;
extern const Command sensitivity_command;
extern const Command calibrate_command;
extern const Command merge_command;
extern const Command publish_command;
extern const Command package_command;
extern const Command report_command;
extern const Command explore_command;
extern const Command export_command;
extern const Command verify_command;
extern const Command replay_command;
extern const Command check_command;
extern const Command scenario_list_command;
extern const Command scenario_new_command;
extern const Command scenario_check_command;
extern const Command scenario_explain_command;
extern const Command scenario_diff_command;
extern const Command scenario_schema_command;
extern const Command evidence_list_command;
extern const Command evidence_show_command;
extern const Command evidence_search_command;
extern const Command evidence_priors_command;
extern const Command evidence_implied_command;
extern const Command hindcast_command;
extern const Command statements_command;
extern const Command given_command;
extern const Command value_of_information_command;
extern const Command belief_show_command;
extern const Command belief_make_command;
extern const Command belief_check_command;
extern const Command info_command;

}  // namespace tumen::app
