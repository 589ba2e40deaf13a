#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/draw.hpp"

namespace tumen {

/// How long ago households were last in contact, kept up by events: each household stands on the
/// day of its last contact, in a ring of as many days as are looked back on.
struct Contacts {
    static constexpr std::size_t ring = 366;
    std::array<std::uint32_t, ring> on_day{};
    std::int32_t within_30 = 0;
    std::int32_t within_90 = 0;
    std::int32_t within_365 = 0;

    std::uint32_t& on(std::int32_t day) {
        return on_day[static_cast<std::size_t>(day - first_drawable_day) % ring];
    }
};

/// Puts a household on the list whose last contact was on that day, before the first one played.
inline void begin_contacts(Contacts& contacts, std::int32_t first_day, std::int32_t day) {
    const std::int32_t days = first_day - 1 - day;  // as of the evening before
    if (days < 365) ++contacts.on(day);
    contacts.within_30 += days < 30;
    contacts.within_90 += days < 90;
    contacts.within_365 += days < 365;
}
/// A day begins: those last in contact so many days ago drop out.
inline void age_contacts(Contacts& contacts, std::int32_t day) {
    contacts.within_30 -= static_cast<std::int32_t>(contacts.on(day - 30));
    contacts.within_90 -= static_cast<std::int32_t>(contacts.on(day - 90));
    contacts.within_365 -= static_cast<std::int32_t>(contacts.on(day - 365));
    contacts.on(day - 365) = 0;
}

}  // namespace tumen
