#include "report/series/figures.hpp"

#include <array>
#include <cassert>

namespace tumen {

namespace {

using Names = std::span<const std::string_view>;
template <std::size_t n>
using Columns = std::array<std::string_view, n>;

constexpr Columns<4> calling = {"calling_residents", "calling_families", "calling_smugglers",
                                "calling_brokers"};
constexpr Columns<1> brokers = {"calling_brokers"};
constexpr Columns<1> phones = {"phones_held"};
constexpr Columns<2> dead = {"decoys_professional", "decoys_family"};
constexpr Columns<2> working = {"real_professional", "real_family"};
constexpr Columns<1> signed_oath = {"signed"};
constexpr Columns<1> signers_calling = {"signers_calling"};
constexpr Columns<1> fee = {"fee"};
constexpr Columns<1> transfers_served = {"transfers_served"};
constexpr Columns<1> transfers_unmet = {"transfers_unmet"};
constexpr Columns<1> need = {"need_kin"};
constexpr Columns<1> arrests = {"arrested"};
constexpr Columns<1> exiled = {"exiled_people"};
constexpr Columns<1> told = {"told_arrests"};
constexpr Columns<1> risk = {"risk_roles"};
constexpr Columns<1> followed = {"followed"};
constexpr Columns<1> price = {"phone_price"};

using enum Measure;
using enum Taken;

constexpr Curve all_curves[] = {
    {"calling", "People calling abroad", "people", "contact", stock, daily,
     "People who hold a working foreign phone and use it.", calling},
    {"brokers_calling", "Brokers calling", "people", "contact", stock, daily,
     "Money brokers who hold a phone and use it.", brokers},
    {"phones_held", "Working phones", "phones", "acquisition", stock, daily,
     "Foreign phones that work, at the end of the day.", phones},
    {"dead_handed_in", "Dead phones handed in so far", "phones", "hand_in", stock, running_total,
     "Old phones that no longer work, handed in as if they were the working one.", dead},
    {"working_handed_in", "Working phones handed in so far", "phones", "hand_in", stock,
     running_total, "Phones that worked until they were handed in.", working},
    {"signed", "People who have ever signed", "people", "oath", stock, daily,
     "Adults who have ever signed an oath, whatever became of them.", signed_oath},
    {"signers_calling", "Signers calling", "people", "oath", stock, daily,
     "People calling who have signed an oath.", signers_calling},
    {"fee", "Broker's fee", "share", "remittance", level, daily,
     "Share of a transfer that the chain of brokers keeps.", fee},
    {"transfers_served_30", "Transfers made in 30 days", "transfers", "remittance", stock,
     last_30_days,
     "Requests for money from kin abroad that a broker carried out, in the last 30 days.",
     transfers_served},
    {"transfers_unmet_30", "Transfers that found no way in 30 days", "transfers", "remittance",
     stock, last_30_days, "Requests that were not met, in the last 30 days.", transfers_unmet},
    {"need_kin", "Need of families with kin abroad", "1", "contact", level, daily,
     "Mean need of households with kin abroad: 0, nothing lacking; 1, everything lacking.", need},
    {"arrested_30", "Arrests in 30 days", "people", "punishment", stock, last_30_days,
     "People arrested over a phone in the last 30 days, broken promises included.", arrests},
    {"arrested_total", "Arrests so far", "people", "punishment", stock, running_total,
     "People arrested over a phone, broken promises included.", arrests},
    {"told_total", "Arrests told outside so far", "people", "news", stock, running_total,
     "Arrests of which a source calling abroad heard.", told},
    {"exiled_total", "People exiled so far", "people", "punishment", stock, running_total,
     "Members of exiled households, children included.", exiled},
    {"risk_roles", "Perceived risk of a day of use", "probability/day", "news", level, daily,
     "What people with a role believe to be the chance that a day of use ends in being caught.",
     risk},
    {"followed", "People followed", "people", "following", stock, daily,
     "People followed by officers, at the end of the day.", followed},
    {"phone_price", "Price of a working phone", "CNY", "acquisition", level, daily,
     "What a foreign phone that works costs.", price},
};

constexpr Columns<2> contact_curves = {"calling", "brokers_calling"};
constexpr Columns<1> phone_curves = {"phones_held"};
constexpr Columns<2> hand_in_curves = {"dead_handed_in", "working_handed_in"};
constexpr Columns<2> oath_curves = {"signed", "signers_calling"};
constexpr Columns<1> fee_curves = {"fee"};
constexpr Columns<2> transfer_curves = {"transfers_served_30", "transfers_unmet_30"};
constexpr Columns<1> need_curves = {"need_kin"};
constexpr Columns<2> arrest_curves = {"arrested_30", "exiled_total"};
constexpr Columns<2> told_curves = {"arrested_total", "told_total"};
constexpr Columns<2> fear_curves = {"risk_roles", "followed"};
constexpr Columns<1> price_curves = {"phone_price"};

constexpr Figure all_figures[] = {
    {"calling", "Contact abroad", "", Shown::always, contact_curves},
    {"phones", "Working phones", "Phones bought again after a loss are counted again.",
     Shown::always, phone_curves},
    {"hand_ins", "Hand-ins",
     "How many people consider handing in, and when, is an assumption of the model and no finding.",
     Shown::with_hand_in_drive, hand_in_curves},
    {"oaths", "Oaths", "", Shown::with_oath_drive, oath_curves},
    {"fee", "The broker's fee", "", Shown::always, fee_curves},
    {"transfers", "Money from kin abroad", "", Shown::always, transfer_curves},
    {"need", "Need", "", Shown::always, need_curves},
    {"arrests", "Arrests and exile", "", Shown::always, arrest_curves},
    {"told", "What was told outside", "Whom the outside hears of depends on who still calls.",
     Shown::always, told_curves},
    {"fear", "Fear and surveillance", "", Shown::always, fear_curves},
    {"price", "The price of a phone", "It follows the announced threat, by assumption.",
     Shown::always, price_curves},
};

}  // namespace

std::span<const Curve> curves() {
    return all_curves;
}

std::span<const Figure> figures() {
    return all_figures;
}

Wanted wanted(const Figure& figure, const Plan& plan) {
    switch (figure.shown) {
        case Shown::always:
            return Wanted::yes;
        case Shown::with_hand_in_drive:
            return plan.hand_in_drives.empty() ? Wanted::no : Wanted::yes;
        case Shown::with_oath_drive:
            return plan.oath_drives.empty() ? Wanted::no : Wanted::yes;
    }
    return Wanted::no;
}

std::size_t observable_row(std::string_view name) {
    const auto rows = observable_rows();
    std::size_t row = 0;
    while (row < rows.size() && rows[row].name != name)
        ++row;
    assert(row < rows.size());
    return row;
}

std::string_view name_of(Taken taken) {
    switch (taken) {
        case Taken::daily:
            return "daily";
        case Taken::running_total:
            return "running total";
        case Taken::last_30_days:
            return "last 30 days";
    }
    return "daily";
}

}  // namespace tumen
