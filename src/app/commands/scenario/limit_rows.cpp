#include "app/commands/scenario/limit_rows.hpp"

#include "app/cli/command/limits.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/quantity.hpp"
#include "store/sqlite/database.hpp"

namespace tumen::app {

std::vector<LimitRow> limit_rows() {
    constexpr const Limits& limits = scenario_limits;
    return {
        {"file_bytes", static_cast<double>(limits.file_bytes), "bytes of a scenario file"},
        {"problems", static_cast<double>(limits.problems), "problems shown at once"},
        {"extends_depth", static_cast<double>(limits.extends_depth),
         "scenarios that extend one another in a row"},
        {"extends_files", static_cast<double>(limits.extends_files),
         "scenarios that one is put together from"},
        {"cities", static_cast<double>(limits.cities), "cities of a scenario"},
        {"entries", static_cast<double>(limits.entries),
         "entries of one list, such as [[schedule]]"},
        {"ward_groups", static_cast<double>(limits.ward_groups), "ward groups of a scenario"},
        {"places", static_cast<double>(limits.places),
         "cities and their ward groups, taken together"},
        {"place_days", static_cast<double>(limits.place_days),
         "days of all places that have entries of their own"},
        {"residents", limits.residents, "residents of all cities together"},
        {"days", static_cast<double>(limits.days), "days reported"},
        {"warmup", static_cast<double>(limits.warmup), "days of warm-up"},
        {"name_length", static_cast<double>(limits.name_length), "characters of a name"},
        {"nesting", static_cast<double>(limits.nesting), "brackets within one another in a file"},
        {"replicates", static_cast<double>(most_replicates), "replicates of one command"},
        {"threads", static_cast<double>(most_threads), "threads of one command"},
        {"results_value", largest_value, "bytes of one value in a results file that is read"},
        {"results_memory", largest_memory, "bytes that SQLite takes to read a results file"},
    };
}

std::vector<Column<LimitRow>> columns_of_table(Of<LimitRow>) {
    using Row = LimitRow;
    return {column<Row, "name">("LIMIT"),
            column<Row, "at_most">(
                "AT MOST", [](const Row& row) { return quantity_text(row.value, Unit::one); }),
            column<Row, "meaning">("OF WHAT")};
}

}  // namespace tumen::app
