#include "model/parameter_table.hpp"

namespace tumen {

namespace {

constexpr ParameterRow rows[] = {
    // population
    {"residents", Group::population, Unit::people, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.residents; }},
    {"household_size", Group::population, Unit::people, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.household_size; }},
    {"household_adults", Group::population, Unit::people, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.household_adults; }},
    {"unit_households_min", Group::population, Unit::households, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.unit_households_min; }},
    {"unit_households_max", Group::population, Unit::households, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.unit_households_max; }},
    {"ward_units", Group::population, Unit::units, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.ward_units; }},
    {"ties", Group::population, Unit::people, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.ties; }},
    {"tie_same_ward", Group::population, Unit::probability, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.tie_same_ward; }},
    {"kin_abroad", Group::population, Unit::share, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.kin_abroad; }},
    {"smuggler_households", Group::population, Unit::share, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.smuggler_households; }},
    {"broker_households", Group::population, Unit::share, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.broker_households; }},
    {"phone_share", Group::population, Unit::share, Kind::build, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.population.phone_share[i]; }},
    {"old_phone_share", Group::population, Unit::share, Kind::build, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.population.old_phone_share[i]; }},
    {"need_alpha", Group::population, Unit::one, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.need_alpha; }},
    {"need_beta", Group::population, Unit::one, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.need_beta; }},
    {"savings_median", Group::population, Unit::cny, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.savings_median; }},
    {"savings_spread", Group::population, Unit::one, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.savings_spread; }},
    {"savings_factor", Group::population, Unit::one, Kind::build, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.population.savings_factor[i]; }},
    {"goods_factor", Group::population, Unit::one, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.goods_factor; }},
    {"transfer_gap_start", Group::population, Unit::days, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.transfer_gap_start; }},
    {"source_share", Group::population, Unit::share, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.source_share; }},
    {"aversion_spread", Group::population, Unit::one, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.aversion_spread; }},
    {"belief_alpha", Group::population, Unit::one, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.belief_alpha; }},
    {"belief_beta", Group::population, Unit::one, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.belief_beta; }},
    {"suspicion_prior", Group::population, Unit::one, Kind::build, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.population.suspicion_prior[i]; }},
    {"warmup", Group::population, Unit::days, Kind::build, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.population.warmup; }},
    // threat
    {"threat_hand_in", Group::threat, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.threat.threat_hand_in; }},
    {"threat_after", Group::threat, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.threat.threat_after; }},
    {"threat_duration", Group::threat, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.threat.threat_duration; }},
    {"threat_oath", Group::threat, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.threat.threat_oath; }},
    {"threat_sweep", Group::threat, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.threat.threat_sweep; }},
    // drift
    {"risk_baseline", Group::drift, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.drift.risk_baseline; }},
    {"risk_half_life", Group::drift, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.drift.risk_half_life; }},
    {"suspicion_half_life", Group::drift, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.drift.suspicion_half_life; }},
    {"watched_half_life", Group::drift, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.drift.watched_half_life; }},
    {"savings_recovery", Group::drift, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.drift.savings_recovery; }},
    {"meeting_fear", Group::drift, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.drift.meeting_fear; }},
    {"oath_half_life", Group::drift, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.drift.oath_half_life; }},
    // contact
    {"movement", Group::contact, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.movement; }},
    {"need_shock", Group::contact, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.need_shock; }},
    {"savings_scale", Group::contact, Unit::cny, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.savings_scale; }},
    {"contact_benefit", Group::contact, Unit::one, Kind::daily, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.contact.contact_benefit[i]; }},
    {"contact_benefit_floor", Group::contact, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.contact_benefit_floor; }},
    {"contact_benefit_need", Group::contact, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.contact_benefit_need; }},
    {"penalty", Group::contact, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.penalty; }},
    {"oath_effect", Group::contact, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.oath_effect; }},
    {"risk_followed", Group::contact, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.risk_followed; }},
    {"review_rate", Group::contact, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.review_rate; }},
    {"hysteresis", Group::contact, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.contact.hysteresis; }},
    // acquisition
    {"purchase_rate", Group::acquisition, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.acquisition.purchase_rate; }},
    {"phone_price", Group::acquisition, Unit::cny, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.acquisition.phone_price; }},
    {"phone_price_threat", Group::acquisition, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.acquisition.phone_price_threat; }},
    {"phone_price_supply", Group::acquisition, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.acquisition.phone_price_supply; }},
    {"phone_supply", Group::acquisition, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.acquisition.phone_supply; }},
    // remittance
    {"fee_base", Group::remittance, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.fee_base; }},
    {"fee_risk", Group::remittance, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.fee_risk; }},
    {"fee_scarcity", Group::remittance, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.fee_scarcity; }},
    {"fee_max", Group::remittance, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.fee_max; }},
    {"request_rate", Group::remittance, Unit::per_year, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.request_rate; }},
    {"request_without_need", Group::remittance, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.request_without_need; }},
    {"transfer_amount", Group::remittance, Unit::cny, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.transfer_amount; }},
    {"transfer_makeup", Group::remittance, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.transfer_makeup; }},
    {"broker_entry", Group::remittance, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.broker_entry; }},
    {"broker_fee_share", Group::remittance, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.broker_fee_share; }},
    {"broker_search", Group::remittance, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.remittance.broker_search; }},
    // calling
    {"call_rate", Group::calling, Unit::probability_a_day, Kind::daily, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.calling.call_rate[i]; }},
    // noticing
    {"notice", Group::noticing, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.notice; }},
    {"detection", Group::noticing, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.detection; }},
    {"central_detection_factor", Group::noticing, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.central_detection_factor; }},
    {"raid", Group::noticing, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.raid; }},
    {"catch_followed", Group::noticing, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.catch_followed; }},
    {"search", Group::noticing, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.search; }},
    {"search_find", Group::noticing, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.search_find; }},
    {"suspicion_report", Group::noticing, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.suspicion_report; }},
    {"suspicion_detection", Group::noticing, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.suspicion_detection; }},
    {"false_report_rate", Group::noticing, Unit::per_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.noticing.false_report_rate; }},
    // reporting
    {"report_base", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_base; }},
    {"report_loyalty", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_loyalty; }},
    {"report_threat", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_threat; }},
    {"report_oath", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_oath; }},
    {"false_enforcement_factor", Group::reporting, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.false_enforcement_factor; }},
    {"report_reward", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_reward; }},
    {"report_fear", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_fear; }},
    {"report_cohesion", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_cohesion; }},
    {"report_own_phone", Group::reporting, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.report_own_phone; }},
    {"reward", Group::reporting, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.reporting.reward; }},
    // following
    {"officers_per_ward", Group::following, Unit::officers, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.following.officers_per_ward; }},
    {"officer_caseload", Group::following, Unit::people, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.following.officer_caseload; }},
    {"central_caseload", Group::following, Unit::people, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.following.central_caseload; }},
    {"follow_threshold", Group::following, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.following.follow_threshold; }},
    {"reputation_weight", Group::following, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.following.reputation_weight; }},
    {"extortion", Group::following, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.following.extortion; }},
    {"extortion_amount", Group::following, Unit::cny, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.following.extortion_amount; }},
    // hand_in
    {"hand_in_offer", Group::hand_in, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.hand_in_offer; }},
    {"deadline_salience", Group::hand_in, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.deadline_salience; }},
    {"deadline_salience_time", Group::hand_in, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.deadline_salience_time; }},
    {"amnesty_value", Group::hand_in, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.amnesty_value; }},
    {"amnesty_unsuspected", Group::hand_in, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.amnesty_unsuspected; }},
    {"confession_cost", Group::hand_in, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.confession_cost; }},
    {"promise_breach", Group::hand_in, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.promise_breach; }},
    {"promise_breach_delay", Group::hand_in, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.promise_breach_delay; }},
    {"hand_in_relief", Group::hand_in, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.hand_in_relief; }},
    {"watched_fatigue", Group::hand_in, Unit::per_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.watched_fatigue; }},
    {"patience", Group::hand_in, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.patience; }},
    {"decoy_refusal", Group::hand_in, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.decoy_refusal; }},
    {"decoy_refusal_watched", Group::hand_in, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.decoy_refusal_watched; }},
    {"decoy_refusal_time", Group::hand_in, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.decoy_refusal_time; }},
    {"decoy_tolerance", Group::hand_in, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.decoy_tolerance; }},
    {"decoy_horizon", Group::hand_in, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.decoy_horizon; }},
    {"dead_phone_found", Group::hand_in, Unit::probability, Kind::daily, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.hand_in.dead_phone_found[i]; }},
    {"dead_phone_price", Group::hand_in, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.dead_phone_price; }},
    {"choice_scale", Group::hand_in, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.hand_in.choice_scale; }},
    // oath
    {"oath_visit", Group::oath, Unit::probability_a_day, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.oath.oath_visit; }},
    {"oath_refusal", Group::oath, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.oath.oath_refusal; }},
    {"oath_fear", Group::oath, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.oath.oath_fear; }},
    {"suspicion_refusal", Group::oath, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.oath.suspicion_refusal; }},
    // punishment
    {"bribe_base", Group::punishment, Unit::cny, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.bribe_base; }},
    {"bribe_factor", Group::punishment, Unit::one, Kind::daily, Indexing::by_role,
     [](Parameters& p, std::size_t i) -> double& { return p.punishment.bribe_factor[i]; }},
    {"bribe_threat", Group::punishment, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.bribe_threat; }},
    {"bribe_pressure_amount", Group::punishment, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.bribe_pressure_amount; }},
    {"settle_base", Group::punishment, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.settle_base; }},
    {"settle_affordability", Group::punishment, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.settle_affordability; }},
    {"settle_pressure", Group::punishment, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.settle_pressure; }},
    {"settle_central", Group::punishment, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.settle_central; }},
    {"settle_counts", Group::punishment, Unit::log_odds, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.settle_counts; }},
    {"settle_relief", Group::punishment, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.settle_relief; }},
    {"borrowing_limit", Group::punishment, Unit::cny, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.borrowing_limit; }},
    {"ransom_factor", Group::punishment, Unit::one, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.ransom_factor; }},
    {"custody", Group::punishment, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.custody; }},
    {"bribe_keeps_phone", Group::punishment, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.bribe_keeps_phone; }},
    {"central_share", Group::punishment, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.central_share; }},
    {"detention", Group::punishment, Unit::days, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.punishment.detention; }},
    {"sentence_calm", Group::punishment, Unit::share, Kind::daily, Indexing::by_sentence,
     [](Parameters& p, std::size_t i) -> double& { return p.punishment.sentence_calm[i]; }},
    {"sentence_harsh", Group::punishment, Unit::share, Kind::daily, Indexing::by_sentence,
     [](Parameters& p, std::size_t i) -> double& { return p.punishment.sentence_harsh[i]; }},
    {"sentence_broker", Group::punishment, Unit::one, Kind::daily, Indexing::by_sentence,
     [](Parameters& p, std::size_t i) -> double& { return p.punishment.sentence_broker[i]; }},
    // news
    {"news_fear", Group::news, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.news.news_fear; }},
    {"news_distrust", Group::news, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.news.news_distrust; }},
    {"news_city_reach", Group::news, Unit::share, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.news.news_city_reach; }},
    {"promise_breach_weight", Group::news, Unit::one, Kind::daily, Indexing::by_sentence,
     [](Parameters& p, std::size_t i) -> double& { return p.news.promise_breach_weight[i]; }},
    {"naming", Group::news, Unit::probability, Kind::daily, Indexing::single,
     [](Parameters& p, std::size_t) -> double& { return p.news.naming; }},
};

