#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "experiment/older.hpp"
#include "experiment/results.hpp"
#include "experiment/source.hpp"
#include "table.hpp"

/// The days of replicates as columns: one row a point, replicate, city and day, in this order.
namespace tumen::python {

/// Whether cities stand apart or are added up (levels averaged with residents as weights).
enum class Cities : std::uint8_t { apart, together };

/// By point first: rows of one scenario lie together.
inline bool comes_before(const ReplicateKey& one, const ReplicateKey& other) {
    return one.point != other.point ? one.point < other.point : one.replicate < other.replicate;
}

class DailyColumns {
  public:
    /// Room for the days of these replicates, which are written in place as they come.
    DailyColumns(const Experiment& experiment, std::vector<ReplicateKey> keys, Cities cities);

    /// One replicate of the keys; of different replicates at the same time from any thread.
    void put(const ReplicateResult& result);

    /// The days of a replicate, by city.
    std::vector<std::vector<DayReport>> days(ReplicateKey key) const;

    /// Closes up the rows of replicates that never came, so that the columns have no holes.
    void keep_only(const std::vector<ReplicateKey>& keys);

    /// Looks at the columns from now on: nothing may be put any more. Column `scenario` where there
    /// are several points, `city` where cities stand apart.
    /// Without the observables that results of an older model do not report.
    std::shared_ptr<const Table> table(const OlderResults* older = nullptr) const;

  private:
    struct Extent {
        std::size_t first = 0;  // row
        std::size_t rows = 0;
    };

    std::size_t rows_of(std::uint32_t point) const;
    void lay_out(const std::vector<ReplicateKey>& keys);
    void make_room();
    void put_day(std::size_t row, const ReplicateResult& result, std::int32_t city,
                 std::int32_t days_since_epoch, const DayReport& report);
    void move_rows(const Extent& from, std::size_t to);
    std::vector<Column> index_columns() const;

    Points points_;                                      // without what plays no part here
    std::vector<std::vector<std::int32_t>> city_codes_;  // by point, then city
    std::shared_ptr<const std::vector<std::string>> city_names_;
    std::shared_ptr<const std::vector<std::string>> point_names_;
    Cities cities_;
    std::map<ReplicateKey, Extent> extents_;
    std::size_t rows_ = 0;
    Room<std::int32_t> point_;
    Room<std::int32_t> replicate_;
    Room<std::int32_t> city_;
    Room<std::int32_t> date_;
    Room<std::int64_t> nanoseconds_;
    std::size_t room_ = 0;  // rows there is room for: from one column to the next
    Room<std::int64_t> counts_;
    Room<double> quantities_;
};

}  // namespace tumen::python
