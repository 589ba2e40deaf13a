#pragma once
#include <cstdint>

#include "model/purposes.hpp"
#include "model/state/today.hpp"

/// Whom somebody names: ties are traits, drawn again from their names.
namespace tumen {

/// An adult who is named: somebody of the own ward, or anybody of the city.
struct Tie {
    Ward* ward;
    std::uint32_t adult;  // in the ward
};

inline Tie tie_from(const Today& now, City& city, Ward& own, std::uint32_t where,
                    std::uint32_t whom) {
    if (happens(where, now.p.population.tie_same_ward)) {
        return {&own, uniform_below(whom, own.adults)};
    }
    const std::uint32_t adult = uniform_below(whom, city.adults);
    Ward& ward = ward_of_adult(city, adult);
    return {&ward, adult - ward.first_adult};
}

/// Calls `visit(tie)` for each adult whom the person at that place names, in order.
template <class Visit>
void for_each_tie(const Today& now, City& city, Ward& own, PersonPlace person, const Visit& visit) {
    const Identity who = own.persons.identity[person];
    const auto ties = static_cast<std::uint32_t>(now.p.population.ties);
    RandomBlock drawn{};
    for (std::uint32_t n = 0; n < ties; ++n) {
        if (n % 2 == 0) {
            drawn = draw(city.random_key,
                         {who.household, static_cast<std::int32_t>(n / 2 / 32), purpose::ties,
                          purpose::of_member(who.member, static_cast<std::uint8_t>(n / 2 % 32))});
        }
        const std::size_t word = std::size_t{n} % 2 * 2;
        visit(tie_from(now, city, own, drawn.word[word], drawn.word[word + 1]));
    }
}

}  // namespace tumen
