#pragma once
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

/// Results as CSV (RFC 4180 with plain line ends, UTF-8, one header line of plain column names).
namespace tumen {

/// After the point come the values that set it apart, in a column each. daily: point, replicate,
/// city, date, day and every observable. replicate: point, replicate,
/// seed, status, hash. headline: point, replicate, id, value. columns: table, column, unit and
/// meaning of all of these.
enum class CsvTable : std::uint8_t { daily, replicate, headline, columns };
std::string_view name_of(CsvTable table);

/// Writes one table; nothing if all is well.
std::optional<Diagnostic> write_csv(ResultReader& results, CsvTable table, std::ostream& out);

/// Writes all four as daily.csv, replicate.csv, headline.csv and columns.csv into `folder`, which
/// is made if need be. Returns the paths. Overwrite::refuse: an error if one of them exists, and
/// none is written.
Expected<std::vector<std::string>, Diagnostic> export_csv(ResultReader& results,
                                                          const std::string& folder,
                                                          Overwrite overwrite);

}  // namespace tumen
