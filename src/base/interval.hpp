#pragma once

namespace tumen {

/// From `low` to `high`, both included; an open end is infinite.
struct Interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace tumen
