# The package beside the program: what it plays, and what it reads. TUMEN names the program.

folder <- tempfile("tumen")
dir.create(folder)
file <- file.path(folder, "small.sqlite")
set <- list(residents = 3000)
small <- play("hyesan-handin", replicates = 3, seed = 5, set = set, luck_only = TRUE, out = file)

asked <- function(query) {
  database <- DBI::dbConnect(RSQLite::SQLite(), file, flags = RSQLite::SQLITE_RO)
  on.exit(DBI::dbDisconnect(database))
  DBI::dbGetQuery(database, query)
}

test_that("days are those of the file, with dates and units", {
  days <- daily(small)
  expect_equal(nrow(days), asked("SELECT count(*) AS n FROM daily")$n)
  expect_s3_class(days$date, "Date")
  expect_equal(min(days$date), as.Date(asked("SELECT min(date) AS first FROM daily")$first))
  expect_equal(sum(days$calls), asked("SELECT sum(calls) AS calls FROM daily")$calls)
  expect_equal(attr(days$phones_held, "unit"), "phones")
  expect_equal(levels(days$city), "hyesan")
})

test_that("headlines have a unit and a sentence each", {
  found <- headlines(small)
  expect_equal(nrow(found), asked("SELECT count(*) AS n FROM headline")$n)
  expect_false(anyNA(found$unit))
  expect_true(all(nzchar(found$explanation)))
  expect_equal(sort(unique(found$replicate)), 1:3)
})

test_that("a summary's means are those of the headlines", {
  found <- summary(small)
  by_hand <- mean(headlines(small)$value[headlines(small)$id == "handed_in"])
  expect_equal(found$mean[found$id == "handed_in"], by_hand)
  expect_true(all(found$q05 <= found$median & found$median <= found$q95))
})

test_that("a fan's bands are quantiles over replicates, cities added up", {
  bands <- fan(small, c("calling_families", "calling_residents"))
  days <- daily(small)
  last <- days[days$date == max(days$date), ]
  by_hand <- quantile(last$calling_families + last$calling_residents, c(0.05, 0.5, 0.95), names = FALSE)
  expect_equal(unlist(bands[nrow(bands), c("q5", "q50", "q95")], use.names = FALSE), as.numeric(by_hand))
  expect_error(fan(small, "no_such"), "no observable")
  expect_error(fan(small, "calls", "no_such"), "no scenario")
})

test_that("the same call plays nothing again, and the program verifies the file", {
  again <- play("hyesan-handin", replicates = 3, seed = 5, set = set, luck_only = TRUE, out = file)
  expect_equal(replicates(again)$hash, replicates(small)$hash)
  expect_match(paste(verify(again), collapse = "\n"), "3 of 3")
  close(again)
})

test_that("a comparison holds its scenarios under their names", {
  both <- compare("hyesan-calm", "hyesan-handin", replicates = 2, set = list(residents = 2000), luck_only = TRUE)
  expect_equal(sort(levels(daily(both)$scenario)), c("hyesan-calm", "hyesan-handin"))
  expect_setequal(unique(summary(both)$scenario), c("hyesan-calm", "hyesan-handin"))
  close(both)
})

test_that("values are set by name, as numbers or texts", {
  other <- play("hyesan-handin", replicates = 1, seed = 5, set = list(residents = 3000, fee_base = "31 %"),
                luck_only = TRUE)
  expect_false(replicates(other)$hash == replicates(small)$hash[1])
  expect_error(play("hyesan-handin", set = list("31 %")), "without a name")
})

test_that("unless luck alone is asked for, values are drawn and the city without its campaign stands beside", {
  drawn <- play("hyesan-handin", replicates = 2, set = set)
  expect_equal(nlevels(daily(drawn)$scenario), 2)
  close(drawn)
})

test_that("what the program refuses is an error with its words", {
  expect_error(play("no-such-scenario"), "no-such-scenario")
  expect_error(play("hyesan-handin", set = list(fee_bse = 0.3)), "fee_base")
})

test_that("other files are refused", {
  other <- file.path(folder, "other.sqlite")
  database <- DBI::dbConnect(RSQLite::SQLite(), other)
  DBI::dbExecute(database, "CREATE TABLE point (a)")
  DBI::dbDisconnect(database)
  expect_error(open_results(other), "no results file")
  expect_error(open_results(file.path(folder, "none.sqlite")), "no such file")
})

test_that("a figure is drawn and results say what they are", {
  pdf(NULL)
  bands <- plot(small, "phones_held")
  dev.off()
  expect_equal(nrow(bands), length(unique(daily(small)$date)))
  expect_output(print(small), "3 replicates, seed 5.*synthetic")
})

test_that("closed results say so", {
  other <- open_results(file)
  close(other)
  expect_error(daily(other), "closed")
})

test_that("the program is asked for by name where it is not found", {
  named <- Sys.getenv("TUMEN")
  on.exit(Sys.setenv(TUMEN = named))
  Sys.setenv(TUMEN = "")
  path <- Sys.getenv("PATH")
  on.exit(Sys.setenv(PATH = path), add = TRUE)
  Sys.setenv(PATH = "/nonexistent")
  expect_error(command("--version"), "way out")
})
