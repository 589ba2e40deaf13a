-- The tables of format 2 as its programs made them, and what it says of its columns.
CREATE TABLE meta (            -- what this file is
    key   TEXT PRIMARY KEY,    -- 'format', 'what', 'model', 'stopped'
    value TEXT NOT NULL        -- the format version; a sentence for people; what the model's people are; why a
                               -- run with --until played no more replicates
) STRICT, WITHOUT ROWID;
CREATE TABLE experiment (      -- one row: what was asked for
    kind       TEXT NOT NULL,     -- run, compare, sweep, sensitivity, calibrate or check
    name       TEXT NOT NULL,     -- of the experiment
    seed       INTEGER NOT NULL,  -- of all random draws; read as an unsigned number of 64 bits
    replicates TEXT NOT NULL,     -- asked for, as in 1-64,70; which of them are there, table replicate says
    days       TEXT NOT NULL      -- kept, or left_out: then daily is empty, and hashes and headlines are all
) STRICT;
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
CREATE TABLE replicate_city (     -- one row a city of a replicate that is done
    point      INTEGER NOT NULL,  -- the point
    replicate  INTEGER NOT NULL,  -- the replicate
    city       INTEGER NOT NULL,  -- the city
    adults     INTEGER NOT NULL,  -- drawn for this replicate's city [people]
    state_hash TEXT NOT NULL,     -- of the city's days and final state, 32 hexadecimal digits
    PRIMARY KEY (point, replicate, city),
    FOREIGN KEY (point, replicate) REFERENCES replicate(point, replicate)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE headline (           -- the few numbers a replicate comes to; what they mean: table column_info
    point     INTEGER NOT NULL,   -- the point
    replicate INTEGER NOT NULL,   -- the replicate
    id        TEXT NOT NULL,      -- of the headline
    value     REAL,               -- in its unit; NULL where there is none (0 of 0)
    PRIMARY KEY (point, replicate, id),
    FOREIGN KEY (point, replicate) REFERENCES replicate(point, replicate)
) STRICT, WITHOUT ROWID;
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
