#include "support.hpp"

/// Wrong input, as an analyst may write it: where the diagnostic points, and what it must say.
namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;

struct BadText {
    std::string text;
    std::string place;  // file:line:column
    std::vector<std::string> phrases;
};

void expect_refused(const BadText& bad, const ReadOptions& options = {}) {
    const auto scenario = read(bad.text, options);
    const std::string said = complaints(scenario);
    ASSERT_FALSE(scenario) << bad.text;
    EXPECT_THAT(said, HasSubstr(bad.place + ": error: ")) << bad.text;
    for (const std::string& phrase : bad.phrases)
        EXPECT_THAT(said, HasSubstr(phrase)) << bad.text;
}

TEST(BadInput, UnknownKeysAreNamedWithTheNearestOne) {
    const BadText texts[] = {
        {sound + "[parameters]\nfee_bse = 0.3\n",
         "test.toml:6:1",
         {"no parameter \"fee_bse\"", "did you mean fee_base?", "fee_bse = 0.3"}},
        {sound + "[parameters]\nfee0 = 0.3\n",
         "test.toml:6:1",
         {"no parameter \"fee0\"", "symbol", "its name here is fee_base"}},
        {sound + "[parameters]\nhold.family = 0.3\n",
         "test.toml:6:6",
         {"its name here is phone_share.family"}},
        {sound + "[parameters]\nphone_share.famly = 0.3\n",
         "test.toml:6:13",
         {"one value for each role", "phone_share.family"}},
        {sound + "[parameters]\nphone_share = 0.3\n", "test.toml:6:1", {"phone_share.broker"}},
        {sound + "[parameters]\nfee_base.family = 0.3\n",
         "test.toml:6:10",
         {"fee_base is a single number"}},
        {sound + "[parameters]\ndays = 3\n", "test.toml:6:1", {"at the top of the file"}},
        {sound + "[parameters]\ntrust = \"fixed\"\n", "test.toml:6:1", {"under [rules]"}},
        {"fee_base = 0.3\n" + sound,
         "test.toml:1:1",
         {"unknown key \"fee_base\"", "under [parameters]"}},
        {"phone_share.family = 0.3\n" + sound, "test.toml:1:1", {"under [parameters]"}},
        {"trust = \"fixed\"\n" + sound, "test.toml:1:1", {"under [rules]"}},
        {"strat = 2020-09-01\n" + sound,
         "test.toml:1:1",
         {"unknown key \"strat\"", "did you mean start?"}},
        {sound + "[[sweeps]]\nfrom = 2020-10-01\n", "test.toml:5:3", {"did you mean sweep?"}},
        {sound + "population = 3\n", "test.toml:5:1", {"in [[city]]", "name, label, residents"}},
        {sound + "[rules]\ntrsut = \"fixed\"\n", "test.toml:6:1", {"did you mean trust?"}},
        {sound + "[rules]\ntrust = \"fixd\"\n",
         "test.toml:6:9",
         {"updated, fixed", "did you mean fixed?"}},
        {sound + "[rules]\ntrust = \"\"\n", "test.toml:6:9", {"is no choice"}},
        {sound + "[[sweep]]\nfrom = 2020-10-01\nto = 2020-11-01\nform = 1\n",
         "test.toml:8:1",
         {"in [[sweep]]", "did you mean from?"}},
    };
    for (const BadText& text : texts)
        expect_refused(text);
}

TEST(BadInput, WrongUnitsSayWhatWasExpected) {
    const BadText texts[] = {
        {sound + "[parameters]\nphone_price = \"30 days\"\n",
         "test.toml:6:15",
         {"phone_price: got days, expected CNY"}},
        {sound + "[parameters]\nthreat_sweep = \"160 %\"\n",
         "test.toml:6:16",
         {"got %, expected a plain number"}},
        {sound + "[parameters]\nfee_base = true\n",
         "test.toml:6:12",
         {"got true or false, expected a number"}},
        {sound + "[parameters]\nfee_base = 2020-10-01\n", "test.toml:6:12", {"got a date"}},
        {sound + "[parameters]\nfee_base = nan\n", "test.toml:6:12", {"not a finite number"}},
        {sound + "[parameters]\nfee_base = -inf\n", "test.toml:6:12", {"not a finite number"}},
        {sound + "[parameters]\nfee_base = [0.3]\n", "test.toml:6:12", {"got a list"}},
        {"days = \"200 CNY\"\nstart = 2020-09-01\n",
         "test.toml:1:8",
         {"days: got CNY, expected a time"}},
        {"parameters = 3\n" + sound,
         "test.toml:1:14",
         {"got a number, expected a table", "[parameters]"}},
        {"city = 3\n", "test.toml:1:8", {"got a number, expected a list of tables", "[[city]]"}},
        {"[city]\nname = \"hyesan\"\n",
         "test.toml:1:2",
         {"got a table, expected a list", "[[city]]"}},
        {"city = [3]\n", "test.toml:1:9", {"city holds a number"}},
        {"title = 3\n" + sound, "test.toml:1:9", {"title: got a number, expected a text"}},
        {"beyond_evidence = 1\n" + sound, "test.toml:1:19", {"expected true or false"}},
        {"name = \"My Drive\"\n" + sound, "test.toml:1:8", {"cannot be the name of a scenario"}},
        {"seed = 4\n" + sound, "test.toml:1:1", {"unknown key", "played, by --seed"}},
    };
    for (const BadText& text : texts)
        expect_refused(text);
}

