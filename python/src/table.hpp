#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Columns of equal length that several readers look at without copying: NumPy, pandas, Arrow.
namespace tumen::python {

/// Memory that lives as long as somebody looks at it.
struct Buffer {
    std::shared_ptr<const void> owner;
    const void* data = nullptr;
    std::size_t bytes = 0;
};

enum class ColumnType : std::uint8_t {
    int32,
    int64,
    float64,
    date,     // int32, days since 1 January 1970
    category  // int32, places in `categories`
};

struct Column {
    std::string name;
    std::string unit;   // empty where there is none
    std::string label;  // for people
    ColumnType type = ColumnType::float64;
    Buffer values;
    Buffer nanoseconds;  // of a date: int64 since 1970, as NumPy and pandas count
    std::shared_ptr<const std::vector<std::string>> categories;
};

/// Immutable once made.
struct Table {
    std::size_t rows = 0;
    std::vector<Column> columns;

    /// Nothing where no column is called so.
    const Column* find(std::string_view name) const {
        for (const Column& column : columns) {
            if (column.name == name) return &column;
        }
        return nullptr;
    }
};

/// Room for `count` values; the owner is shared with whoever gets a Buffer of it.
template <class Value>
class Room {
  public:
    Room() = default;
    explicit Room(std::size_t count)
        : values_(std::make_shared_for_overwrite<Value[]>(count)), count_(count) {}
    Value* begin() const { return values_.get(); }
    Value& operator[](std::size_t at) const { return values_[static_cast<std::ptrdiff_t>(at)]; }
    Buffer part(std::size_t first, std::size_t count) const {
        return {values_, values_.get() + first, count * sizeof(Value)};
    }

  private:
    std::shared_ptr<Value[]> values_;
    std::size_t count_ = 0;
};

}  // namespace tumen::python
