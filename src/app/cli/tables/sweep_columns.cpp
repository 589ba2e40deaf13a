#include "app/cli/tables/sweep_columns.hpp"

namespace tumen::app {

std::vector<Column<PointRow>> columns_of_table(Of<PointRow>) {
    return {column<PointRow, "done">("done"), column<PointRow, "failed">("failed")};
}

/// The label of the headline stands over its mean.
std::vector<Column<EstimateRow>> columns_of_table(Of<EstimateRow>) {
    return {column<EstimateRow, "mean">(""), column<EstimateRow, "low", "high">("95 % interval")};
}

}  // namespace tumen::app
