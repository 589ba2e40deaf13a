#pragma once
#include <array>
#include <utility>

#include "base/draw_many.hpp"
#include "model/purposes.hpp"
#include "model/state/world.hpp"

namespace tumen {

/// What people of some wards draw for one purpose of one day, drawn together: alone, a draw is a
/// chain of ten multiplications that the processor waits for. `visit(ward, place, drawn)` is called
/// in the order in which people were added, now and then and at last by finish(); so whatever it
/// reads of a person must not have been changed by somebody added later.
template <class Visit>
class PersonDraws {
  public:
    PersonDraws(const Today& now, Purpose purpose, Visit visit)
        : now_(now), purpose_(purpose), visit_(std::move(visit)) {}

    void add(Ward& ward, std::size_t place) {
        if (count_ == at_once) finish();
        const Persons& persons = ward.persons;
        wards_[count_] = &ward;
        places_[count_] = static_cast<std::uint32_t>(place);
        entities_[count_] = persons.identity[place].household;
        what_[count_] = described_by({persons.identity[place].household, now_.day.day, purpose_,
                                      purpose::of_member(persons.identity[place].member)});
        ++count_;
    }

    void finish() {
        draw_many(now_.city.luck, entities_.data(), what_.data(), count_, drawn_.data());
        for (std::size_t n = 0; n < count_; ++n)
            visit_(*wards_[n], std::size_t{places_[n]}, drawn_[n]);
        count_ = 0;
    }

  private:
    static constexpr std::size_t at_once = 64;

    const Today& now_;
    Purpose purpose_;
    Visit visit_;
    std::size_t count_ = 0;
    std::array<Ward*, at_once> wards_;
    std::array<std::uint32_t, at_once> places_;
    std::array<std::uint32_t, at_once> entities_;
    std::array<std::uint32_t, at_once> what_;
    std::array<RandomBlock, at_once> drawn_;
};

}  // namespace tumen
