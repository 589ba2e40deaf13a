#pragma once
#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

#include "experiment/source.hpp"

namespace tumen {

/// Replicates that are not to be played, in order: eight bytes each, where a tree takes fifty.
class DoneSet {
  public:
    DoneSet() = default;
    DoneSet(std::initializer_list<ReplicateKey> keys) : DoneSet(std::vector<ReplicateKey>(keys)) {}
    explicit DoneSet(std::vector<ReplicateKey> keys) : keys_(std::move(keys)) {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    }

    /// Quick for what comes last; many others are better given at once.
    void insert(ReplicateKey key) {
        const auto place = std::lower_bound(keys_.begin(), keys_.end(), key);
        if (place == keys_.end() || key < *place) keys_.insert(place, key);
    }
    bool contains(ReplicateKey key) const {
        return std::binary_search(keys_.begin(), keys_.end(), key);
    }
    std::size_t size() const { return keys_.size(); }
    bool empty() const { return keys_.empty(); }
    auto begin() const { return keys_.begin(); }
    auto end() const { return keys_.end(); }
    bool operator==(const DoneSet&) const = default;

  private:
    std::vector<ReplicateKey> keys_;
};

}  // namespace tumen
