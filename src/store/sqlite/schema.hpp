#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "store/sqlite/database.hpp"

/// What a results file looks like.
namespace tumen {

inline constexpr std::int32_t results_application_id = 0x54554D4E;  // "TUMN", in the file's header
inline constexpr std::int32_t results_format = 5;  // user_version in the file's header
inline constexpr std::int32_t oldest_format =
    2;  // that can still be read; 3 and 4 were never released

/// The statements that make an empty results file; of an older format, one that is only read.
std::string schema_text(std::int32_t format = results_format);

/// How many observables the days of a format report, of the list of this program.
struct ReportedRows {
    std::size_t counts = 0;
    std::size_t quantities = 0;
};
ReportedRows reported_rows(std::int32_t format);

/// What the file's header says; throws Failure where it is no format that can be read.
std::int32_t format_of(Database& database);

/// Makes the tables and marks the file as ours. Within a transaction of the caller.
void create_schema(Database& database);

/// Throws Failure unless the file's tables and views are those of its format, comments aside. Names
/// what else is there, such as "index i", and is of no harm: indexes, statistics, tables and views
/// of somebody else. Code in the file (triggers, virtual tables) is refused.
std::vector<std::string> check_schema(Database& database);

/// Unit and meaning of a column, or of a headline.
struct ColumnInfo {
    std::string_view table;
    std::string_view column;
    std::string_view unit;
    std::string_view explanation;
};
/// Of daily, replicate, replicate_city and headline, in their order.
std::vector<ColumnInfo> column_infos();

}  // namespace tumen