TEST(BadInput, NumbersOutOfRangeShowTheRangeAndItsEvidence) {
    const BadText texts[] = {
        {sound + "[parameters]\nfee_base = 1.5\n",
         "test.toml:6:12",
         {"fee_base = 150 % is impossible", "it can be 0 % to 100 %", "[evidence fee_base: "}},
        {sound + "[parameters]\nfee_base = \"95 %\"\n",
         "test.toml:6:12",
         {"fee_base = 95 % is beyond the evidence", "the evidence says",
          "[evidence fee_base: ", "beyond_evidence = true"}},
        {sound + "[parameters]\nrisk_half_life = \"-1 days\"\n",
         "test.toml:6:18",
         {"is impossible"}},
        {sound + "[parameters]\nties = 2.5\n", "test.toml:6:8", {"a whole number"}},
        {"start = 2020-09-01\ndays = 0\n[[city]]\nname = \"a\"\n",
         "test.toml:2:8",
         {"1 to 20,000 whole days"}},
        {"start = 2020-09-01\ndays = 20001\n[[city]]\nname = \"a\"\n", "test.toml:2:8", {"20,001"}},
        {"start = 2020-09-01\ndays = 1.5\n[[city]]\nname = \"a\"\n",
         "test.toml:2:8",
         {"whole days"}},
        {sound + "residents = 3\n",
         "test.toml:5:13",
         {"residents of hyesan = 3 people is impossible"}},
        {sound + "residents = 20000000\n",
         "test.toml:5:13",
         {"beyond the evidence", "[evidence residents"}},
        {sound + "residents = 5000.5\n", "test.toml:5:13", {"a whole number"}},
    };
    for (const BadText& text : texts)
        expect_refused(text);
}

TEST(BadInput, DatesMustExistAndFitTheRun) {
    const std::string drive = "[[hand_in_drive]]\nforgiveness = \"promised\"\n";
    const BadText texts[] = {
        {"start = 2020-02-30\n", "test.toml:1:9", {"there is no day 2020-02-30"}},
        {"start = 2021-02-29\n", "test.toml:1:9", {"there is no day 2021-02-29"}},
        {"start = \"2020-13-01\"\n", "test.toml:1:9", {"there is no day 2020-13-01"}},
        {"start = \"soon\"\n", "test.toml:1:9", {"there is no day soon", "2020-10-01"}},
        {"start = 2020-09-01T10:00:00\n",
         "test.toml:1:9",
         {"got a date with a time of day, expected a date"}},
        {"start = 20200901\n", "test.toml:1:9", {"got a number, expected a date"}},
        {sound + drive + "from = 2020-10-01\nto = 2020-09-15\n",
         "test.toml:8:6",
         {"this hand-in drive ends on 2020-09-15, before it begins on 2020-10-01"}},
        {sound + drive + "from = 2020-08-01\nto = 2020-10-15\n",
         "test.toml:7:8",
         {"begins before the scenario's first day, 2020-09-01", "warm-up"}},
        {sound + drive + "from = 2021-08-01\nto = 2021-10-15\n",
         "test.toml:7:8",
         {"begins after the scenario's last day, 2021-03-19", "never happen"}},
        {sound + drive + "from = 2020-10-01\n",
         "test.toml:5:1",
         {"this hand-in drive has no \"to\""}},
        {sound + "[[hand_in_drive]]\nfrom = 2020-10-01\nto = 2020-10-02\n",
         "test.toml:5:1",
         {"has no \"forgiveness\""}},
        {sound + "[[meeting]]\non = 2020-10-01\n[[meeting]]\non = 2020-10-01\n",
         "test.toml:7:1",
         {"this meeting overlaps another", "test.toml:5,"}},
        {sound + "[[meeting]]\non = 2020-10-01\nreach = 1.5\n",
         "test.toml:7:9",
         {"reach lies between 0 and 1"}},
        {sound + "[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-10\n[[sweep]]\nfrom = 2020-10-10\nto "
                 "= 2020-10-20\n",
         "test.toml:8:1",
         {"this sweep overlaps another", "test.toml:5", "both days included"}},
    };
    for (const BadText& text : texts)
        expect_refused(text);
}

