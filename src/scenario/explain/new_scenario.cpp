#include "scenario/explain/new_scenario.hpp"
#include "scenario/draft/draft.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

namespace {

constexpr std::string_view body = R"(
# What should be learned from it? A full sentence; it stands on the report.
question = "What do the officers count, and what really changes?"

# The first day, and for how long. The days before are played too, without a campaign, and not reported.
start = 2020-09-01
days = "200 days"

# Only what differs from the evidence is written here. `tumen info` lists every parameter with its unit and
# range, `tumen scenario explain` shows what a scenario comes to. Examples:
[parameters]
# fee_base = "25 %"
# phone_share.family = 0.2
# risk_half_life = "60 days"

# Rules on which the literature disagrees; the first of each is the model's own.
[rules]
# learning = "close"        # or "city"
# oath = "salience"         # or "none", "false_enforcement"
# enforcement = "local"     # or "counts"
# trust = "updated"         # or "fixed"
# deterrence = "severity"   # or "certainty"

# One [[city]] for each city. The name keys its luck; the label is what people read.
[[city]]
name = "hyesan"
label = "Hyesan"
residents = "192680 people"

# parameters.kin_abroad = "6 %"  # a value of this city alone

# A share of a city's wards, drawn by the seed, with values and events of its own.
# [[ward_group]]
# name = "jammed"
# share = "40 %"
# cities = ["hyesan"]  # left out: every city

# The calendar. Every date is included; lists may hold several entries. Each may say in which cities and ward groups
# it holds and that it comes every year, as the sweep below; see docs/composition.md.
[[hand_in_drive]]
from = 2020-10-01
to = 2020-12-31  # the deadline
forgiveness = "promised"  # or "none"

# [[meeting]]  # of some watch units
# on = 2020-10-01
# reach = 0.5  # the share of units that meet; left out, one unit in a ward

# [[oath_drive]]
# from = 2021-01-10
# to = 2021-02-08

# [[sweep]]  # a team from the centre
# from = 2021-01-10
# to = 2021-03-10
# cities = ["hyesan"]
# wards = ["jammed"]
# repeat = "yearly"
# happened = "50 %"            # how likely it is that it happened at all: drawn for each replicate,
# happened_as = "strike-team"  # together with all entries of that name

# [[peak]]  # a season in which officers have to show results
# from = 2020-12-20
# to = 2020-12-31
# pressure = 0.5

# [[schedule]]  # any daily parameter, between two dates; it wins over [parameters] and --set
# parameter = "need_shock"
# from = 2020-11-01
# to = 2020-11-21
# value = 0.4  # or factor = 2, ramp = [0.2, 0.4], table = [[2020-11-01, 0.4], [2020-11-22, 0.3]] with "to"
# range = [0.2, 0.5]    # where it may lie if nobody reports it: drawn for each replicate,
# drawn_as = "closure"  # together with all entries of that name
)";

}  // namespace

std::string new_scenario_text(std::string_view name) {
    const std::string kept(is_name(name) ? name : "my-scenario");
    return "# A scenario is a question put to the model. A variant of another one begins with a "
           "line such as\n"
           "# extends = \"hyesan-handin\" and holds only what differs.\n"
           "name = \"" +
           kept + "\"\ntitle = \"" + kept + "\"\n" + std::string(body);
}

}  // namespace tumen
