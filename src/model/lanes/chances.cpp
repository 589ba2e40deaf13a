#include <algorithm>
#include <bit>
#include <span>

#include "base/clear.hpp"
#include "model/lanes/chance_bytes.hpp"
#include "model/lanes/draws_at_once.hpp"
#include "model/lanes/request_draws.hpp"
#include "model/purposes.hpp"
#include "model/state/today.hpp"

/// Chances that everybody of a kind takes every day are drawn sixteen days ahead, a byte a day.
/// Whether somebody acts on them is decided on the day, so that state never touches random numbers.
namespace tumen {

namespace {

constexpr std::int32_t block_of(std::int32_t day) {
    return (day - first_drawable_day) / 16 + first_drawable_day;
}
constexpr std::int32_t first_day_of(std::int32_t block) {
    return (block - first_drawable_day) * 16 + first_drawable_day;
}

/// The word of a block in which the byte of a row stands, and that byte.
constexpr std::size_t word_with(std::size_t row) {
    return row / 4;
}
constexpr std::uint32_t byte_in(std::uint32_t word, std::size_t row) {
    return word >> (8 * (row % 4)) & 0xFFu;
}

/// Of the byte of a day, and the word that decides where that leaves a chance open.
constexpr double number_of(std::uint32_t byte, std::uint32_t rest) {
    return (byte + uniform(rest)) / 256;
}

/// Those days whose byte does not settle the chance: a further word each decides. One byte in 256,
/// gathered so that they are drawn together.
class OpenDays {
  public:
    explicit OpenDays(const RandomKey& random_key) : draws_(random_key) {}

    void add(std::uint64_t& row, std::size_t place, double rest, const DrawName& name) {
        if (draws_.full()) finish();
        const std::size_t n = draws_.count();
        rows_[n] = &row;
        places_[n] = static_cast<std::uint8_t>(place);
        rests_[n] = rest;
        draws_.add(name);
    }

    /// Decides all that were added.
    void finish() {
        const std::size_t count = draws_.count();
        const auto& drawn = draws_.drawn();
        for (std::size_t n = 0; n < count; ++n)
            *rows_[n] |= std::uint64_t{happens(drawn[n].word[0], rests_[n])} << places_[n];
    }

  private:
    BlockDraws draws_;
    std::array<std::uint64_t*, columns_length> rows_;
    std::array<std::uint8_t, columns_length> places_;
    std::array<double, columns_length> rests_;
};

/// Up to 64 who draw for the same purposes, in one block of 64 places.
class Drawers {
  public:
    explicit Drawers(std::int32_t day) : block_(block_of(day)) {}

    void add(std::size_t place, std::uint32_t household, std::uint8_t index, Role role) {
        places_[count_] = static_cast<std::uint8_t>(place % 64);
        entities_[count_] = household;
        indices_[count_] = index;
        roles_[count_++] = role;
    }

    /// Bit p of row d becomes: place p is favoured on day d. `chance_of` says how probably, by
    /// role. What the bytes leave open is left to `open`.
    template <class ChanceOf>
    void draw_rows(const RandomKey& random_key, Purpose purpose, const ChanceOf& chance_of,
                   DayRows& rows, OpenDays& open) {
        if (count_ == 0) return clear(rows);
        const std::uint32_t what = described_by({0, block_, purpose});
        for (std::size_t n = 0; n < count_; ++n)
            what_[n] = what | std::uint32_t{indices_[n]} << 24;
        draw_many(random_key, entities_.data(), what_.data(), count_, drawn_.data());
        for (std::size_t n = 0; n < count_; ++n)
            levels_[n] = chance_of(roles_[n]).certain;
        compare_bytes(drawn_, levels_, count_, compared_);
        std::array<std::uint16_t, columns_length> days;
        clear(days);
        for (std::size_t n = 0; n < count_; ++n)
            days[places_[n]] = compared_.below[n];
        rows = rows_by_day(days);
        for (std::size_t n = 0; n < count_; ++n) {
            if (compared_.equal[n] != 0)
                leave_open(n, purpose, chance_of(roles_[n]).rest, rows, open);
        }
    }

  private:
    void leave_open(std::size_t n, Purpose purpose, double rest, DayRows& rows,
                    OpenDays& open) const {
        if (!(rest > 0)) return;
        for (std::uint32_t days = compared_.equal[n]; days != 0; days &= days - 1) {
            const int row = std::countr_zero(days);
            open.add(rows[static_cast<std::size_t>(row)], places_[n], rest,
                     {entities_[n], first_day_of(block_) + row, purpose,
                      static_cast<std::uint8_t>(indices_[n] + 1)});
        }
    }

