#pragma once
#include <array>
#include <cstddef>

#include "base/draw_many.hpp"

namespace tumen {

/// Names of draws, up to columns_length of them: alone, a draw is a chain of ten multiplications
/// that the processor waits for.
class NamesAtOnce {
  public:
    void add(const DrawName& name) {
        entities_[count_] = name.entity;
        what_[count_++] = described_by(name);
    }
    std::size_t count() const { return count_; }
    bool full() const { return count_ == columns_length; }

  protected:
    std::size_t count_ = 0;
    WordColumn entities_{};
    WordColumn what_{};
};

/// Draws of the same kind as columns of words, in the order in which names were added. Begins anew
/// when they are drawn.
class ColumnDraws : public NamesAtOnce {
  public:
    explicit ColumnDraws(const RandomKey& random_key) : random_key_(random_key) {}

    const std::array<WordColumn, 4>& drawn() {
        draw_columns(random_key_, entities_, what_, count_, words_);
        count_ = 0;
        return words_;
    }

  private:
    const RandomKey& random_key_;
    std::array<WordColumn, 4> words_;
};

/// The same as a block each.
class BlockDraws : public NamesAtOnce {
  public:
    explicit BlockDraws(const RandomKey& random_key) : random_key_(random_key) {}

    const std::array<RandomBlock, columns_length>& drawn() {
        draw_many(random_key_, entities_.data(), what_.data(), count_, blocks_.data());
        count_ = 0;
        return blocks_;
    }

  private:
    const RandomKey& random_key_;
    std::array<RandomBlock, columns_length> blocks_;
};

}  // namespace tumen
