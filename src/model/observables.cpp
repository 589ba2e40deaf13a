#include "model/observables.hpp"

namespace tumen {

namespace {

using enum Measure;

constexpr ObservableRow rows[count_total + quantity_total] = {
    {"phones_held", "Working phones", "phones", "acquisition", stock, "Foreign phones that work, at the end of the day."},
    {"phones_bought", "Phones bought", "phones", "acquisition", flow, "Working phones bought by people who had lost theirs."},
    {"calling_residents", "Residents calling", "people", "contact", stock, "Residents without a role who hold a phone and use it."},
    {"calling_families", "Families calling", "people", "contact", stock, "First adults of families with kin abroad who hold a phone and use it."},
    {"calling_smugglers", "Smugglers calling", "people", "contact", stock, "Smugglers who hold a phone and use it."},
    {"calling_brokers", "Brokers calling", "people", "contact", stock, "Money brokers who hold a phone and use it."},
    {"calls", "Calls", "calls", "calling", flow, "Calls made; at most one a person and day."},
    {"transfers_asked", "Transfers asked for", "transfers", "remittance", flow, "Requests for money from kin abroad."},
    {"transfers_served", "Transfers served", "transfers", "remittance", flow, "Requests that a broker carried out."},
    {"transfers_unmet", "Transfers unmet", "transfers", "remittance", flow, "Requests for which no broker was found."},
    {"noticed", "Calls noticed", "calls", "noticing", flow, "Calls noticed by a neighbour of another household who is free."},
    {"reports", "Reports", "reports", "reporting", flow, "Calls reported by a witness."},
    {"false_reports", "False reports", "reports", "noticing", flow, "Reports of people who had not been seen calling."},
    {"detected", "Calls detected", "calls", "noticing", flow, "Calls picked up by detectors."},
    {"followed", "People followed", "people", "following", stock, "People followed by officers, at the end of the day."},
    {"considered", "Hand-ins considered", "people", "hand_in", flow, "Holders who considered handing in."},
    {"decoys_professional", "Dead phones from professionals", "phones", "hand_in", flow, "Dead phones handed in by smugglers and brokers."},
    {"decoys_family", "Dead phones from others", "phones", "hand_in", flow, "Dead phones handed in by families and residents."},
    {"real_professional", "Working phones from professionals", "phones", "hand_in", flow, "Working phones handed in by smugglers and brokers."},
    {"real_family", "Working phones from others", "phones", "hand_in", flow, "Working phones handed in by families and residents."},
    {"broker_real", "Working phones from brokers", "phones", "hand_in", flow, "Working phones handed in by brokers."},
    {"broker_real_followed", "... while followed", "phones", "hand_in", flow, "Working phones handed in by brokers who were being followed."},
    {"decoys_refused", "Dead phones refused", "phones", "hand_in", flow, "Dead phones that the officers did not accept; the holder is caught."},
    {"signed", "People who have ever signed", "people", "oath", stock, "Adults who have ever signed an oath, the warm-up included, whatever became of them."},
    {"signers_calling", "Signers calling", "people", "oath", stock, "People calling who have signed an oath."},
    {"caught", "People caught", "people", "punishment", flow, "Holders caught, by a search, a raid, an officer or a refused phone."},
    {"bribed", "Cases settled", "people", "punishment", flow, "People caught who settled with a bribe."},
    {"arrested", "People arrested", "people", "punishment", flow, "Arrests, broken promises included."},
    {"warned", "Sentences: warned", "people", "punishment", flow, "Arrested, warned and sworn."},
    {"detained", "Sentences: detained", "people", "punishment", flow, "Arrested and detained for a time."},
    {"imprisoned", "Sentences: imprisoned", "people", "punishment", flow, "Arrested and sent to a camp or prison."},
    {"exiled_households", "Sentences: households exiled", "households", "punishment", flow, "Arrests that ended in the exile of the household."},
    {"exiled_people", "People exiled", "people", "punishment", flow, "Members of exiled households, children included."},
    {"promises_broken", "Promises broken", "people", "hand_in", flow, "People arrested although they had been promised forgiveness."},
    {"free_adults", "Adults free", "people", "population", stock, "Adults who are free, at the end of the day."},
    {"in_detention", "Adults in detention", "people", "punishment", stock, "Adults in detention, at the end of the day."},
    {"in_prison", "Adults in prison", "people", "punishment", stock, "Adults imprisoned, at the end of the day."},
    {"in_exile", "Adults in exile", "people", "punishment", stock, "Adults of exiled households, at the end of the day."},
    {"fee", "Broker's fee", "share", "remittance", level, "Share of a transfer that the chain of brokers keeps."},
    {"phone_price", "Price of a phone", "CNY", "acquisition", level, "Price of a working foreign phone."},
    {"money_delivered", "Money delivered", "CNY", "remittance", flow, "Money that reached families, after the fee."},
    {"extorted", "Money extorted", "CNY", "following", flow, "Money taken from households of people followed."},
    {"bribes_paid", "Bribes paid", "CNY", "punishment", flow, "Money paid to settle cases."},
    {"need_kin", "Need of families with kin abroad", "1", "contact", level, "Mean need of households with kin abroad, from 0 to 1."},
    {"need_traders", "Need of traders' households", "1", "contact", level, "Mean need of households with a smuggler or broker, from 0 to 1."},
    {"risk_roles", "Perceived risk", "probability/day", "news", level, "Mean perceived risk of people with a role."},
    {"threat", "Announced threat", "1", "threat", level, "How harsh the announced consequences are; 1 on an ordinary day."},
    {"pressure", "Pressure on officers", "1", "threat", level, "How hard officers are pressed for results, from 0 to 1."},
    {"bribe_asked", "Bribe asked", "CNY", "punishment", level, "What a family would be asked today to settle a case."},
};

}  // namespace

std::span<const ObservableRow> observable_rows() {
    return rows;
}

}  // namespace tumen