    std::int32_t block_;
    std::size_t count_ = 0;
    std::array<std::uint8_t, columns_length> places_;
    std::array<std::uint8_t, columns_length> indices_;
    std::array<Role, columns_length> roles_;
    std::array<std::uint32_t, columns_length> entities_;
    std::array<std::uint32_t, columns_length> what_;
    std::array<RandomBlock, columns_length> drawn_;
    std::array<std::uint8_t, columns_length> levels_;
    ComparedBytes compared_;
};

}  // namespace

double chance_number(const RandomKey& random_key, HouseholdId household, std::uint8_t index,
                     Purpose purpose, std::int32_t day) {
    const RandomBlock bytes = draw(random_key, {household, block_of(day), purpose, index});
    const RandomBlock rest =
        draw(random_key, {household, day, purpose, static_cast<std::uint8_t>(index + 1)});
    const std::size_t row = chance_row(day);
    return number_of(byte_in(bytes.word[word_with(row)], row), rest.word[0]);
}

void draw_requests(const Today& now, Ward& ward) {
    constexpr std::size_t at_once = columns_length / 2;  // two blocks each
    const std::int32_t day = now.day.day;
    const std::size_t row = chance_row(day);
    ColumnDraws draws(now.city.random_key);
    for (std::size_t first = 0; first < ward.asking.size(); first += at_once) {
        const auto some =
            std::span(ward.asking).subspan(first, std::min(at_once, ward.asking.size() - first));
        for (const Asking& asking : some) {
            const HouseholdId household = ward.kin[asking.kin].household;
            draws.add({household, block_of(day), purpose::request, 0});
            draws.add({household, day, purpose::request, 1});
        }
        const auto& drawn = draws.drawn();
        for (std::size_t n = 0; n < some.size(); ++n)
            some[n].u = number_of(byte_in(drawn[word_with(row)][2 * n], row), drawn[0][2 * n + 1]);
    }
}

namespace {

/// On which days smugglers who hold a phone may become brokers.
void draw_smugglers(const Today& now, const Persons& persons, std::size_t block, std::uint64_t mask,
                    PersonBlock& rows, OpenDays& open) {
    const Chance& entry = now.tables.entry;
    if (entry.certain == 0 && !(entry.rest > 0)) return clear(rows.entry);
    Drawers smugglers(now.day.day);
    for_each_bit(mask & persons.blocks[block][Flag::smuggler], block, [&](PersonPlace i) {
        const Identity& who = persons.identity[i];
        smugglers.add(i, who.household, purpose::of_member(who.member), who.role);
    });
    const auto chance = [&](Role) -> const Chance& { return entry; };
    smugglers.draw_rows(now.city.random_key, purpose::entry, chance, rows.entry, open);
}

/// The rows of the holders in `mask`, for all of their purposes.
void draw_holders(const Today& now, const Persons& persons, std::size_t block, std::uint64_t mask,
                  PersonBlock& rows, OpenDays& open) {
    const RandomKey& random_key = now.city.random_key;
    Drawers holders(now.day.day);
    for_each_bit(mask, block, [&](PersonPlace i) {
        const Identity& who = persons.identity[i];
        holders.add(i, who.household, purpose::of_member(who.member), who.role);
    });
    const SegmentTables& tables = now.tables;
    const auto review = [&](Role) -> const Chance& { return tables.review; };
    const auto calling = [&](Role role) -> const Chance& { return tables.calling[index_of(role)]; };
    const auto salience = [&](Role) -> const Chance& { return tables.salience; };
    holders.draw_rows(random_key, purpose::review, review, rows.review, open);
    holders.draw_rows(random_key, purpose::calling, calling, rows.calling, open);
    if (now.day.hand_in_drive) {
        holders.draw_rows(random_key, purpose::salience, salience, rows.salience, open);
    } else {
        clear(rows.salience);
    }
    draw_smugglers(now, persons, block, mask, rows, open);
}

/// ... of the kin homes that come `block`-th.
void draw_families(const Today& now, Ward& ward, std::size_t block, OpenDays& open) {
    Drawers families(now.day.day);
    const KinPlace end(std::min(ward.kin.size(), (block + 1) * 64));
    for (KinPlace k(block * 64); k < end; ++k)
        families.add(k, ward.kin[k].household, 0, Role::family);
    const auto request = [&](Role) -> const Chance& { return now.tables.request; };
    families.draw_rows(now.city.random_key, purpose::request, request, ward.requests[block], open);
}

}  // namespace

void draw_chances(const Today& now, Ward& ward, PersonPlace i) {
    PersonBlock rows;
    OpenDays open(now.city.random_key);
    draw_holders(now, ward.persons, i / 64, Persons::bit(i), rows, open);
    open.finish();
    PersonBlock& block = ward.persons.block_of(i);
    const std::uint64_t others = ~Persons::bit(i);
    for (std::size_t row = 0; row < rows.review.size(); ++row) {
        block.review[row] = (block.review[row] & others) | rows.review[row];
        block.calling[row] = (block.calling[row] & others) | rows.calling[row];
        block.salience[row] = (block.salience[row] & others) | rows.salience[row];
        block.entry[row] = (block.entry[row] & others) | rows.entry[row];
    }
}

void refresh_chances(const Today& now, Ward& ward) {
    const Calendar& calendar = now.zone.calendar;
    const bool first = now.day.day == calendar.first_day();
    bool needed = first || chance_row(now.day.day) == 0;
    if (!first) {
        const DayConditions& before = calendar.on(now.day.day - 1);
        needed = needed || before.segment != now.day.segment ||
                 before.hand_in_drive != now.day.hand_in_drive;
    }
    if (!needed) return;
    OpenDays open(now.city.random_key);
    for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
        PersonBlock& block = ward.persons.blocks[b];
        draw_holders(now, ward.persons, b, block[Flag::phone], block, open);
    }
    for (std::size_t b = 0; b < ward.requests.size(); ++b)
        draw_families(now, ward, b, open);
    open.finish();
}

}  // namespace tumen
