#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "experiment/results.hpp"
#include "report/series/figures.hpp"

namespace tumen {

/// One number a day.
struct FanSeries {
    std::string city;  // its name, or "all"
    std::string_view curve;
    std::vector<double> q05, q25, q50, q75, q95;  // not finite where there is no value yet
};

/// The values of all wanted curves by place, day and replicate, and their quantiles over
/// replicates.
class Fans {
  public:
    explicit Fans(const Plan& plan);

    void add(const ReplicateResult& result);

    /// Every city, and all of them together where there are several and the curve adds up.
    std::vector<FanSeries> series() const;

  private:
    struct Fan {
        const Curve* curve;
        std::vector<std::size_t> rows;                      // of the observables
        std::vector<std::vector<std::vector<float>>> days;  // by place, day, replicate
    };

    std::vector<std::string> places_;  // cities, then "all" where there are several
    std::vector<Fan> fans_;
};

/// The curves of the figures that the plan wants, in their order.
std::vector<const Curve*> wanted_curves(const Plan& plan);

}  // namespace tumen