constexpr std::array<std::string_view, role_count> role_names = {"resident", "family", "smuggler",
                                                                 "broker"};
constexpr std::array<std::string_view, sentence_count> sentence_names = {"warned", "detained",
                                                                         "imprisoned", "exiled"};

constexpr std::size_t ref_total() {
    std::size_t total = 0;
    for (const ParameterRow& row : rows)
        total += row.indexing == Indexing::single ? 1 : 4;
    return total;
}

constexpr ParameterRef ref_to(std::size_t row, std::size_t index) {
    return {static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(index)};
}

constexpr auto all_refs = [] {
    std::array<ParameterRef, ref_total()> refs{};
    std::size_t at = 0;
    for (std::size_t row = 0; row < std::size(rows); ++row) {
        const std::size_t count = rows[row].indexing == Indexing::single ? 1 : 4;
        for (std::size_t index = 0; index < count; ++index)
            refs[at++] = ref_to(row, index);
    }
    return refs;
}();

static_assert(role_count == 4 && sentence_count == 4);

}  // namespace

std::span<const ParameterRow> parameter_rows() {
    return rows;
}

std::span<const ParameterRef> parameter_refs() {
    return all_refs;
}

std::optional<ParameterRef> find_parameter(std::string_view name) {
    const std::size_t dot = name.find('.');
    const std::string_view stem = name.substr(0, dot);
    for (std::size_t row = 0; row < std::size(rows); ++row) {
        if (rows[row].name != stem) continue;
        const Indexing indexing = rows[row].indexing;
        if (indexing == Indexing::single) {
            if (dot == name.npos) return ref_to(row, 0);
            return std::nullopt;
        }
        if (dot == name.npos) return std::nullopt;
        for (std::size_t index = 0; index < index_count(indexing); ++index) {
            if (index_name(indexing, index) == name.substr(dot + 1)) return ref_to(row, index);
        }
        return std::nullopt;
    }
    return std::nullopt;
}

