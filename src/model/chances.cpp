#include <bit>

#include "model/purposes.hpp"
#include "model/world.hpp"

/// Chances that everybody of a kind takes every day are drawn sixteen days ahead, a byte a day. Whether
/// somebody acts on them is decided on the day, so that state never touches luck.
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

// Sixteen bytes at once: both compilers turn these into the vector instructions of the platform, or into
// plain loops where there are none.
using Bytes = std::uint8_t __attribute__((vector_size(16)));
static_assert(std::endian::native == std::endian::little, "bytes of a word are taken in this order");

/// One bit a byte: whether it is set at all. Bytes are 0 or 255.
std::uint32_t mask_of(Bytes bytes) {
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(bytes & 1);
    constexpr std::uint64_t gather = 0x0102040810204080u;  // moves bit 0 of each byte into the top byte
    const auto low = static_cast<std::uint32_t>(halves[0] * gather >> 56);
    const auto high = static_cast<std::uint32_t>(halves[1] * gather >> 56);
    return low | high << 8;
}

/// Bit d: the chance falls in favour on the d-th of the sixteen days.
std::uint32_t favoured_days(const Luck& luck, const DrawName& name, const Chance& chance) {
    if (chance.certain > 255) return 0xFFFFu;
    const auto bytes = std::bit_cast<Bytes>(draw(luck, name).word);
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

/// Marks those days for the holder of `bit`; the rows were cleared when the sixteen days began.
void mark_days(const Luck& luck, const DrawName& name, const Chance& chance, DayRows& rows,
               std::uint64_t bit) {
    for (std::uint32_t days = favoured_days(luck, name, chance); days != 0; days &= days - 1) {
        rows[static_cast<std::size_t>(std::countr_zero(days))] |= bit;
    }
}

bool any(const Chance& chance) {
    return chance.certain > 0 || chance.rest > 0;
}

}  // namespace

double chance_number(const Luck& luck, std::uint32_t household, std::uint8_t index,
                     Purpose purpose, std::int32_t day) {
    const RandomBlock bytes = draw(luck, {household, block_of(day), purpose, index});
    const RandomBlock rest =
        draw(luck, {household, day, purpose, static_cast<std::uint8_t>(index + 1)});
    const double byte = byte_of(bytes, chance_row(day));
    return (byte + uniform(rest.word[0])) / 256;
}

void draw_chances(const Today& now, Ward& ward, std::size_t i) {
    PersonBlock& block = ward.persons.blocks[i / 64];
    const std::uint64_t bit = Persons::bit(i);
    DrawName name{ward.persons.household[i], block_of(now.day.day), purpose::review,
                  purpose::of_member(ward.persons.member[i])};
    const Luck& luck = now.city.luck;
    if (any(now.tables.review)) mark_days(luck, name, now.tables.review, block.review, bit);
    const Chance& calling = now.tables.calling[index_of(ward.persons.role[i])];
    name.purpose = purpose::calling;
    if (any(calling)) mark_days(luck, name, calling, block.calling, bit);
    if (now.day.hand_in_drive == Answer::yes && any(now.tables.salience)) {
        name.purpose = purpose::salience;
        mark_days(luck, name, now.tables.salience, block.salience, bit);
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
        block.review = block.calling = block.salience = DayRows{};
        for_each_bit(block[Flag::phone], b, [&](std::size_t i) { draw_chances(now, ward, i); });
    }
    for (DayRows& rows : ward.requests) rows = DayRows{};
    if (!any(now.tables.request)) return;
    for (std::size_t k = 0; k < ward.kin.size(); ++k) {
        const DrawName name{ward.homes.household[ward.kin[k].home], block_of(now.day.day),
                            purpose::request};
        mark_days(now.city.luck, name, now.tables.request, ward.requests[k / 64],
                  std::uint64_t{1} << (k % 64));
    }
}

}  // namespace tumen
