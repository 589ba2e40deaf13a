#pragma once
#include <array>
#include <cstddef>

#include "base/draw_many.hpp"

namespace tumen {

/// Draws of the same kind, up to columns_length of them at once: columns of words in the order in
/// which names were added. Begins anew when they are drawn.
class ColumnDraws {
  public:
    explicit ColumnDraws(const Luck& luck) : luck_(luck) {}

    void add(const DrawName& name) {
        entities_[count_] = name.entity;
        what_[count_++] = described_by(name);
    }
    std::size_t count() const { return count_; }
    bool full() const { return count_ == columns_length; }
    const std::array<WordColumn, 4>& drawn() {
        draw_columns(luck_, entities_, what_, count_, words_);
        count_ = 0;
        return words_;
    }

  private:
    const Luck& luck_;
    std::size_t count_ = 0;
    WordColumn entities_{};
    WordColumn what_{};
    std::array<WordColumn, 4> words_;
};

}  // namespace tumen
