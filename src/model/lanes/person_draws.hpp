#pragma once
#include <array>
#include <utility>

#include "model/lanes/draws_at_once.hpp"
#include "model/purposes.hpp"
#include "model/state/today.hpp"

namespace tumen {

/// What people of some wards draw for one purpose of one day, drawn together. `visit(ward, place,
/// drawn)` is called in the order in which people were added, now and then and at last by finish();
/// so whatever it reads of a person must not have been changed by somebody added later.
template <class Visit>
class PersonDraws {
  public:
    PersonDraws(const Today& now, Purpose purpose, Visit visit)
        : day_(now.day.day),
          purpose_(purpose),
          visit_(std::move(visit)),
          draws_(now.city.random_key) {}

    void add(Ward& ward, PersonPlace place) {
        if (draws_.full()) finish();
        const Identity& who = ward.persons.identity[place];
        wards_[draws_.count()] = &ward;
        places_[draws_.count()] = place;
        draws_.add({who.household, day_, purpose_, purpose::of_member(who.member)});
    }

    void finish() {
        const std::size_t count = draws_.count();
        const auto& drawn = draws_.drawn();
        for (std::size_t n = 0; n < count; ++n)
            visit_(*wards_[n], places_[n], drawn[n]);
    }

  private:
    std::int32_t day_;
    Purpose purpose_;
    Visit visit_;
    BlockDraws draws_;
    std::array<Ward*, columns_length> wards_;
    std::array<PersonPlace, columns_length> places_;
};

}  // namespace tumen