const ParameterRow& row_of(ParameterRef ref) {
    return rows[ref.row];
}

std::string name_of(ParameterRef ref) {
    const ParameterRow& row = row_of(ref);
    std::string name(row.name);
    if (row.indexing != Indexing::single) {
        name += '.';
        name += index_name(row.indexing, ref.index);
    }
    return name;
}

double get(const Parameters& parameters, ParameterRef ref) {
    // The accessor takes a mutable object so that there is one of it; nothing is written here.
    return row_of(ref).member(const_cast<Parameters&>(parameters), ref.index);
}

void set(Parameters& parameters, ParameterRef ref, double value) {
    row_of(ref).member(parameters, ref.index) = value;
}

std::size_t index_count(Indexing indexing) {
    return indexing == Indexing::single ? 1 : 4;
}

std::string_view index_name(Indexing indexing, std::size_t index) {
    if (indexing == Indexing::by_role) return role_names[index];
    if (indexing == Indexing::by_sentence) return sentence_names[index];
    return "";
}

// A group or unit without a name does not compile, here.
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
std::string_view name_of(Group group) {
    switch (group) {
        case Group::population:
            return "population";
        case Group::threat:
            return "threat";
        case Group::drift:
            return "drift";
        case Group::contact:
            return "contact";
        case Group::acquisition:
            return "acquisition";
        case Group::remittance:
            return "remittance";
        case Group::calling:
            return "calling";
        case Group::noticing:
            return "noticing";
        case Group::reporting:
            return "reporting";
        case Group::following:
            return "following";
        case Group::hand_in:
            return "hand_in";
        case Group::oath:
            return "oath";
        case Group::punishment:
            return "punishment";
        case Group::news:
            return "news";
    }
    return {};
}
std::string_view name_of(Unit unit) {
    switch (unit) {
        case Unit::people:
            return "people";
        case Unit::households:
            return "households";
        case Unit::units:
            return "units";
        case Unit::officers:
            return "officers";
        case Unit::share:
            return "share";
        case Unit::probability:
            return "probability";
        case Unit::probability_a_day:
            return "probability/day";
        case Unit::per_day:
            return "1/day";
        case Unit::per_year:
            return "1/year";
        case Unit::days:
            return "days";
        case Unit::cny:
            return "CNY";
        case Unit::cny_a_day:
            return "CNY/day";
        case Unit::one:
            return "1";
        case Unit::log_odds:
            return "log-odds";
    }
    return {};
}
#pragma GCC diagnostic pop
std::string_view name_of(Kind kind) {
    return kind == Kind::build ? "build" : "daily";
}
std::string_view name_of(Role role) {
    return role_names[index_of(role)];
}
std::string_view name_of(Sentence sentence) {
    return sentence_names[index_of(sentence)];
}

}  // namespace tumen
