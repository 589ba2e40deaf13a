#include <algorithm>
#include <bit>

#include "base/clear.hpp"
#include "base/draw_many.hpp"
#include "model/purposes.hpp"
#include "model/world.hpp"

/// Chances that everybody of a kind takes every day are drawn sixteen days ahead, a byte a day.
/// Whether somebody acts on them is decided on the day, so that state never touches luck.
namespace tumen {

namespace {

constexpr std::int32_t block_of(std::int32_t day) {
    return (day - first_drawable_day) / 16 + first_drawable_day;
}
constexpr std::int32_t first_day_of(std::int32_t block) {
    return (block - first_drawable_day) * 16 + first_drawable_day;
}

constexpr std::uint32_t byte_of(const RandomBlock& block, std::size_t row) {
    return block.word[row / 4] >> (8 * (row % 4)) & 0xFFu;
}

// Sixteen bytes at once: both compilers turn these into the vector instructions of the platform, or
// into plain loops where there are none.
using Bytes = std::uint8_t __attribute__((vector_size(16)));
static_assert(std::endian::native == std::endian::little,
              "bytes of a word are taken in this order");

/// One bit a byte: whether it is set at all. Bytes are 0 or 255.
std::uint32_t mask_of(Bytes bytes) {
#if defined(__SSE2__)
    using Chars = char __attribute__((vector_size(16)));
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(std::bit_cast<Chars>(bytes)));
#else
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(bytes & 1);
    constexpr std::uint64_t gather =
        0x0102040810204080u;  // moves bit 0 of each byte into the top byte
    const auto low = static_cast<std::uint32_t>(halves[0] * gather >> 56);
    const auto high = static_cast<std::uint32_t>(halves[1] * gather >> 56);
    return low | high << 8;
#endif
}

/// Bit d: the chance falls in favour on the d-th of the sixteen days, of which `drawn` holds the
/// bytes.
std::uint32_t favoured_days(const Luck& luck, const DrawName& name, const Chance& chance,
                            const RandomBlock& drawn) {
    if (chance.certain > 255) return 0xFFFFu;
    const auto bytes = std::bit_cast<Bytes>(drawn.word);
    const auto level = static_cast<std::uint8_t>(chance.certain);
    std::uint32_t days = mask_of(Bytes(bytes < level));
    if (chance.rest > 0) {
        for (std::uint32_t open = mask_of(Bytes(bytes == level)); open != 0; open &= open - 1) {
            const int row = std::countr_zero(open);
            DrawName rest = name;
            rest.day = first_day_of(name.day) + row;
            rest.index = static_cast<std::uint8_t>(name.index + 1);
            if (happens(draw(luck, rest).word[0], chance.rest)) days |= 1u << row;
        }
    }
    return days;
}

/// Sixteen days of 64 persons, person by person; turned into rows by day all at once.
struct DaysOfPersons {
    std::array<std::uint8_t, 64> first;
    std::array<std::uint8_t, 64> second;

    void set(std::size_t i, std::uint32_t days) {
        first[i] = static_cast<std::uint8_t>(days);
        second[i] = static_cast<std::uint8_t>(days >> 8);
    }
};

/// Bit d of each of 64 bytes, as a row of 64 bits, for d = 0 .. 7.
void turn(const std::array<std::uint8_t, 64>& days, std::uint64_t* rows) {
    const auto sixteens = std::bit_cast<std::array<Bytes, 4>>(days);
    for (int d = 0; d < 8; ++d) {
        std::uint64_t row = 0;
        for (int g = 0; g < 4; ++g) {
            const Bytes bit = sixteens[static_cast<std::size_t>(g)] >> d & 1;
            row |= std::uint64_t{mask_of(bit != 0)} << (16 * g);
        }
        rows[d] = row;
    }
}

/// Those who draw for one purpose in one block of 64, and what they drew.
class Drawers {
  public:
    Drawers(Purpose purpose, std::int32_t day) : purpose_(purpose), day_(block_of(day)) {}

    void add(std::size_t place, std::uint32_t household, std::uint8_t index, const Chance& chance) {
        places_[count_] = static_cast<std::uint8_t>(place % 64);
        chances_[count_] = &chance;
        entities_[count_] = household;
        what_[count_] = described_by({household, day_, purpose_, index});
        indices_[count_] = index;
        ++count_;
    }