TEST(BadInput, SchedulesAreOfDailyParametersAndDoNotOverlap) {
    const std::string dates = "from = 2020-10-01\nto = 2020-10-10\n";
    const BadText texts[] = {
        {sound + "[[schedule]]\nparameter = \"residents\"\nvalue = 5000\n" + dates,
         "test.toml:6:13",
         {"residents cannot be scheduled", "how the city is built"}},
        {sound + "[[schedule]]\nparameter = \"rewrd\"\nvalue = 1\n" + dates,
         "test.toml:6:13",
         {"did you mean reward?"}},
        {sound + "[[schedule]]\nparameter = \"need_shock\"\nvalue = 7\n" + dates,
         "test.toml:7:9",
         {"need_shock from 2020-10-01 = 7 is impossible"}},
        {sound + "[[schedule]]\nparameter = \"phone_price\"\nvalue = \"7 days\"\n" + dates,
         "test.toml:7:9",
         {"phone_price: got days, expected CNY"}},
        {sound + "[[schedule]]\nparameter = \"reward\"\nvalue = 0.5\n" + dates +
             "[[schedule]]\nparameter = \"reward\"\nvalue = 1\n" + dates,
         "test.toml:10:1",
         {"this schedule of reward overlaps another"}},
        {sound + "[[peak]]\npressure = 1.5\n" + dates, "test.toml:6:12", {"between 0 and 1"}},
        {sound + "[[peak]]\npressure = 40\n" + dates,
         "test.toml:6:12",
         {"between 0 and 1", "did you mean \"40 %\"?"}},
        {sound + "[[ward_group]]\nname = \"a\"\nshare = 40\n",
         "test.toml:7:9",
         {"between 0 and 1", "did you mean \"40 %\"?"}},
        {sound + "[[ward_group]]\nname = \"a\"\nshare = 0.4\ncities = []\n",
         "test.toml:8:10",
         {"cities names nothing"}},
    };
    for (const BadText& text : texts)
        expect_refused(text);
}

TEST(BadInput, SharesThatMustSumAreSummedEveryDay) {
    const BadText texts[] = {
        {sound + "[parameters]\nsentence_calm.warned = \"60 %\"\n",
         "test.toml:6:24",
         {"the four shares of sentence_calm sum to 135 %", "100 %"}},
        {sound +
             "[[schedule]]\nparameter = \"sentence_harsh.warned\"\nvalue = 0.3\nfrom = 2020-10-01\n"
             "to = 2020-10-10\n",
         "test.toml:7:9",
         {"sentence_harsh sum to 120 % from 2020-10-01"}},
        {sound + "[parameters]\nunit_households_min = 30\nunit_households_max = 30\n"
                 "household_adults = 3.3\nhousehold_size = 3.2\n[beyond]\n",
         "test.toml:8:20",
         {"more adults (3.3) than people (3.2)"}},
        {"beyond_evidence = true\n" + sound + "[parameters]\nunit_households_min = 60\n",
         "test.toml:7:23",
         {"unit_households_min may not exceed unit_households_max"}},
        {"beyond_evidence = true\n" + sound +
             "[parameters]\nbroker_households = 0.6\nsmuggler_households = 0.6\n",
         "test.toml:8:23",
         {"sum to more than 1"}},
        {"beyond_evidence = true\n" + sound + "[parameters]\nfee_base = 1\n",
         "test.toml:7:12",
         {"fee_base must be below 100 %"}},
        {"beyond_evidence = true\n" + sound +
             "[parameters]\nsentence_calm = { warned = 1, detained = 0, imprisoned = 0, exiled = 0 "
             "}\n"
             "sentence_broker.warned = 0\n",
         "test.toml:8:26",
         {"no sentence is left for brokers"}},
    };
    for (const BadText& text : texts)
        expect_refused(text);
}

TEST(BadInput, CitiesHaveNamesOfTheirOwn) {
    const BadText texts[] = {
        {sound + "[[city]]\nname = \"hyesan\"\n",
         "test.toml:6:8",
         {"two cities called hyesan", "test.toml:4"}},
        {sound + "[[city]]\nname = \"Hyesan City\"\n",
         "test.toml:6:8",
         {"cannot be the name of a city", "label"}},
        {sound + "[[city]]\nname = \"" + std::string(65, 'a') + "\"\n",
         "test.toml:6:8",
         {"64 bytes at most"}},
        {sound + "[[city]]\nname = \"\"\n", "test.toml:6:8", {"cannot be the name of a city"}},
        {sound + "[[city]]\nlabel = \"x\"\n", "test.toml:5:1", {"this city has no \"name\""}},
        {"start = 2020-09-01\ndays = 3\n", "test.toml", {"the scenario has no city"}},
        {"days = 3\n[[city]]\nname = \"a\"\n", "test.toml", {"the scenario has no start"}},
        {"start = 2020-09-01\n[[city]]\nname = \"a\"\n", "test.toml", {"the scenario has no days"}},
    };
    for (const BadText& text : texts)
        expect_refused(text);
}

