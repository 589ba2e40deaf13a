#include "report/texts.hpp"

namespace tumen {

namespace {

constexpr std::string_view limit_texts[] = {
    // In brackets, so that no comma can be missed between two of them.
    ("This is no forecast. It says what would follow if the assumptions held, not what "
     "happened or will happen."),
    ("It says nothing about any person or household. Everybody in it is made up; no record of "
     "anybody went in."),
    ("It must not be used to choose or to improve enforcement, and it cannot rank such "
     "measures."),
    ("How many people consider handing in a phone, and on which day, is assumed. It is not a "
     "finding."),
    ("The intervals hold what differed between the plays and nothing else: luck alone where all "
     "have the same values, luck and the doubt about values and rules where each draws its own. "
     "Many values rest on a single source."),
    ("Most reports behind the numbers come from one newsroom's sources in two cities, so they "
     "do not confirm each other, and quiet compliance is reported least."),
    "That little changes in these figures does not show that nobody was harmed.",
};

constexpr CardEntry card[] = {
    {"What it is",
     "A simulation of a city at a closed border, day by day: households, their money from "
     "relatives abroad, "
     "phones that reach across the river, neighbours, officers and campaigns against those "
     "phones."},
    {"What it is for",
     "To ask how far an official count (phones handed in, oaths signed) can be from what really "
     "changed: "
     "contact, livelihood, fear, punishment. It is made for analysts of human rights and for "
     "social "
     "scientists."},
    {"What it is not",
     "Synthetic people, no records: not an instrument of enforcement, not a forecast. It has no "
     "search for "
     "the harshest or most effective measure, and its results are about populations, never about a "
     "person."},
    {"Who is in it",
     "Only synthetic people, drawn from a seed. The same seed gives the same people and the same "
     "luck in "
     "every scenario, so that scenarios can be compared person by person inside the model."},
    {"What it rests on",
     "Press reports from inside the country, surveys of people who left, a census of 2008 and "
     "expert "
     "estimates, each with its grade in the evidence ledger. Many values are assumed; `tumen "
     "evidence` says "
     "which."},
    {"How it was checked",
     "Against patterns reported for two campaigns and against an independent implementation of the "
     "same "
     "description. All of these patterns were looked at while values were chosen; what is held out "
     "from now on is dated."},
    {"What is known to be wrong",
     "Nobody is born, moves or dies, and roles do not change, but that a broker who is lost is "
     "replaced. The level of fear cannot be told apart from the sum of all risks. The number of "
     "phones and of brokers in the real cities is not known to a "
     "factor of "
     "ten."},
};

}  // namespace

std::span<const CardEntry> model_card() {
    return card;
}

std::span<const std::string_view> limits_of_reports() {
    return limit_texts;
}

std::string_view what_it_is_not() {
    return "Synthetic people, no records: not an instrument of enforcement, not a forecast.";
}

}  // namespace tumen