    /// Draws for all of them; bit p of row d: the p-th of the 64 is favoured on day d.
    DayRows rows(const Luck& luck) {
        DayRows rows;
        if (count_ == 0) {
            clear(rows);
            return rows;
        }
        draw_many(luck, entities_.data(), what_.data(), count_, drawn_.data());
        DaysOfPersons days;
        clear(days);
        for (std::size_t n = 0; n < count_; ++n) {
            days.set(places_[n], favoured_days(luck, {entities_[n], day_, purpose_, indices_[n]},
                                               *chances_[n], drawn_[n]));
        }
        turn(days.first, rows.data());
        turn(days.second, rows.data() + 8);
        return rows;
    }

  private:
    Purpose purpose_;
    std::int32_t day_;
    std::size_t count_ = 0;
    std::array<std::uint8_t, 64> places_;
    std::array<std::uint8_t, 64> indices_;
    std::array<const Chance*, 64> chances_;
    std::array<std::uint32_t, 64> entities_;
    std::array<std::uint32_t, 64> what_;
    std::array<RandomBlock, 64> drawn_;
};

bool any(const Chance& chance) {
    return chance.certain > 0 || chance.rest > 0;
}

}  // namespace

double chance_number(const Luck& luck, std::uint32_t household, std::uint8_t index, Purpose purpose,
                     std::int32_t day) {
    const RandomBlock bytes = draw(luck, {household, block_of(day), purpose, index});
    const RandomBlock rest =
        draw(luck, {household, day, purpose, static_cast<std::uint8_t>(index + 1)});
    const double byte = byte_of(bytes, chance_row(day));
    return (byte + uniform(rest.word[0])) / 256;
}

namespace {

/// The rows of the holders in `mask`, for all of its purposes.
struct HolderRows {
    DayRows review;
    DayRows calling;
    DayRows salience;
};

HolderRows rows_of(const Today& now, const Persons& persons, std::size_t block,
                   std::uint64_t mask) {
    Drawers review(purpose::review, now.day.day);
    Drawers calling(purpose::calling, now.day.day);
    Drawers salience(purpose::salience, now.day.day);
    const bool drive = now.day.hand_in_drive == Answer::yes && any(now.tables.salience);
    for_each_bit(mask, block, [&](std::size_t i) {
        const std::uint32_t household = persons.identity[i].household;
        const std::uint8_t index = purpose::of_member(persons.identity[i].member);
        const Chance& call = now.tables.calling[index_of(persons.identity[i].role)];
        if (any(now.tables.review)) review.add(i, household, index, now.tables.review);
        if (any(call)) calling.add(i, household, index, call);
        if (drive) salience.add(i, household, index, now.tables.salience);
    });
    const Luck& luck = now.city.luck;
    return {review.rows(luck), calling.rows(luck), salience.rows(luck)};
}

}  // namespace

void draw_chances(const Today& now, Ward& ward, std::size_t i) {
    PersonBlock& block = ward.persons.blocks[i / 64];
    const HolderRows rows = rows_of(now, ward.persons, i / 64, Persons::bit(i));
    for (std::size_t row = 0; row < rows.review.size(); ++row) {
        block.review[row] |= rows.review[row];
        block.calling[row] |= rows.calling[row];
        block.salience[row] |= rows.salience[row];
    }
}

void refresh_chances(const Today& now, Ward& ward) {
    const Calendar& calendar = now.city.game->calendar();
    const bool first = now.day.day == calendar.first_day();
    bool needed = first || chance_row(now.day.day) == 0;
    if (!first) {
        const DayConditions& before = calendar.on(now.day.day - 1);
        needed = needed || before.segment != now.day.segment ||
                 before.hand_in_drive != now.day.hand_in_drive;
    }
    if (!needed) return;
    for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
        PersonBlock& block = ward.persons.blocks[b];
        const HolderRows rows = rows_of(now, ward.persons, b, block[Flag::phone]);
        block.review = rows.review;
        block.calling = rows.calling;
        block.salience = rows.salience;
    }
    for (std::size_t b = 0; b < ward.requests.size(); ++b) {
        Drawers families(purpose::request, now.day.day);
        const std::size_t end = std::min(ward.kin.size(), (b + 1) * 64);
        for (std::size_t k = b * 64; k < end && any(now.tables.request); ++k) {
            families.add(k, ward.homes.household[ward.kin[k].home], 0, now.tables.request);
        }
        ward.requests[b] = families.rows(now.city.luck);
    }
}

}  // namespace tumen
