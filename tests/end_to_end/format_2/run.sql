-- A run, as a program of format 2 wrote it (version 1 of the model); read by test_older_results.py.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (            -- what this file is
    key   TEXT PRIMARY KEY,    -- 'format', 'what', 'model', 'stopped'
    value TEXT NOT NULL        -- the format version; a sentence for people; what the model's people are; why a
                               -- run with --until played no more replicates
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('format','2');
INSERT INTO meta VALUES('model','All people in it are synthetic. Results are about populations, never about a person.');
INSERT INTO meta VALUES('what','Results of tumen, a simulation of campaigns against foreign-made phones.');
CREATE TABLE experiment (      -- one row: what was asked for
    kind       TEXT NOT NULL,     -- run, compare, sweep, sensitivity, calibrate or check
    name       TEXT NOT NULL,     -- of the experiment
    seed       INTEGER NOT NULL,  -- of all random draws; read as an unsigned number of 64 bits
    replicates TEXT NOT NULL,     -- asked for, as in 1-64,70; which of them are there, table replicate says
    days       TEXT NOT NULL      -- kept, or left_out: then daily is empty, and hashes and headlines are all
) STRICT;
INSERT INTO experiment VALUES('run','short-drive',1,'1-2','kept');
CREATE TABLE design (             -- how the points of a sweep, sensitivity or calibrate were chosen
    key   TEXT PRIMARY KEY,       -- 'method', 'samples' or an option of the method
    value TEXT NOT NULL           -- of it
) STRICT, WITHOUT ROWID;
CREATE TABLE design_factor (      -- one row a varied parameter
    position        INTEGER PRIMARY KEY,  -- from 0, as in point_value
    name            TEXT NOT NULL,        -- of the parameter; dummy changes nothing
    unit            TEXT NOT NULL,        -- of low, high and its values; empty for the dummy
    low             REAL NOT NULL,        -- end of the range
    high            REAL NOT NULL,        -- end of the range
    scale           TEXT NOT NULL,        -- linear or logarithmic: how the range is filled
    levels          INTEGER NOT NULL,     -- of a grid; else 0
    beyond_evidence INTEGER NOT NULL      -- 1 where the range is wider than the evidence says; else 0
) STRICT;
CREATE TABLE provenance (         -- one row for each program that wrote into the file
    id             INTEGER PRIMARY KEY,  -- from 1, in order of time
    version        TEXT NOT NULL,        -- of the program
    "commit"       TEXT NOT NULL,        -- of its source; empty if unknown
    worktree       TEXT NOT NULL,        -- clean, modified or unknown: whether the source was that commit
    compiler       TEXT NOT NULL,        -- that built it, with version
    platform       TEXT NOT NULL,        -- it ran on: system and processor family
    seed           INTEGER NOT NULL,     -- as in experiment
    command        TEXT NOT NULL,        -- as typed
    parameter_hash TEXT NOT NULL,        -- of the parameter values and rival rules of point 0
    created        TEXT NOT NULL         -- when this program first wrote, UTC
) STRICT;
INSERT INTO provenance VALUES(1,'0.1.0','2e9b69cb9d8c','clean','g++ 12.2.0','Linux x86_64',1,'tumen run drive.toml --replicates 2 --force --out run.sqlite','93e1812c4fba432d010699b384b4461f','2026-11-28T18:07:57Z');
CREATE TABLE point (              -- one row a scenario played
    point          INTEGER PRIMARY KEY,  -- from 0; a plain run has only 0
    name           TEXT NOT NULL,        -- of the point: the scenario, or what sets it apart
    scenario       TEXT NOT NULL,        -- name of the scenario
    title          TEXT NOT NULL,        -- of the scenario
    scenario_hash  TEXT NOT NULL,        -- of all that is played, 32 hexadecimal digits
    parameter_hash TEXT NOT NULL,        -- of parameter values and rival rules, 32 hexadecimal digits
    canonical      TEXT NOT NULL         -- the whole scenario as TOML, every effective value written out; empty
                                         -- where it is that of point 0 with the point's own values
) STRICT;
INSERT INTO point VALUES(0,'short-drive','short-drive','A short drive','a3f9329e54adecd1fe36c621d8ffd881','93e1812c4fba432d010699b384b4461f',replace('name = "short-drive"\ntitle = "A short drive"\nquestion = "What came of it?"\nstart = 2020-09-01\ndays = 24\n\n[rules]\nlearning = "close"\noath = "salience"\nenforcement = "local"\ntrust = "updated"\n\n[parameters]\nresidents = 3000  # people\nhousehold_size = 3.9  # people\nhousehold_adults = 2.9  # people\nunit_households_min = 20  # households\nunit_households_max = 40  # households\nward_units = 60  # units\nties = 6  # people\ntie_same_ward = 0.8  # probability\nkin_abroad = 0.045  # share\nsmuggler_households = 0.015  # share\nbroker_households = 0.003  # share\nphone_share.resident = 0  # share\nphone_share.family = 0.25  # share\nphone_share.smuggler = 0.9  # share\nphone_share.broker = 1  # share\nold_phone_share.resident = 0  # share\nold_phone_share.family = 0.2  # share\nold_phone_share.smuggler = 0.6  # share\nold_phone_share.broker = 0.8  # share\nneed_alpha = 2\nneed_beta = 3\nsavings_median = 1000  # CNY\nsavings_spread = 1\nsavings_factor.resident = 1\nsavings_factor.family = 1\nsavings_factor.smuggler = 2\nsavings_factor.broker = 4\naversion_spread = 0.5\nbelief_alpha = 2\nbelief_beta = 3\nsuspicion_prior.resident = 0\nsuspicion_prior.family = 0\nsuspicion_prior.smuggler = 0.2\nsuspicion_prior.broker = 0.3\nwarmup = 60  # days\nthreat_hand_in = 1.6\nthreat_after = 1.1\nthreat_duration = 90  # days\nthreat_oath = 1.2\nthreat_sweep = 1.6\nrisk_baseline = 0.002  # probability/day\nrisk_half_life = 40  # days\nsuspicion_half_life = 60  # days\nwatched_half_life = 14  # days\nsavings_recovery = 90  # days\nmeeting_fear = 0.001  # probability\noath_half_life = 30  # days\nneed_shock = 0.2\nsavings_scale = 3000  # CNY\ncontact_benefit.resident = 0\ncontact_benefit.family = 0.7\ncontact_benefit.smuggler = 1\ncontact_benefit.broker = 1.4\ncontact_benefit_floor = 0.7\ncontact_benefit_need = 1\npenalty = 150\noath_effect = 0.15\nrisk_followed = 0.02  # probability/day\nreview_rate = 0.2  # probability/day\nhysteresis = 0.1\npurchase_rate = 0.02  # probability/day\nphone_price = 1500  # CNY\nphone_price_threat = 2\nphone_price_supply = 1\nphone_supply = 1  # share\nfee_base = 0.22  # share\nfee_risk = 15\nfee_scarcity = 0.3\nfee_max = 0.6  # share\nrequest_rate = 0.65  # 1/year\ntransfer_amount = 8000  # CNY\nbroker_fee_share = 0.35  # share\nbroker_search = 0.5  # probability\ncall_rate.resident = 0  # probability/day\ncall_rate.family = 0.01  # probability/day\ncall_rate.smuggler = 0.12  # probability/day\ncall_rate.broker = 0.35  # probability/day\ntrade_income = 20  # CNY/day\nnotice = 5e-04  # probability\ndetection = 0.003  # probability\ncentral_detection_factor = 1\nraid = 0.3  # probability\ncatch_followed = 0.04  # probability/day\nsearch = 0.25  # probability\nsearch_find = 0.35  # probability\nsuspicion_report = 1\nsuspicion_detection = 0.5\nfalse_report_rate = 1e-06  # 1/day\nreport_base = -3  # log-odds\nreport_loyalty = 0.7  # log-odds\nreport_threat = 0.8  # log-odds\nreport_oath = 0.5  # log-odds\nreport_reward = 1.5  # log-odds\nreport_fear = 0.3  # log-odds\nreport_cohesion = 0.7  # log-odds\nreport_own_phone = 2.5  # log-odds\nreward = 0\nofficers_per_ward = 3  # officers\nofficer_caseload = 1  # people\ncentral_caseload = 0  # people\nfollow_threshold = 0.5\nfollow_threshold_drive = 0.4\nextortion = 0.05  # probability/day\nextortion_amount = 1000  # CNY\nhand_in_offer = 0.1  # probability/day\ndeadline_salience = 0.02  # probability/day\ndeadline_salience_time = 12  # days\namnesty_value = 1\nconfession_cost = 0.5\npromise_breach = 0.1  # probability\npromise_breach_delay = 30  # days\nhand_in_relief = 0.8  # share\nwatched_fatigue = 0.04  # 1/day\npatience = 0.6\ndecoy_refusal = 0.05  # probability\ndecoy_refusal_watched = 0.5  # probability\ndecoy_refusal_time = 20  # days\ndecoy_tolerance = 0.5  # share\ndecoy_horizon = 120  # days\nold_phone_cost = 0.1\nchoice_scale = 0.15\noath_visit = 0.1  # probability/day\noath_refusal = 0.003  # probability\noath_fear = 5e-04  # probability\nsuspicion_refusal = 0.3\nbribe_base = 15000  # CNY\nbribe_factor.resident = 1\nbribe_factor.family = 1\nbribe_factor.smuggler = 1\nbribe_factor.broker = 2\nbribe_threat = 2\nbribe_pressure_amount = 0.25\nsettle_base = 0.7  # log-odds\nsettle_affordability = 1  # log-odds\nsettle_pressure = 0.5  # log-odds\nsettle_central = 2  # log-odds\nborrowing_limit = 8000  # CNY\nbribe_keeps_phone = 0.5  # probability\ncentral_share = 0.5  # probability\ndetention = 90  # days\nsentence_calm.warned = 0.5  # share\nsentence_calm.detained = 0.42  # share\nsentence_calm.imprisoned = 0.03  # share\nsentence_calm.exiled = 0.05  # share\nsentence_harsh.warned = 0.2  # share\nsentence_harsh.detained = 0.52  # share\nsentence_harsh.imprisoned = 0.1  # share\nsentence_harsh.exiled = 0.18  # share\nsentence_broker.warned = 0.5\nsentence_broker.detained = 1\nsentence_broker.imprisoned = 2\nsentence_broker.exiled = 2\nnews_fear = 0.02  # probability\nnews_distrust = 0.2  # share\n\n[[city]]\nname = "hyesan"\nlabel = "Hyesan"\nresidents = 3000\n\n[[hand_in_drive]]\nfrom = 2020-09-08\nto = 2020-09-20\nforgiveness = "promised"\n','\n',char(10)));
CREATE TABLE point_value (        -- what sets the points of a sweep apart
    point    INTEGER NOT NULL REFERENCES point(point),  -- the point
    position INTEGER NOT NULL,                          -- of the parameter in the design, from 0
    name     TEXT NOT NULL,                             -- of the varied parameter
    value    REAL NOT NULL,                             -- in the parameter's unit
    PRIMARY KEY (point, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE city (
    point     INTEGER NOT NULL REFERENCES point(point),  -- whose scenario has the city
    city      INTEGER NOT NULL,                          -- from 0, in the order of the scenario
    name      TEXT NOT NULL,                             -- keys the city's random draws
    label     TEXT NOT NULL,                             -- for people
    residents REAL NOT NULL,                             -- asked for [people]
    PRIMARY KEY (point, city)
) STRICT, WITHOUT ROWID;
INSERT INTO city VALUES(0,0,'hyesan','Hyesan',3000.0);
CREATE TABLE replicate (          -- one row a finished replicate of a point; there with all its days or not at all
    point      INTEGER NOT NULL REFERENCES point(point),    -- the point
    replicate  INTEGER NOT NULL,                            -- from 1; replicates of one number share their luck
    seed       INTEGER NOT NULL,                            -- as in experiment
    status     TEXT NOT NULL,                               -- done or failed
    reason     TEXT NOT NULL,                               -- why it failed; else empty
    state_hash TEXT NOT NULL,                               -- of all days and the final state, 32 hexadecimal digits
    seconds    REAL NOT NULL,                               -- it took [s]; a clock's column
    written_at TEXT NOT NULL,                               -- when it was stored, UTC; a clock's column
    provenance INTEGER NOT NULL REFERENCES provenance(id),  -- the program that played it
    PRIMARY KEY (point, replicate)
) STRICT, WITHOUT ROWID;
INSERT INTO replicate VALUES(0,1,1,'done','','c82dbaf2578b5928a0014861f9ea6783',0.002765668000000000206,'2026-11-28T18:07:57Z',1);
INSERT INTO replicate VALUES(0,2,1,'done','','7ef1954034d35dc5ef6d00d1035e22e2',0.00013715700000000000157,'2026-11-28T18:07:57Z',1);
CREATE TABLE replicate_city (     -- one row a city of a replicate that is done
    point      INTEGER NOT NULL,  -- the point
    replicate  INTEGER NOT NULL,  -- the replicate
    city       INTEGER NOT NULL,  -- the city
    adults     INTEGER NOT NULL,  -- drawn for this replicate's city [people]
    state_hash TEXT NOT NULL,     -- of the city's days and final state, 32 hexadecimal digits
    PRIMARY KEY (point, replicate, city),
    FOREIGN KEY (point, replicate) REFERENCES replicate(point, replicate)
) STRICT, WITHOUT ROWID;
INSERT INTO replicate_city VALUES(0,1,0,2225,'c218ca5c27c813ea07f39723e53ede01');
INSERT INTO replicate_city VALUES(0,2,0,2206,'e6e92591cd1b4ea3ae628b97cd4988ff');
CREATE TABLE daily (              -- one row a day and city of a replicate that is done
    point     INTEGER NOT NULL,   -- the point
    replicate INTEGER NOT NULL,   -- the replicate
    city      INTEGER NOT NULL,   -- the city
    day       INTEGER NOT NULL,   -- from 0, the scenario's start
    date      TEXT NOT NULL,      -- of the day, as 2020-10-01
    phones_held INTEGER NOT NULL,  -- [phones] Foreign phones that work, at the end of the day.
    phones_bought INTEGER NOT NULL,  -- [phones] Working phones bought by people who had lost theirs.
    calling_residents INTEGER NOT NULL,  -- [people] Residents without a role who hold a phone and use it.
    calling_families INTEGER NOT NULL,  -- [people] First adults of families with kin abroad who hold a phone and use it.
    calling_smugglers INTEGER NOT NULL,  -- [people] Smugglers who hold a phone and use it.
    calling_brokers INTEGER NOT NULL,  -- [people] Money brokers who hold a phone and use it.
    calls INTEGER NOT NULL,  -- [calls] Calls made; at most one a person and day.
    transfers_asked INTEGER NOT NULL,  -- [transfers] Requests for money from kin abroad.
    transfers_served INTEGER NOT NULL,  -- [transfers] Requests that a broker carried out.
    transfers_unmet INTEGER NOT NULL,  -- [transfers] Requests for which no broker was found.
    noticed INTEGER NOT NULL,  -- [calls] Calls noticed by a neighbour of another household who is free.
    reports INTEGER NOT NULL,  -- [reports] Calls reported by a witness.
    false_reports INTEGER NOT NULL,  -- [reports] Reports of people who had not been seen calling.
    detected INTEGER NOT NULL,  -- [calls] Calls picked up by detectors.
    followed INTEGER NOT NULL,  -- [people] People followed by officers, at the end of the day.
    considered INTEGER NOT NULL,  -- [people] Holders who considered handing in.
    decoys_professional INTEGER NOT NULL,  -- [phones] Dead phones handed in by smugglers and brokers.
    decoys_family INTEGER NOT NULL,  -- [phones] Dead phones handed in by families and residents.
    real_professional INTEGER NOT NULL,  -- [phones] Working phones handed in by smugglers and brokers.
    real_family INTEGER NOT NULL,  -- [phones] Working phones handed in by families and residents.
    broker_real INTEGER NOT NULL,  -- [phones] Working phones handed in by brokers.
    broker_real_followed INTEGER NOT NULL,  -- [phones] Working phones handed in by brokers who were being followed.
    decoys_refused INTEGER NOT NULL,  -- [phones] Dead phones that the officers did not accept; the holder is caught.
    signed INTEGER NOT NULL,  -- [people] Adults who have ever signed an oath, the warm-up included, whatever became of them.
    signers_calling INTEGER NOT NULL,  -- [people] People calling who have signed an oath.
    caught INTEGER NOT NULL,  -- [people] Holders caught, by a search, a raid, an officer or a refused phone.
    bribed INTEGER NOT NULL,  -- [people] People caught who settled with a bribe.
    arrested INTEGER NOT NULL,  -- [people] Arrests, broken promises included.
    warned INTEGER NOT NULL,  -- [people] Arrested, warned and sworn.
    detained INTEGER NOT NULL,  -- [people] Arrested and detained for a time.
    imprisoned INTEGER NOT NULL,  -- [people] Arrested and sent to a camp or prison.
    exiled_households INTEGER NOT NULL,  -- [households] Arrests that ended in the exile of the household.
    exiled_people INTEGER NOT NULL,  -- [people] Members of exiled households, children included.
    promises_broken INTEGER NOT NULL,  -- [people] People arrested although they had been promised forgiveness.
    free_adults INTEGER NOT NULL,  -- [people] Adults who are free, at the end of the day.
    in_detention INTEGER NOT NULL,  -- [people] Adults in detention, at the end of the day.
    in_prison INTEGER NOT NULL,  -- [people] Adults imprisoned, at the end of the day.
    in_exile INTEGER NOT NULL,  -- [people] Adults of exiled households, at the end of the day.
    fee REAL,  -- [share] Share of a transfer that the chain of brokers keeps.
    phone_price REAL,  -- [CNY] Price of a working foreign phone.
    money_delivered REAL,  -- [CNY] Money that reached families, after the fee.
    extorted REAL,  -- [CNY] Money taken from households of people followed.
    bribes_paid REAL,  -- [CNY] Money paid to settle cases.
    need_kin REAL,  -- [1] Mean need of households with kin abroad, from 0 to 1.
    need_traders REAL,  -- [1] Mean need of households with a smuggler or broker, from 0 to 1.
    risk_roles REAL,  -- [probability/day] Mean perceived risk of people with a role.
    threat REAL,  -- [1] How harsh the announced consequences are; 1 on an ordinary day.
    pressure REAL,  -- [1] How hard officers are pressed for results, from 0 to 1.
    bribe_asked REAL,  -- [CNY] What a family would be asked today to settle a case.
    PRIMARY KEY (point, replicate, city, day),
    FOREIGN KEY (point, replicate) REFERENCES replicate(point, replicate)
) STRICT, WITHOUT ROWID;
INSERT INTO daily VALUES(0,1,0,0,'2020-09-01',15,0,0,4,9,0,0,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1500.0,0.0,0.0,0.0,0.42446534126088064642,0.45784644399223661803,0.0024387551032612718449,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,1,0,1,'2020-09-02',15,0,0,4,9,0,2,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1500.0,0.0,0.0,0.0,0.42446534126088064642,0.45727128093457147794,0.0024312175532020269957,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,1,0,2,'2020-09-03',15,0,0,4,9,0,1,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1500.0,0.0,0.0,0.0,0.42446534126088064642,0.45675153017248587561,0.0024238094937412343887,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,1,0,3,'2020-09-04',15,0,0,4,9,0,0,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1500.0,0.0,0.0,0.0,0.42446534126088064642,0.4564685721823971698,0.0024165287003079199794,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,1,0,4,'2020-09-05',15,0,0,4,9,0,1,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1500.0,0.0,0.0,0.0,0.42446534126088064642,0.4559989420957185624,0.0024093729865479053368,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,1,0,5,'2020-09-06',15,0,0,4,9,0,2,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1500.0,0.0,0.0,0.0,0.42446534126088064642,0.45523474218577264505,0.0024023402036672694519,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,1,0,6,'2020-09-07',15,0,0,4,9,0,1,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1500.0,0.0,0.0,0.0,0.42446534126088064642,0.45492655878445503736,0.0023954282397870840792,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,1,0,7,'2020-09-08',15,0,0,4,8,0,2,0,0,0,0,0,0,0,1,1,1,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,172.25644927495659431,0.0,0.42446534126088064642,0.45779315680611293304,0.0023886350193092369988,1.6000000000000000888,0.0,33000.0);
INSERT INTO daily VALUES(0,1,0,8,'2020-09-09',15,0,0,4,8,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45733437600632387276,0.0023819585022931493399,1.6000000000000000888,0.083333333333333328707,33687.5);
INSERT INTO daily VALUES(0,1,0,9,'2020-09-10',15,0,0,4,8,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45699618698680272155,0.0023753966838432009206,1.6000000000000000888,0.16666666666666665741,34375.0);
INSERT INTO daily VALUES(0,1,0,10,'2020-09-11',15,0,0,4,8,0,2,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45647541264742069744,0.0023689475935066771176,1.6000000000000000888,0.25,35062.499999999999999);
INSERT INTO daily VALUES(0,1,0,11,'2020-09-12',15,0,0,4,9,0,2,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45573710637417480517,0.0023626092946820624954,1.6000000000000000888,0.33333333333333331482,35750.0);
INSERT INTO daily VALUES(0,1,0,12,'2020-09-13',15,0,0,4,9,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45542045955372900678,0.002356379884037495577,1.6000000000000000888,0.41666666666666668517,36437.499999999999999);
INSERT INTO daily VALUES(0,1,0,13,'2020-09-14',15,0,0,4,9,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.4551527049296138494,0.0023502574909392186588,1.6000000000000000888,0.5,37125.0);
INSERT INTO daily VALUES(0,1,0,14,'2020-09-15',15,0,0,4,9,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45469970903072531864,0.0023442402768898409556,1.6000000000000000888,0.58333333333333337034,37812.5);
INSERT INTO daily VALUES(0,1,0,15,'2020-09-16',15,0,0,4,9,0,3,0,0,0,0,0,0,0,1,1,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.4540596993788325042,0.0023383264349762563488,1.6000000000000000888,0.66666666666666662965,38500.0);
INSERT INTO daily VALUES(0,1,0,16,'2020-09-17',15,0,0,4,9,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45380998035482678076,0.0023325141893270453022,1.6000000000000000888,0.75,39187.5);
INSERT INTO daily VALUES(0,1,0,17,'2020-09-18',15,0,0,4,9,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45340669978247633009,0.0023268017945791957118,1.6000000000000000888,0.83333333333333337034,39875.0);
INSERT INTO daily VALUES(0,1,0,18,'2020-09-19',15,0,0,4,9,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45275911666416984724,0.0023211875353539869991,1.6000000000000000888,0.91666666666666662965,40562.5);
INSERT INTO daily VALUES(0,1,0,19,'2020-09-20',15,0,0,4,9,0,3,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,3300.0000000000004546,0.0,0.0,0.0,0.42446534126088064642,0.45206648129802357027,0.0023156697257418795872,1.6000000000000000888,1.0,41250.0);
INSERT INTO daily VALUES(0,1,0,20,'2020-09-21',15,0,0,4,10,0,2,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1800.0000000000002274,0.0,0.0,0.0,0.42446534126088064642,0.45169227230875230727,0.0023102467087962492986,1.1000000000000000888,0.0,18000.000000000003637);
INSERT INTO daily VALUES(0,1,0,21,'2020-09-22',15,0,0,4,10,0,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1800.0000000000002274,0.0,546.16006223042802502,0.0,0.42446534126088064642,0.46271561743391059762,0.002304916856035823993,1.1000000000000000888,0.0,18000.000000000003637);
INSERT INTO daily VALUES(0,1,0,22,'2020-09-23',15,0,0,4,10,0,2,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1800.0000000000002274,0.0,0.0,0.0,0.42446534126088064642,0.46187980194516942145,0.002299678566955664586,1.1000000000000000888,0.0,18000.000000000003637);
INSERT INTO daily VALUES(0,1,0,23,'2020-09-24',15,0,0,4,10,0,3,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,2,1,0,0,0,0,0,0,0,0,0,2225,0,0,0,0.59999999999999997779,1800.0000000000002274,0.0,0.0,0.0,0.42446534126088064642,0.46081586848877814643,0.0022945302685465495014,1.1000000000000000888,0.0,18000.000000000003637);
INSERT INTO daily VALUES(0,2,0,0,'2020-09-01',16,0,0,5,10,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1500.0,0.0,0.0,0.0,0.31999016995304258026,0.32057892512195268475,0.0020000000000000000416,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,2,0,1,'2020-09-02',16,0,0,5,10,1,4,0,0,0,1,1,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1500.0,0.0,0.0,0.0,0.3201169470607267975,0.32022585128546288135,0.0020000000000000000416,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,2,0,2,'2020-09-03',16,0,0,5,10,1,2,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1500.0,0.0,0.0,0.0,0.32024430200939246748,0.31989967243812977848,0.0020000000000000000416,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,2,0,3,'2020-09-04',16,0,0,5,9,1,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1500.0,0.0,0.0,0.0,0.32037221996042619664,0.31999720874552006755,0.0020000000000000000416,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,2,0,4,'2020-09-05',16,0,0,5,9,1,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1500.0,0.0,0.0,0.0,0.32050068590624469777,0.32018678055386767811,0.0020000000000000000416,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,2,0,5,'2020-09-06',16,0,0,5,9,1,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1500.0,0.0,0.0,0.0,0.3206296846803363687,0.3203744395856659155,0.0020000000000000000416,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,2,0,6,'2020-09-07',16,0,0,5,9,1,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1500.0,0.0,0.0,0.0,0.32075920096726984187,0.32053480009307228071,0.0020000000000000000416,1.0,0.0,15000.0);
INSERT INTO daily VALUES(0,2,0,7,'2020-09-08',16,0,0,5,9,1,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.32088921931266034537,0.32071895615843021287,0.0020000000000000000416,1.6000000000000000888,0.0,33000.0);
INSERT INTO daily VALUES(0,2,0,8,'2020-09-09',16,0,0,5,9,1,2,0,0,0,0,0,0,0,0,1,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.32101972413308477172,0.3208085687022910748,0.0020000000000000000416,1.6000000000000000888,0.083333333333333328707,33687.5);
INSERT INTO daily VALUES(0,2,0,9,'2020-09-10',16,0,0,5,9,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.32115069972593712765,0.32098998091829672452,0.0020000000000000000416,1.6000000000000000888,0.16666666666666665741,34375.0);
INSERT INTO daily VALUES(0,2,0,10,'2020-09-11',16,0,0,5,9,1,3,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.3212821302792146505,0.32050897992936372427,0.0020000000000000000416,1.6000000000000000888,0.25,35062.499999999999999);
INSERT INTO daily VALUES(0,2,0,11,'2020-09-12',16,0,0,5,9,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.32141399988122743014,0.32030005366970104585,0.0020000000000000000416,1.6000000000000000888,0.33333333333333331482,35750.0);
INSERT INTO daily VALUES(0,2,0,12,'2020-09-13',16,0,0,5,9,1,2,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,6000.0,0.0,0.0,0.31820417464292410913,0.31900662953348168926,0.0020000000000000000416,1.6000000000000000888,0.41666666666666668517,36437.499999999999999);
INSERT INTO daily VALUES(0,2,0,13,'2020-09-14',16,0,0,5,8,1,0,0,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.31834969420711678456,0.31920186526485355704,0.0020000000000000000416,1.6000000000000000888,0.5,37125.0);
INSERT INTO daily VALUES(0,2,0,14,'2020-09-15',16,0,0,5,8,1,4,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.31849572531629499749,0.31874624364542625265,0.0020000000000000000416,1.6000000000000000888,0.58333333333333337034,37812.5);
INSERT INTO daily VALUES(0,2,0,15,'2020-09-16',16,0,0,5,8,1,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.3186422498332537323,0.31882744528218542878,0.0020000000000000000416,1.6000000000000000888,0.66666666666666662965,38500.0);
INSERT INTO daily VALUES(0,2,0,16,'2020-09-17',16,0,0,5,8,1,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.31878924953741744063,0.31900000626251340252,0.0020000000000000000416,1.6000000000000000888,0.75,39187.5);
INSERT INTO daily VALUES(0,2,0,17,'2020-09-18',16,0,0,5,9,1,3,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,1,1,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.31881780797786241077,0.31849795568159638969,0.0020000000000000000416,1.6000000000000000888,0.83333333333333337034,39875.0);
INSERT INTO daily VALUES(0,2,0,18,'2020-09-19',16,0,0,5,9,1,3,0,0,0,0,0,0,0,0,1,1,0,0,0,0,0,0,2,2,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.31884879218377415455,0.317938042840946955,0.0020000000000000000416,1.6000000000000000888,0.91666666666666662965,40562.5);
INSERT INTO daily VALUES(0,2,0,19,'2020-09-20',16,0,0,5,9,1,1,0,0,0,0,0,0,0,0,1,1,0,0,0,0,0,0,2,2,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,3300.0000000000004546,0.0,0.0,0.0,0.31899960201484117705,0.31775523778387798623,0.0020000000000000000416,1.6000000000000000888,1.0,41250.0);
INSERT INTO daily VALUES(0,2,0,20,'2020-09-21',16,0,0,5,9,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2,2,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1800.0000000000002274,0.0,0.0,0.0,0.31915078851106909452,0.31796469621063416788,0.0020000000000000000416,1.1000000000000000888,0.0,18000.000000000003637);
INSERT INTO daily VALUES(0,2,0,21,'2020-09-22',16,0,0,5,9,1,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2,2,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1800.0000000000002274,0.0,0.0,0.0,0.31930233340672625752,0.31791230639342393793,0.0020000000000000000416,1.1000000000000000888,0.0,18000.000000000003637);
INSERT INTO daily VALUES(0,2,0,22,'2020-09-23',16,0,0,5,9,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2,2,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1800.0000000000002274,0.0,0.0,0.0,0.31945421841118615269,0.31812035811520339434,0.0020000000000000000416,1.1000000000000000888,0.0,18000.000000000003637);
INSERT INTO daily VALUES(0,2,0,23,'2020-09-24',16,0,0,5,9,1,3,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2,2,0,0,0,0,0,0,0,0,0,2206,0,0,0,0.25,1800.0000000000002274,0.0,0.0,0.0,0.31960642521839505159,0.3179377478802121737,0.0020000000000000000416,1.1000000000000000888,0.0,18000.000000000003637);
CREATE TABLE headline (           -- the few numbers a replicate comes to; what they mean: table column_info
    point     INTEGER NOT NULL,   -- the point
    replicate INTEGER NOT NULL,   -- the replicate
    id        TEXT NOT NULL,      -- of the headline
    value     REAL,               -- in its unit; NULL where there is none (0 of 0)
    PRIMARY KEY (point, replicate, id),
    FOREIGN KEY (point, replicate) REFERENCES replicate(point, replicate)
) STRICT, WITHOUT ROWID;
INSERT INTO headline VALUES(0,1,'arrested',0.0);
INSERT INTO headline VALUES(0,1,'bribes_paid',0.0);
INSERT INTO headline VALUES(0,1,'calling_eve',13.0);
INSERT INTO headline VALUES(0,1,'calls_lost',-0.38461538461538458122);
INSERT INTO headline VALUES(0,1,'contact_lost',NULL);
INSERT INTO headline VALUES(0,1,'dead_phones',1.0);
INSERT INTO headline VALUES(0,1,'exiled_people',0.0);
INSERT INTO headline VALUES(0,1,'fee_rise',-2.2204460492503130808e-16);
INSERT INTO headline VALUES(0,1,'handed_in',1.0);
INSERT INTO headline VALUES(0,1,'need_rise',0.0);
INSERT INTO headline VALUES(0,1,'phones_gone',0.0);
INSERT INTO headline VALUES(0,1,'stopped_calling',0.0);
INSERT INTO headline VALUES(0,2,'arrested',0.0);
INSERT INTO headline VALUES(0,2,'bribes_paid',0.0);
INSERT INTO headline VALUES(0,2,'calling_eve',15.0);
INSERT INTO headline VALUES(0,2,'calls_lost',-0.23846153846153828048);
INSERT INTO headline VALUES(0,2,'contact_lost',NULL);
INSERT INTO headline VALUES(0,2,'dead_phones',3.0);
INSERT INTO headline VALUES(0,2,'exiled_people',0.0);
INSERT INTO headline VALUES(0,2,'fee_rise',0.0);
INSERT INTO headline VALUES(0,2,'handed_in',3.0);
INSERT INTO headline VALUES(0,2,'need_rise',-0.00076538740293885521026);
INSERT INTO headline VALUES(0,2,'phones_gone',0.0);
INSERT INTO headline VALUES(0,2,'stopped_calling',0.5714285714285711748);
CREATE TABLE pattern (            -- of a check, once it is closed: which reported patterns its replicates show
    rules         TEXT NOT NULL,     -- default, or the one rival rule: learning = city
    id            TEXT NOT NULL,     -- of the pattern in the evidence ledger
    statement     TEXT NOT NULL,     -- what was reported
    grade         TEXT NOT NULL,     -- of the report, A to X
    role          TEXT NOT NULL,     -- input, calibrate or held-out
    replicates    INTEGER NOT NULL,  -- in which its statistic has a value
    without_value INTEGER NOT NULL,  -- in which it has none
    showing       INTEGER NOT NULL,  -- that show it
    share         REAL,              -- of those with a value that show it
    share_low     REAL,              -- of its 95 % interval
    share_high    REAL,              -- of its 95 % interval
    mean          REAL,              -- of the statistic
    mean_low      REAL,              -- of its 95 % interval
    mean_high     REAL,              -- of its 95 % interval
    verdict       TEXT NOT NULL,     -- shown, mixed, not shown or no value
    PRIMARY KEY (rules, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE replicate_value (    -- parameters drawn from a posterior for a replicate, in place of the point's own
    replicate INTEGER NOT NULL,   -- the replicate, of every point
    position  INTEGER NOT NULL,   -- of the parameter in the design, from 0
    name      TEXT NOT NULL,      -- of the parameter
    value     REAL NOT NULL,      -- in the parameter's unit
    PRIMARY KEY (replicate, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE generation (         -- of a calibrate: one row a generation begun
    generation     INTEGER PRIMARY KEY,  -- from 0; 0 draws from the prior
    threshold      REAL,                 -- largest distance accepted; NULL where all are
    proposals      INTEGER NOT NULL,     -- simulated, in their fixed order; 0 until it is closed
    accepted       INTEGER NOT NULL,     -- of these
    effective_size REAL,                 -- of the accepted, from their weights; NULL until it is closed
    status         TEXT NOT NULL         -- open, complete, given up (too few were accepted) or predictive (draws
                                         -- from the posterior, simulated afresh)
) STRICT;
CREATE TABLE particle (           -- of a calibrate: one row a proposal
    generation INTEGER NOT NULL REFERENCES generation(generation),  -- its generation
    proposal   INTEGER NOT NULL,                                    -- from 0, the order in which they count
    seed       INTEGER NOT NULL,                                    -- of its luck
    status     TEXT NOT NULL CHECK (status IN ('accepted', 'rejected', 'failed')),  -- what came of it
    reason     TEXT NOT NULL,                                       -- why it failed; else empty
    distance   REAL,                                                -- from the patterns; NULL where none is asked for
    weight     REAL,                                                -- of the accepted, relative to the others of the
                                                                    -- generation (divide by their sum); else NULL
    PRIMARY KEY (generation, proposal)
) STRICT, WITHOUT ROWID;
CREATE TABLE particle_value (     -- of a calibrate: the parameters of a proposal
    generation INTEGER NOT NULL,  -- its generation
    proposal   INTEGER NOT NULL,  -- the proposal
    position   INTEGER NOT NULL,  -- of the parameter in the design, from 0
    name       TEXT NOT NULL,     -- of the parameter
    value      REAL NOT NULL,     -- in the parameter's unit
    PRIMARY KEY (generation, proposal, position),
    FOREIGN KEY (generation, proposal) REFERENCES particle(generation, proposal)
) STRICT, WITHOUT ROWID;
CREATE TABLE particle_statistic ( -- of a calibrate: what a proposal led to
    generation INTEGER NOT NULL,  -- its generation
    proposal   INTEGER NOT NULL,  -- the proposal
    pattern    TEXT NOT NULL,     -- id of the pattern in the evidence ledger
    value      REAL,              -- of its statistic, mean over replicates; NULL where there is none
    PRIMARY KEY (generation, proposal, pattern),
    FOREIGN KEY (generation, proposal) REFERENCES particle(generation, proposal)
) STRICT, WITHOUT ROWID;
CREATE TABLE pattern_scale (      -- of a calibrate: by what a statistic's distance was divided
    generation INTEGER NOT NULL REFERENCES generation(generation),  -- the generation
    pattern    TEXT NOT NULL,                                       -- id of the pattern
    scale      REAL NOT NULL,                                       -- in the statistic's unit
    PRIMARY KEY (generation, pattern)
) STRICT, WITHOUT ROWID;
CREATE TABLE column_info (        -- units and meanings, for programs that read this file
    table_name  TEXT NOT NULL,    -- daily, headline, replicate or replicate_city
    column_name TEXT NOT NULL,    -- of the column; for headline, the id
    unit        TEXT NOT NULL,    -- of the values; empty for names and texts
    explanation TEXT NOT NULL,    -- in a sentence
    PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;
INSERT INTO column_info VALUES('daily','arrested','people','Arrests, broken promises included.');
INSERT INTO column_info VALUES('daily','bribe_asked','CNY','What a family would be asked today to settle a case.');
INSERT INTO column_info VALUES('daily','bribed','people','People caught who settled with a bribe.');
INSERT INTO column_info VALUES('daily','bribes_paid','CNY','Money paid to settle cases.');
INSERT INTO column_info VALUES('daily','broker_real','phones','Working phones handed in by brokers.');
INSERT INTO column_info VALUES('daily','broker_real_followed','phones','Working phones handed in by brokers who were being followed.');
INSERT INTO column_info VALUES('daily','calling_brokers','people','Money brokers who hold a phone and use it.');
INSERT INTO column_info VALUES('daily','calling_families','people','First adults of families with kin abroad who hold a phone and use it.');
INSERT INTO column_info VALUES('daily','calling_residents','people','Residents without a role who hold a phone and use it.');
INSERT INTO column_info VALUES('daily','calling_smugglers','people','Smugglers who hold a phone and use it.');
INSERT INTO column_info VALUES('daily','calls','calls','Calls made; at most one a person and day.');
INSERT INTO column_info VALUES('daily','caught','people','Holders caught, by a search, a raid, an officer or a refused phone.');
INSERT INTO column_info VALUES('daily','city','','The city.');
INSERT INTO column_info VALUES('daily','considered','people','Holders who considered handing in.');
INSERT INTO column_info VALUES('daily','date','','The calendar day.');
INSERT INTO column_info VALUES('daily','day','days','Days since the scenario''s start.');
INSERT INTO column_info VALUES('daily','decoys_family','phones','Dead phones handed in by families and residents.');
INSERT INTO column_info VALUES('daily','decoys_professional','phones','Dead phones handed in by smugglers and brokers.');
INSERT INTO column_info VALUES('daily','decoys_refused','phones','Dead phones that the officers did not accept; the holder is caught.');
INSERT INTO column_info VALUES('daily','detained','people','Arrested and detained for a time.');
INSERT INTO column_info VALUES('daily','detected','calls','Calls picked up by detectors.');
INSERT INTO column_info VALUES('daily','exiled_households','households','Arrests that ended in the exile of the household.');
INSERT INTO column_info VALUES('daily','exiled_people','people','Members of exiled households, children included.');
INSERT INTO column_info VALUES('daily','extorted','CNY','Money taken from households of people followed.');
INSERT INTO column_info VALUES('daily','false_reports','reports','Reports of people who had not been seen calling.');
INSERT INTO column_info VALUES('daily','fee','share','Share of a transfer that the chain of brokers keeps.');
INSERT INTO column_info VALUES('daily','followed','people','People followed by officers, at the end of the day.');
INSERT INTO column_info VALUES('daily','free_adults','people','Adults who are free, at the end of the day.');
INSERT INTO column_info VALUES('daily','imprisoned','people','Arrested and sent to a camp or prison.');
INSERT INTO column_info VALUES('daily','in_detention','people','Adults in detention, at the end of the day.');
INSERT INTO column_info VALUES('daily','in_exile','people','Adults of exiled households, at the end of the day.');
INSERT INTO column_info VALUES('daily','in_prison','people','Adults imprisoned, at the end of the day.');
INSERT INTO column_info VALUES('daily','money_delivered','CNY','Money that reached families, after the fee.');
INSERT INTO column_info VALUES('daily','need_kin','1','Mean need of households with kin abroad, from 0 to 1.');
INSERT INTO column_info VALUES('daily','need_traders','1','Mean need of households with a smuggler or broker, from 0 to 1.');
INSERT INTO column_info VALUES('daily','noticed','calls','Calls noticed by a neighbour of another household who is free.');
INSERT INTO column_info VALUES('daily','phone_price','CNY','Price of a working foreign phone.');
INSERT INTO column_info VALUES('daily','phones_bought','phones','Working phones bought by people who had lost theirs.');
INSERT INTO column_info VALUES('daily','phones_held','phones','Foreign phones that work, at the end of the day.');
INSERT INTO column_info VALUES('daily','point','','Which scenario of the experiment, from 0.');
INSERT INTO column_info VALUES('daily','pressure','1','How hard officers are pressed for results, from 0 to 1.');
INSERT INTO column_info VALUES('daily','promises_broken','people','People arrested although they had been promised forgiveness.');
INSERT INTO column_info VALUES('daily','real_family','phones','Working phones handed in by families and residents.');
INSERT INTO column_info VALUES('daily','real_professional','phones','Working phones handed in by smugglers and brokers.');
INSERT INTO column_info VALUES('daily','replicate','','Which replicate, from 1; replicates of one number share their luck.');
INSERT INTO column_info VALUES('daily','reports','reports','Calls reported by a witness.');
INSERT INTO column_info VALUES('daily','risk_roles','probability/day','Mean perceived risk of people with a role.');
INSERT INTO column_info VALUES('daily','signed','people','Adults who have ever signed an oath, the warm-up included, whatever became of them.');
INSERT INTO column_info VALUES('daily','signers_calling','people','People calling who have signed an oath.');
INSERT INTO column_info VALUES('daily','threat','1','How harsh the announced consequences are; 1 on an ordinary day.');
INSERT INTO column_info VALUES('daily','transfers_asked','transfers','Requests for money from kin abroad.');
INSERT INTO column_info VALUES('daily','transfers_served','transfers','Requests that a broker carried out.');
INSERT INTO column_info VALUES('daily','transfers_unmet','transfers','Requests for which no broker was found.');
INSERT INTO column_info VALUES('daily','warned','people','Arrested, warned and sworn.');
INSERT INTO column_info VALUES('headline','arrested','people','Arrests in the campaign.');
INSERT INTO column_info VALUES('headline','arrests_a_month','people','Arrests in 30 days, mean of the run.');
INSERT INTO column_info VALUES('headline','bribes_paid','CNY','Money paid to settle cases in the campaign.');
INSERT INTO column_info VALUES('headline','calling_eve','people','People who held a phone and used it on the day before the campaign.');
INSERT INTO column_info VALUES('headline','calling_level','people','People who hold a phone and use it, mean of the run.');
INSERT INTO column_info VALUES('headline','calls_lost','share','By how much calls a day in the campaign fell below those of the 30 days before.');
INSERT INTO column_info VALUES('headline','contact_lost','share','Share of requests to kin abroad for which no broker was found: in the campaign, less the 30 days before.');
INSERT INTO column_info VALUES('headline','dead_phones','phones','Phones handed in during the campaign that no longer worked.');
INSERT INTO column_info VALUES('headline','exiled_people','people','Members of households exiled in the campaign, children included.');
INSERT INTO column_info VALUES('headline','fee_level','share','Share of a transfer that brokers keep, mean of the run.');
INSERT INTO column_info VALUES('headline','fee_rise','share','By how much the mean fee in the campaign lay above that of the 30 days before, as a share of the latter.');
INSERT INTO column_info VALUES('headline','handed_in','phones','Phones that officers counted in the campaign, dead ones and working ones.');
INSERT INTO column_info VALUES('headline','need_level','1','Mean need of households with kin abroad, 0 to 1, mean of the run.');
INSERT INTO column_info VALUES('headline','need_rise','1','Mean need of households with kin abroad (0 to 1) in the campaign, less that of the 30 days before.');
INSERT INTO column_info VALUES('headline','phones_gone','phones','Working phones held on the eve of the campaign, less those held on its last day.');
INSERT INTO column_info VALUES('headline','phones_level','phones','Working phones held, mean of the run.');
INSERT INTO column_info VALUES('headline','signed','people','People who signed their first oath between the eve and the end of the campaign.');
INSERT INTO column_info VALUES('headline','still_quiet_after','people','People calling on the eve of the campaign, less the mean of the last 14 days of the run.');
INSERT INTO column_info VALUES('headline','stopped_calling','people','People calling on the eve of the campaign, less the mean of its last 7 days.');
INSERT INTO column_info VALUES('headline','unmet_level','share','Share of requests to kin abroad for which no broker was found.');
INSERT INTO column_info VALUES('replicate','point','','Which scenario of the experiment, from 0.');
INSERT INTO column_info VALUES('replicate','reason','','Why it failed.');
INSERT INTO column_info VALUES('replicate','replicate','','Which replicate, from 1.');
INSERT INTO column_info VALUES('replicate','seconds','s','Time it took.');
INSERT INTO column_info VALUES('replicate','seed','','The seed of all random draws.');
INSERT INTO column_info VALUES('replicate','state_hash','','Of all days and the final state: equal for equal results.');
INSERT INTO column_info VALUES('replicate','status','','done or failed.');
INSERT INTO column_info VALUES('replicate_city','adults','people','Adults of the city in this replicate.');
INSERT INTO column_info VALUES('replicate_city','state_hash','','Of the city''s days and final state.');
CREATE VIEW series AS             -- the days with names: one SELECT gives all series
SELECT point.name AS point, daily.replicate AS replicate, city.name AS city, daily.date AS date, daily.day AS day,
       daily.phones_held, daily.phones_bought, daily.calling_residents, daily.calling_families, daily.calling_smugglers, daily.calling_brokers, daily.calls, daily.transfers_asked, daily.transfers_served, daily.transfers_unmet, daily.noticed, daily.reports, daily.false_reports, daily.detected, daily.followed, daily.considered, daily.decoys_professional, daily.decoys_family, daily.real_professional, daily.real_family, daily.broker_real, daily.broker_real_followed, daily.decoys_refused, daily.signed, daily.signers_calling, daily.caught, daily.bribed, daily.arrested, daily.warned, daily.detained, daily.imprisoned, daily.exiled_households, daily.exiled_people, daily.promises_broken, daily.free_adults, daily.in_detention, daily.in_prison, daily.in_exile, daily.fee, daily.phone_price, daily.money_delivered, daily.extorted, daily.bribes_paid, daily.need_kin, daily.need_traders, daily.risk_roles, daily.threat, daily.pressure, daily.bribe_asked
FROM daily JOIN point ON point.point = daily.point
           JOIN city ON city.point = daily.point AND city.city = daily.city
;
COMMIT;
