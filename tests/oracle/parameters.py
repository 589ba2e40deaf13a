"""Starting values by the contract's own symbols, and the reading of a specification's overrides."""

from types import SimpleNamespace

import numpy as np

from .names import PRODUCT_NAME, ROLES, SENTENCES, SYMBOL

STARTING_VALUES = dict(
    # how the city is built
    residents=192680, mean_household=3.9, mean_adults=2.9, unit_min=20, unit_max=40,
    units_per_ward=60, ties=6, tie_same_ward=0.8, kin_abroad=0.045, smuggler=0.015, broker=0.003,
    hold=(0, 0.25, 0.9, 1), old=(0, 0.1, 0.6, 0.8), gap0=860, source=0.003,
    need_alpha=2, need_beta=3, savings_median=1000, savings_sd=1, savings_role=(1, 1, 3, 6),
    goods=10, aversion_sd=0.5, belief_alpha=2, belief_beta=3, susp_prior=(0, 0, 0.2, 0.3),
    warmup=365,
    # threat
    threat_handin=1.6, threat_after=1.05, threat_lasts=45, threat_oath=1.15, sweep_threat=1.6,
    # drift
    risk0=0.002, risk_halflife=40, susp_halflife=60, watched_halflife=14, savings_tau=45,
    meeting=0.001, oath_halflife=30,
    # contact
    shock=0.2, movement=1, savings_scale=3000, benefit=(0, 0.7, 1, 1.4), benefit_floor=0.7,
    benefit_need=1, penalty=150, oath_effect=0.08, risk_followed=0.02, review=0.2, hysteresis=0.1,
    # acquisition
    buy=0.007, price=1500, price_threat=2, price_supply=1, supply=1,
    # remittance
    fee0=0.155, fee_risk=15, fee_scarce=0.6, fee_max=0.6, request_year=0.65, request_unneeded=0.5,
    amount=5500, makeup=0.85, broker_share=0.35, broker_search=0.5, enter=0.00015,
    # calling
    call=(0, 0.01, 0.12, 0.35),
    # noticing
    notice=0.0005, detect=0.0035, central_detect=1, raid=0.3, catch_followed=0.04, search=0.25,
    find=0.35, susp_report=1, susp_detect=0.5, false_report=1e-6,
    # reporting
    rep0=-3, rep_loyal=0.7, rep_threat=0.8, rep_oath=0.5, rep_oath_false=3, rep_reward=1.5,
    rep_fear=0.3, rep_cohesion=0.7, rep_own=2.5, reward=0,
    # following
    officers_per_ward=3, caseload=1, central_caseload=0, press=1.5, follow_min=0.5, extort=0.05,
    extort_amount=1000,
    # hand-in
    offer=0.05, salience=0.03, salience_tau=12, amnesty=1, amnesty_unsuspected=0.5, confess=0.5,
    breach=0.1, breach_days=30, relief=0.8, fatigue=0.1, patience=0.6, q0=0.01, q1=0.1, q_tau=20,
    tolerance=0.5, dead_find=(0, 0.05, 0.5, 0.7), dead_price=0.2, horizon=120, scale=0.15,
    # oath
    oath_visit=0.1, oath_refuse=0.003, oath_fear=0.0005, susp_refuse=0.3,
    # punishment
    bribe_base=5000, bribe_role=(1, 1, 1, 2), bribe_threat=2, bribe_pressure_amount=0.25,
    bribe0=0.7, bribe_afford=1, bribe_pressure=0.5, bribe_central=2, bribe_counts=2,
    bribe_relief=0.5, bureau=5, hold_days=10, borrow=8000, bribe_keeps=0.5, central_share=0.5,
    detention_days=90, sentence_calm=(0.25, 0.46, 0.08, 0.21),
    sentence_harsh=(0.10, 0.50, 0.15, 0.25), sentence_broker=(0.5, 1, 2, 2),
    # news
    news=0.02, belief_news=0.35, breach_grade=(0.25, 0.5, 0.75, 1), heard_city=0.03, names=0.3,
)  # fmt: skip

BUILD = {
    "residents", "mean_household", "mean_adults", "unit_min", "unit_max", "units_per_ward", "ties",
    "tie_same_ward", "kin_abroad", "smuggler", "broker", "hold", "old", "need_alpha", "need_beta",
    "savings_median", "savings_sd", "savings_role", "goods", "gap0", "source",
    "aversion_sd", "belief_alpha", "belief_beta", "susp_prior", "warmup",
}  # fmt: skip

BY_ROLE = {"hold", "old", "savings_role", "susp_prior", "benefit", "call", "bribe_role", "dead_find"}
BY_SENTENCE = {"sentence_calm", "sentence_harsh", "sentence_broker", "breach_grade"}

RULES = {
    "learning": ("close", "city"),
    "oath": ("salience", "none", "false_enforcement"),
    "enforcement": ("local", "counts"),
    "trust": ("updated", "fixed"),
    "deterrence": ("severity", "certainty"),
}


def locate(name):
    """'phone_share.family' or 'hold.family' -> ('hold', 1); 'raid' -> ('raid', None)."""
    head, _, tail = name.partition(".")
    symbol = head if head in PRODUCT_NAME else SYMBOL.get(head)
    if symbol is None:
        raise KeyError(f"no parameter is called {name!r}")
    parts = ROLES if symbol in BY_ROLE else SENTENCES if symbol in BY_SENTENCE else ()
    if tail and tail not in parts:
        raise KeyError(f"{name!r}: {symbol} has the parts {parts}")
    return symbol, (parts.index(tail) if tail else None)


def assign(values, name, value):
    """Sets one value (or all parts of a value, given a list) in a dictionary keyed by symbol."""
    symbol, part = locate(name)
    if part is not None:
        values[symbol] = values[symbol].copy()
        values[symbol][part] = value
    elif isinstance(values[symbol], np.ndarray):
        if len(value) != len(values[symbol]):
            raise ValueError(f"{name} needs {len(values[symbol])} values")
        values[symbol] = np.array(value, dtype=float)
    else:
        values[symbol] = value


def starting_values():
    return {k: np.array(v, dtype=float) if isinstance(v, tuple) else v
            for k, v in STARTING_VALUES.items()}  # fmt: skip


def base_values(spec):
    """The values of a specification before any schedule, keyed by symbol."""
    values = starting_values()
    for name, value in spec.get("parameters", {}).items():
        assign(values, name, value)
    if "residents" in spec:
        values["residents"] = spec["residents"]
    return values


def namespace(values):
    return SimpleNamespace(**values)


def chosen_rules(spec):
    rules = {rule: choices[0] for rule, choices in RULES.items()}
    for rule, choice in spec.get("rules", {}).items():
        if choice not in RULES[rule]:
            raise ValueError(f"rule {rule} = {choice!r}: one of {RULES[rule]}")
        rules[rule] = choice
    return SimpleNamespace(**rules)
