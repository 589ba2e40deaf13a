#pragma once
#include "rules/acquisition.hpp"
#include "rules/calling.hpp"
#include "rules/contact.hpp"
#include "rules/drift.hpp"
#include "rules/following.hpp"
#include "rules/hand_in.hpp"
#include "rules/news.hpp"
#include "rules/noticing.hpp"
#include "rules/oath.hpp"
#include "rules/population.hpp"
#include "rules/punishment.hpp"
#include "rules/remittance.hpp"
#include "rules/reporting.hpp"
#include "rules/threat.hpp"

namespace tumen {

/// Every number of the model. No default here: values come from the evidence ledger and the
/// scenario.
struct Parameters {
    PopulationParameters population;
    ThreatParameters threat;
    DriftParameters drift;
    ContactParameters contact;
    AcquisitionParameters acquisition;
    RemittanceParameters remittance;
    CallingParameters calling;
    NoticingParameters noticing;
    ReportingParameters reporting;
    FollowingParameters following;
    HandInParameters hand_in;
    OathParameters oath;
    PunishmentParameters punishment;
    NewsParameters news;
};

}  // namespace tumen
