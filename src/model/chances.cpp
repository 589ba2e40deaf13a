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

/// Marks the days on which the chance falls in favour of `place`; clears the others.
void mark_days(const Luck& luck, const DrawName& name, const Chance& chance, DayRows& rows,
               std::uint64_t bit) {
    const RandomBlock bytes = draw(luck, name);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::uint32_t byte = byte_of(bytes, row);
        bool yes = byte < chance.certain;
        if (byte == chance.certain && chance.rest > 0) {
            DrawName rest = name;
            rest.day = first_day_of(name.day) + static_cast<std::int32_t>(row);
            rest.index = static_cast<std::uint8_t>(name.index + 1);
            yes = happens(draw(luck, rest).word[0], chance.rest);
        }
        rows[row] = yes ? rows[row] | bit : rows[row] & ~bit;
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
