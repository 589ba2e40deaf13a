R"sql(-- Results of one experiment. @OBSERVABLES@ and @OBSERVABLE_NAMES@ stand for one column an observable, from the
-- list in model/observables.cpp, each with its unit and meaning. Any change here needs a new format version.

CREATE TABLE meta (            -- what this file is
    key   TEXT PRIMARY KEY,    -- 'format', 'model_fingerprint', 'what', 'model', 'stopped'
    value TEXT NOT NULL        -- the format version; which model played; a sentence for people; what the model's people are; why a
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
    command        TEXT NOT NULL,        -- what plays this again
    parameter_hash TEXT NOT NULL,        -- of the parameter values and rival rules of point 0
    fingerprint    TEXT NOT NULL,        -- of the model that it plays: what small plays come to; not in format 2
    created        TEXT NOT NULL         -- the day on which this program first wrote, UTC
) STRICT;

CREATE TABLE point (              -- one row a scenario played
    point          INTEGER PRIMARY KEY,  -- from 0; a plain run has only 0
    name           TEXT NOT NULL,        -- of the point: the scenario, or what sets it apart
    scenario       TEXT NOT NULL,        -- name of the scenario
    title          TEXT NOT NULL,        -- of the scenario
    scenario_hash  TEXT NOT NULL,        -- of all that is played, 32 hexadecimal digits
    parameter_hash TEXT NOT NULL,        -- of parameter values and rival rules, 32 hexadecimal digits
    yardstick      INTEGER,              -- the same without its campaign, a point; else NULL; not in format 2
    canonical      TEXT NOT NULL         -- the whole scenario as TOML, every effective value written out; empty
                                         -- where it is that of point 0 with the point's own values
) STRICT;

CREATE TABLE point_held (         -- what no draw replaces, since scenario or command line name it
    point    INTEGER NOT NULL REFERENCES point(point),  -- the point
    position INTEGER NOT NULL,                          -- from 0
    name     TEXT NOT NULL,                             -- of a parameter, or rules. and the name of a rival rule
    PRIMARY KEY (point, position)
) STRICT, WITHOUT ROWID;

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
    written_at TEXT NOT NULL,                               -- the day on which it was stored, UTC; a clock's column
    provenance INTEGER NOT NULL REFERENCES provenance(id),  -- the program that played it, and its model
    digest     TEXT NOT NULL,                               -- of its rows in this and three other tables; not in format 2
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
@OBSERVABLES@    PRIMARY KEY (point, replicate, city, day),
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

CREATE TABLE replicate_value (    -- parameters drawn for a replicate, in place of those that a point does not hold
    replicate INTEGER NOT NULL,   -- the replicate, of every point
    position  INTEGER NOT NULL,   -- of the parameter among those drawn, from 0
    name      TEXT NOT NULL,      -- of the parameter
    value     REAL NOT NULL,      -- in the parameter's unit
    PRIMARY KEY (replicate, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE replicate_rule (     -- rival rules drawn for a replicate, in place of those that a point does not hold
    replicate INTEGER NOT NULL,   -- the replicate, of every point
    position  INTEGER NOT NULL,   -- of the rule among those drawn, from 0
    name      TEXT NOT NULL,      -- of the rule
    choice    TEXT NOT NULL,      -- which of its rivals
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
    provenance INTEGER NOT NULL REFERENCES provenance(id),          -- what simulated it; not in format 2
    digest     TEXT NOT NULL,                                       -- of its rows in three tables; not in format 2
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

CREATE TABLE digest (             -- what the tables that have no digest in their rows come to
    table_name TEXT PRIMARY KEY,  -- the table
    digest     TEXT NOT NULL      -- of all its rows, in any order
) STRICT, WITHOUT ROWID;

CREATE VIEW series AS             -- the days with names: one SELECT gives all series
SELECT point.name AS point, daily.replicate AS replicate, city.name AS city, daily.date AS date, daily.day AS day,
       @OBSERVABLE_NAMES@
FROM daily JOIN point ON point.point = daily.point
           JOIN city ON city.point = daily.point AND city.city = daily.city;
)sql"
