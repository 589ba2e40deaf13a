#include "experiment/extent.hpp"

namespace tumen {

Extent extent_of(const ResultSource& source, std::size_t failed) {
    return {planned_replicates(source.experiment()).size(), source.replicates().size(), failed};
}

std::string extent_text(const Extent& extent) {
    return "Asked for " + std::to_string(extent.asked_for) + ", there " +
           std::to_string(extent.there) + ", failed " + std::to_string(extent.failed) + ".";
}

}  // namespace tumen
