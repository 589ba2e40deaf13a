#include "base/draw_many.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tumen {
namespace {

TEST(DrawMany, GivesTheBlocksThatSingleDrawsGiveWhateverTheNumberOfEntities) {
    const RandomKey random_key{0x0123456789ABCDEFu, 7, 0xFEDCBA98u};
    for (std::size_t count = 0; count <= 100; ++count) {
        std::vector<std::uint32_t> entities;
        std::vector<std::uint32_t> what;
        std::vector<RandomBlock> drawn(count + 1, RandomBlock{{1, 2, 3, 4}});
        for (std::uint32_t i = 0; i < count; ++i) {
            entities.push_back(i * 2654435761u);
            what.push_back(described_by({0, static_cast<std::int32_t>(i) - 60, Purpose{17}, 32}));
        }
        draw_many(random_key, entities.data(), what.data(), count, drawn.data());
        for (std::uint32_t i = 0; i < count; ++i) {
            const RandomBlock single =
                draw(random_key, {entities[i], static_cast<std::int32_t>(i) - 60, Purpose{17}, 32});
            EXPECT_EQ(drawn[i].word, single.word) << i << " of " << count;
        }
        EXPECT_EQ(drawn[count].word, (std::array<std::uint32_t, 4>{1, 2, 3, 4}));
    }
}

TEST(DrawColumns, HoldTheWordsOfTheBlocksThatSingleDrawsGive) {
    const RandomKey random_key{0x0123456789ABCDEFu, 7, 0xFEDCBA98u};
    WordColumn entities{};
    WordColumn what{};
    for (std::uint32_t i = 0; i < columns_length; ++i) {
        entities[i] = i * 2654435761u;
        what[i] = described_by({0, static_cast<std::int32_t>(i) - 60, Purpose{17}, 32});
    }
    for (std::size_t count = 1; count <= columns_length; ++count) {
        std::array<WordColumn, 4> drawn{};
        draw_columns(random_key, entities, what, count, drawn);
        for (std::size_t i = 0; i < count; ++i) {
            const RandomBlock single =
                draw(random_key, {entities[i], static_cast<std::int32_t>(i) - 60, Purpose{17}, 32});
            for (std::size_t word = 0; word < drawn.size(); ++word)
                EXPECT_EQ(drawn[word][i], single.word[word]) << i << " of " << count;
        }
    }
}

}  // namespace
}  // namespace tumen
