#include "rules/acquisition.hpp"
#include "model/lanes/person_draws.hpp"
#include "model/steps/steps.hpp"

/// Step 4: acquisition.
namespace tumen {

namespace {

/// Somebody who has lost the phone thinks of another one today, and may have the money and the
/// will.
void buy_phone(const Today& now, Ward& ward, PersonPlace i, double price, std::uint32_t word) {
    Persons& persons = ward.persons;
    const HomePlace home = persons.identity[i].home;
    if (!can_buy(price, savings_of(now, ward, home), now.p.punishment.borrowing_limit,
                 persons.identity[i].role)) {
        return;
    }
    if (outlook(now, ward, i).net_benefit <= now.p.contact.hysteresis) return;
    add_savings(now, ward, home, -price);
    persons.raise(i, Flag::phone);
    persons.raise(i, Flag::calling);
    draw_chances(now, ward, i);
    ++ward.today[Count::phones_bought];
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::bought, "calling",
                          now.tables.purchase_probability, uniform(word), {{"phone_price", price}});
    }
}

}  // namespace

void buy_phones(const Today& now, std::span<Ward> wards) {
    const double price = phone_price(now.p.acquisition, now.day.threat);
    PersonDraws draws(now, purpose::purchase,
                      [&](Ward& ward, PersonPlace i, const RandomBlock& drawn) {
                          if (!happens(drawn.word[0], now.tables.purchase_probability)) return;
                          buy_phone(now, ward, i, price, drawn.word[0]);
                      });
    for (Ward& ward : wards) {
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            const PersonBlock& block = ward.persons.blocks[b];
            const std::uint64_t roles =
                block[Flag::family] | block[Flag::smuggler] | block[Flag::broker];
            const std::uint64_t lost =
                roles & block[Flag::ever_held] & block[Flag::free] & ~block[Flag::phone];
            for_each_bit(lost, b, [&](PersonPlace i) { draws.add(ward, i); });
        }
    }
    draws.finish();
}

}  // namespace tumen