TEST(BadInput, NamesWithOneHashCannotStandTogether) {
    // Found by trying city-0, city-1, ... in turn.
    const std::string text =
        "start = 2020-09-01\ndays = 3\n[[city]]\nname = \"city-438912\"\n[[city]]\nname = "
        "\"city-1015388\"\n";
    expect_refused({text, "test.toml:6:8", {"the same hash", "another name"}});
}

TEST(BadInput, ScenariosHaveALargestSize) {
    std::string many = "start = 2020-09-01\ndays = 3\n";
    for (int i = 0; i <= 400; ++i)
        many += "[[city]]\nname = \"c" + std::to_string(i) + "\"\n";
    expect_refused({many, "test.toml:803:1", {"more than 400 entries of [[city]]"}});

    std::string crowded = "beyond_evidence = true\nstart = 2020-09-01\ndays = 3\n";
    for (int i = 0; i < 5; ++i) {
        crowded += "[[city]]\nname = \"c" + std::to_string(i) + "\"\nresidents = 25000000\n";
    }
    expect_refused({crowded, "test.toml:16:1", {"125,000,000 people in all cities are too many"}});

    std::string meetings = sound;
    for (int i = 0; i <= 1000; ++i)
        meetings += "[[meeting]]\non = 2020-10-01\n";
    expect_refused({meetings, "test.toml:2005:1", {"more than 1000 entries of [[meeting]]"}});
}

TEST(BadInput, LimitsHoldTogether) {
    std::string text = "start = 2020-09-01\ndays = 20000\n";
    for (int i = 0; i < 400; ++i)
        text += "[[city]]\nname = \"c" + std::to_string(i) + "\"\nresidents = 1000\n";
    EXPECT_THAT(complaints(testing::read(text)),
                HasSubstr("400 cities over 20000 days would not fit into memory"));
}

TEST(BadInput, SeveralMistakesAreShownAtOnceUpToALimit) {
    const auto two = read(sound + "[parameters]\nfee_bse = 1\nfee_max = \"3 days\"\n");
    ASSERT_FALSE(two);
    EXPECT_EQ(two.error().size(), 2u);
    std::string many = sound + "[parameters]\n";
    for (int i = 0; i < 50; ++i)
        many += "wrong_" + std::to_string(i) + " = 1\n";
    const auto capped = read(many);
    ASSERT_FALSE(capped);
    EXPECT_EQ(capped.error().size(), scenario_limits.problems);
}

TEST(BadInput, FlagsGetTheSameDiagnostics) {
    struct Flag {
        std::string flag;
        std::string phrase;
    };
    const Flag flags[] = {
        {"fee_bse=0.3", "error: --set fee_bse=0.3: there is no parameter \"fee_bse\""},
        {"fee0=0.3", "its name here is fee_base"},
        {"old_phone_cost=0.3", "dead_phone_found.ROLE and dead_phone_price"},
        {"follow_threshold_drive=0.3", "its place is taken by reputation_weight"},
        {"trade_income=80", "savings_recovery"},
        {"fee_base", "there is no \"=\""},
        {"fee_base=", "is no number"},
        {"fee_base=30 days", "got days, expected a share"},
        {"fee_base=150 %", "fee_base = 150 % is impossible"},
        {"fee_base=25", "way out: did you mean \"25 %\"?"},
        {"fee_base=0.95", "beyond the evidence"},
        {"rules.trust=fixd", "did you mean fixed?"},
        {"sentence_calm.warned=60 %", "sum to 135 %"},
    };
    for (const Flag& flag : flags) {
        const auto scenario = read(sound, {.overrides = {flag.flag}});
        ASSERT_FALSE(scenario) << flag.flag;
        EXPECT_THAT(complaints(scenario), HasSubstr(flag.phrase));
        EXPECT_THAT(complaints(scenario), HasSubstr("--set " + flag.flag));
    }
    const auto idle = read(sound + "residents = 5000\n", {.overrides = {"residents=6000"}});
    EXPECT_THAT(complaints(idle), HasSubstr("this changes nothing"));
}

}  // namespace
}  // namespace tumen
